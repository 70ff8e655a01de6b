"""The questions over the sample collection put in French: nine in ten quotes there are English.

`questions/french.jsonl` has the questions of `tuning.jsonl` as somebody who speaks French types
them. The floors stand a little below what is measured.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.evaluation.figure import figures
from partnerqa.evaluation.question import judged, read_questions
from partnerqa.evaluation.run import run
from partnerqa.index.opened import Index

QUESTIONS = Path(__file__).parent / "questions"


@pytest.fixture(scope="module")
def found(sample_index: Path) -> dict[str, float]:
    lines = (QUESTIONS / "french.jsonl").read_text("utf-8").splitlines()
    french = {row["id"]: row["question"] for row in map(json.loads, lines)}
    with Index.open(sample_index) as index:
        questions = judged(read_questions(QUESTIONS / "tuning.jsonl"), index.store.quotes())
        asked = [
            replace(one, question=replace(one.question, text=french[one.question.id]))
            for one in questions
        ]
        return {figure.name: figure.value for figure in figures(run(index, asked))}


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("success@1", 0.69),
        ("success@3", 0.79),
        ("nDCG@10", 0.52),
        ("answered or not (AUC)", 0.85),
        ("filters right", 0.82),
    ],
)
def test_questions_in_french_find_quotes_in_english(
    name: str, floor: float, found: dict[str, float]
) -> None:
    assert found[name] >= floor


def test_questions_in_french_are_seldom_refused_or_answered_wrongly(
    found: dict[str, float],
) -> None:
    assert found["wrongly refused"] <= 0.14
    assert found["false answers"] <= 0.05
