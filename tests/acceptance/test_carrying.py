"""Does a message lean on the thread before it? Scraps and short questions, both ways.

`conversations/carrying.jsonl` has threads in which the last message leans on what was said, and
others after which the same or a like message is about something new. Nobody can tell all of them
apart by form: the floors stand a little below what is measured.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from partnerqa.conversation.background import Background, background_of
from partnerqa.conversation.followup import understand
from partnerqa.conversation.thread import thread_of
from partnerqa.conversation.turn import Turn
from partnerqa.index.opened import Index

CARRYING = Path(__file__).parent / "conversations" / "carrying.jsonl"


@pytest.fixture(scope="module")
def leaning(sample_index: Path) -> list[tuple[bool, bool]]:
    """Of each thread whether the last message leans, and whether it was understood so."""
    rows = [json.loads(line) for line in CARRYING.read_text("utf-8").splitlines()]
    with Index.open(sample_index) as index:
        background = background_of(index)
        return [(row["carries_over"], leans(row, background)) for row in rows]


def leans(row: dict[str, Any], background: Background) -> bool:
    history = [Turn("user", turn["question"]) for turn in row["turns"]]
    found = understand(row["message"], thread_of(history, background), background)
    return found.kind != "stand-alone"


def test_a_new_subject_carries_nothing_over(leaning: list[tuple[bool, bool]]) -> None:
    free = [not understood for wanted, understood in leaning if not wanted]
    assert len(free) == 110
    assert sum(free) / len(free) >= 0.75


def test_a_message_that_leans_is_understood_in_its_thread(
    leaning: list[tuple[bool, bool]],
) -> None:
    bound = [understood for wanted, understood in leaning if wanted]
    assert len(bound) == 110
    assert sum(bound) / len(bound) >= 0.61
