"""Questions that state a filter, and others that only look so: are the filters read rightly?

The floors stand a little below what is measured on `questions/filters.jsonl`; raise them when
something gets better.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from partnerqa.conversation.background import background_of
from partnerqa.conversation.followup import understand
from partnerqa.conversation.understanding import Thread
from partnerqa.index.opened import Index
from partnerqa.records import Filters

QUESTIONS = Path(__file__).parent / "questions" / "filters.jsonl"
RIGHT = 0.95
FALSE = 3  # filters where none is wanted

Read = list[tuple[dict[str, Any], Filters]]


@pytest.fixture(scope="module")
def read(sample_index: Path) -> Read:
    """The questions with the filters that each was understood to state."""
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    with Index.open(sample_index) as index:
        background = background_of(index)
        return [(row, understand(row["question"], Thread(), background).filters) for row in rows]


def is_right(row: dict[str, Any], found: Filters) -> bool:
    names = ("speakers", "roles", "topics", "languages")
    return all(set(row["filters"].get(name, ())) == set(getattr(found, name)) for name in names)


def test_filters_that_are_stated_are_read_at_least_as_well_as_before(read: Read) -> None:
    wrong = [(row["question"], found) for row, found in read if not is_right(row, found)]
    assert len(wrong) <= (1 - RIGHT) * len(read), wrong


def test_no_more_is_taken_for_a_filter_than_before(read: Read) -> None:
    false = [row["question"] for row, found in read if found and not row["filters"]]
    assert len(false) <= FALSE, false
