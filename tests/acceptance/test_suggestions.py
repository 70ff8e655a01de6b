"""Every question that we offer, clicked, gives an answer: over the sample, in a conversation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnerqa.conversation.answer import answer
from partnerqa.conversation.suggestion import openers
from partnerqa.conversation.turn import Turn
from partnerqa.index.opened import Index
from partnerqa.records import Answer

TUNING = Path(__file__).parent / "questions" / "tuning.jsonl"
ASKED = 20


@pytest.fixture(scope="module")
def sample(sample_index: Path) -> Iterator[Index]:
    with Index.open(sample_index) as index:
        yield index


def questions() -> list[str]:
    """Questions from all over the file, those that nobody answers among them."""
    rows = [json.loads(line)["question"] for line in TUNING.read_text("utf-8").splitlines()]
    return rows[:: len(rows) // ASKED][:ASKED]


def told(question: str, given: Answer) -> list[Turn]:
    shown = tuple(hit.quote.id for hit in given.hits if hit.quote)
    return [Turn("user", question), Turn("assistant", given.message, shown)]


def test_every_opener_gives_an_answer(sample: Index) -> None:
    offered = openers(sample)
    assert len(offered) == 4
    assert {answer(sample, one).status for one in offered} == {"answered"}


@pytest.mark.parametrize("question", questions())
def test_every_follow_up_gives_an_answer(sample: Index, question: str) -> None:
    given = answer(sample, question)
    offered = [
        answer(sample, one, history=told(question, given), filters=given.filters)
        for one in given.follow_ups
    ]
    assert offered or not given.hits  # a signpost stands alone
    assert [(one.understood_as, one.status) for one in offered] == [
        (question, "answered") for question in given.follow_ups
    ]
