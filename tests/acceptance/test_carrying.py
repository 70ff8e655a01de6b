"""Does a message lean on the thread before it? Both ways, where its form does not tell.

`conversations/carrying.jsonl` has scraps and short questions, `conversations/pointing.jsonl` longer
messages with a word that may point back. In each the last message of a thread leans on what was
said, or it is about something new. Nobody can tell all of them apart by form: the floors stand a
little below what is measured.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from partnerqa.conversation.background import Background, background_of
from partnerqa.conversation.followup import understand
from partnerqa.conversation.thread import thread_of
from partnerqa.conversation.turn import Turn
from partnerqa.index.opened import Index

CONVERSATIONS = Path(__file__).parent / "conversations"


@dataclass(frozen=True, slots=True)
class Floor:
    """How many threads of a file are of each kind, and the share that must be understood."""

    threads: int
    new: float
    leaning: float


FLOORS = {"carrying": Floor(110, 0.8, 0.66), "pointing": Floor(120, 0.86, 0.87)}


@pytest.fixture(scope="module", params=FLOORS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def leaning(name: str, sample_index: Path) -> list[tuple[bool, bool]]:
    """Of each thread whether the last message leans, and whether it was understood so."""
    lines = (CONVERSATIONS / f"{name}.jsonl").read_text("utf-8").splitlines()
    with Index.open(sample_index) as index:
        background = background_of(index)
        return [(row["carries_over"], leans(row, background)) for row in map(json.loads, lines)]


def leans(row: dict[str, Any], background: Background) -> bool:
    history = [Turn("user", turn["question"]) for turn in row["turns"]]
    found = understand(row["message"], thread_of(history, background), background)
    return found.kind != "stand-alone"


def test_a_new_subject_carries_nothing_over(name: str, leaning: list[tuple[bool, bool]]) -> None:
    free = [not understood for wanted, understood in leaning if not wanted]
    assert len(free) == FLOORS[name].threads
    assert sum(free) / len(free) >= FLOORS[name].new


def test_a_message_that_leans_is_understood_in_its_thread(
    name: str, leaning: list[tuple[bool, bool]]
) -> None:
    bound = [understood for wanted, understood in leaning if wanted]
    assert len(bound) == FLOORS[name].threads
    assert sum(bound) / len(bound) >= FLOORS[name].leaning
