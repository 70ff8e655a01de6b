"""Short conversations over the sample collection: is the last message understood rightly?

The floors stand a little below what is measured on `conversations/tuning.jsonl` and, each apart, on
`conversations/development.jsonl`; raise them when something gets better. `held.jsonl` is for
reporting and is not read here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from partnerqa.conversation.answer import answer
from partnerqa.conversation.turn import Turn
from partnerqa.index.opened import Index
from partnerqa.records import Answer, Filters

CONVERSATIONS = Path(__file__).parent / "conversations"
FIRST = 3  # places in which a right quote has to stand
LEANS = (" · about: ", " · à propos de : ")  # what is shown where a message leans on another


@dataclass(frozen=True, slots=True)
class Floor:
    """The least share of a file's conversations that have to be right.

    `carries_nothing` is that of its changes of subject, `changes` how many of those there are;
    `right` counts right filters with a right quote among the first.
    """

    filters: float
    changes: int
    carries_nothing: float
    right: float


FLOORS = {
    "tuning": Floor(filters=0.97, changes=15, carries_nothing=0.97, right=0.98),
    "development": Floor(filters=0.97, changes=14, carries_nothing=0.85, right=0.87),
}


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation of the file, and the answer to its last message."""

    row: Mapping[str, Any]
    given: Answer
    relevant: frozenset[str]
    shown: frozenset[str]

    @property
    def filters_are_right(self) -> bool:
        """Whether filters and exclusions are those meant, and nothing shown comes back unasked."""
        wanted = self.row["expected"]
        quotes = {hit.quote for hit in self.given.hits if hit.quote}
        people = {quote.attribution.speaker for quote in quotes}
        again = {quote.id for quote in quotes} & self.shown - self.relevant
        quiet = wanted["status"] != "small-talk" or not quotes
        return (
            same(self.given.filters, filters_of(wanted["filters"]))
            and people.isdisjoint(wanted["excluded_speakers"])
            and not again
            and quiet
        )

    @property
    def quote_is_right(self) -> bool:
        """Whether a right quote is among the first; so it is where there is none to be found."""
        first = {hit.quote.id for hit in self.given.hits[:FIRST] if hit.quote}
        return not self.relevant or bool(first & self.relevant)

    @property
    def carries_nothing(self) -> bool:
        """Whether the message was searched by itself, with no filter but those it states."""
        leans = any(mark in self.given.understood_as for mark in LEANS)
        return not leans and same(self.given.filters, filters_of(self.row["expected"]["filters"]))

    def __str__(self) -> str:
        return (
            f"{self.row['id']} {self.row['message']!r} was understood as "
            f"{self.given.understood_as!r} with {self.given.filters}"
        )


def filters_of(table: Mapping[str, Any]) -> Filters:
    return Filters(
        speakers=tuple(table.get("speakers", ())),
        roles=tuple(table.get("roles", ())),
        topics=tuple(table.get("topics", ())),
        languages=tuple(table.get("languages", ())),
    )


def same(one: Filters, other: Filters) -> bool:
    return all(
        set(getattr(one, each.name)) == set(getattr(other, each.name)) for each in fields(Filters)
    )


@pytest.fixture(scope="module", params=FLOORS)
def name_of_file(request: pytest.FixtureRequest) -> str:
    """The name of a file of conversations."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def floor(name_of_file: str) -> Floor:
    return FLOORS[name_of_file]


@pytest.fixture(scope="module")
def talks(sample_index: Path, name_of_file: str) -> Iterator[list[Talk]]:
    with Index.open(sample_index) as index:
        lines = (CONVERSATIONS / f"{name_of_file}.jsonl").read_text("utf-8").splitlines()
        yield [held(index, json.loads(line)) for line in lines]


def held(index: Index, row: Mapping[str, Any]) -> Talk:
    """One conversation, held as a page would: it sends back the filters of the last answer."""
    texts = {quote.id: quote.text for quote in index.store.quotes()}
    history: list[Turn] = []
    for turn in row["turns"]:
        shown = tuple(called(opening, texts) for opening in turn["shown"])
        history += [Turn("user", turn["question"]), Turn("assistant", "…", shown)]
    filters = filters_of(row["turns"][-1].get("filters", {}))
    return Talk(
        row,
        answer(index, row["message"], history=history, filters=filters),
        frozenset(called(opening, texts) for opening in row["expected"]["relevant"]),
        frozenset(quote for turn in history for quote in turn.quotes),
    )


def called(opening: str, texts: Mapping[str, str]) -> str:
    """The id of the quote that begins with `opening`."""
    return next(quote for quote, text in texts.items() if text.startswith(opening))


def share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def test_filters_and_exclusions_are_understood_rightly(talks: list[Talk], floor: Floor) -> None:
    wrong = [str(talk) for talk in talks if not talk.filters_are_right]
    assert share([talk.filters_are_right for talk in talks]) >= floor.filters, wrong


def test_a_change_of_subject_carries_nothing_over(talks: list[Talk], floor: Floor) -> None:
    changes = [talk for talk in talks if talk.row["kind"] == "change"]
    wrong = [str(talk) for talk in changes if not talk.carries_nothing]
    assert len(changes) >= floor.changes
    assert share([talk.carries_nothing for talk in changes]) >= floor.carries_nothing, wrong


def test_a_right_quote_is_among_the_first_and_the_filters_are_right(
    talks: list[Talk], floor: Floor
) -> None:
    right = [talk.filters_are_right and talk.quote_is_right for talk in talks]
    wrong = [str(talk) for talk, is_right in zip(talks, right, strict=True) if not is_right]
    assert share(right) >= floor.right, wrong
