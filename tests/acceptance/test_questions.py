"""Questions over the sample collection, asked as the chat is asked: how well they are answered.

With the codes that the sample brings, and without any, as most collections are. The floors stand a
little below what is measured on `questions/tuning.jsonl`; raise them when something gets better.
`held.jsonl` is for reporting and is not read here.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.evaluation.figure import figures
from partnerqa.evaluation.question import judged, read_questions
from partnerqa.evaluation.run import run
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index

ROOT = Path(__file__).parents[2]
QUESTIONS = Path(__file__).parent / "questions"
TUNING = QUESTIONS / "tuning.jsonl"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least and the most that each figure may be."""

    least: Mapping[str, float]
    most: Mapping[str, float]


ALIKE = {"filters right": 0.93}
WRONG = {"false answers": 0.06, "wrongly refused": 0.06, "false filters": 0.0}
FLOORS = {
    "coded": Floors(
        ALIKE
        | {
            "success@1": 0.82,
            "success@3": 0.9,
            "nDCG@10": 0.645,
            "answered or not (AUC)": 0.93,
        },
        WRONG,
    ),
    "plain": Floors(
        ALIKE
        | {
            "success@1": 0.58,
            "success@3": 0.76,
            "nDCG@10": 0.49,
            "answered or not (AUC)": 0.89,
        },
        WRONG,
    ),
}
LEAST = [(how, name) for how, floors in FLOORS.items() for name in floors.least]
MOST = [(how, name) for how, floors in FLOORS.items() for name in floors.most]


@pytest.fixture(scope="module")
def found(
    sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, float]]:
    """All figures, by the names of `FLOORS`."""
    plain = tmp_path_factory.mktemp("plain") / "index"
    collection = read_collection([ROOT / "corpus"])
    uncoded = tuple(replace(quote, codes=()) for quote in collection.quotes)
    build_index(replace(collection, quotes=uncoded), plain, exports=sample_index)
    return {"coded": figures_of(sample_index), "plain": figures_of(plain)}


def figures_of(directory: Path) -> dict[str, float]:
    with Index.open(directory) as index:
        questions = judged(read_questions(TUNING), index.store.quotes())
        return {figure.name: figure.value for figure in figures(run(index, questions))}


@pytest.mark.parametrize(("how", "name"), LEAST)
def test_questions_are_answered_at_least_as_well_as_before(
    how: str, name: str, found: dict[str, dict[str, float]]
) -> None:
    assert found[how][name] >= FLOORS[how].least[name]


@pytest.mark.parametrize(("how", "name"), MOST)
def test_no_more_goes_wrong_than_before(
    how: str, name: str, found: dict[str, dict[str, float]]
) -> None:
    assert found[how][name] <= FLOORS[how].most[name]


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("name", ["tuning", "held"])
def test_hardly_a_question_is_a_code_word_for_word(name: str) -> None:
    # Codes were written blind to the questions; a short one ("being anonymous") may be both.
    coded = tomllib.loads((ROOT / "corpus" / "codes.toml").read_text("utf-8"))["coding"]
    codes = {words(code) for entry in coded for code in entry["codes"]}
    lines = (QUESTIONS / f"{name}.jsonl").read_text("utf-8").splitlines()
    asked = [words(json.loads(line)["question"]) for line in lines]
    assert sum(question in codes for question in asked) <= len(asked) // 50
