"""The questions over the sample collection, each typed with two slips of the finger.

Slips are made by chance, always the same ones: one letter left out, typed twice, changed for one
beside it on the keyboard or for its neighbour, never the first. The floors stand a little below
what is measured.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.evaluation.figure import figures
from partnerqa.evaluation.question import Judged, judged, read_questions
from partnerqa.evaluation.run import run
from partnerqa.index.opened import Index
from partnerqa.search.slip import BESIDE, mended

TUNING = Path(__file__).parent / "questions" / "tuning.jsonl"
WORD = re.compile(r"[A-Za-z]{4,}")


def with_slips(text: str, slips: int, chance: random.Random) -> str:
    """`text` with a slip in as many of its words, or in all, if they are fewer."""
    words = [match.span() for match in WORD.finditer(text)]
    for start, end in sorted(chance.sample(words, min(slips, len(words))), reverse=True):
        text = text[:start] + slip(text[start:end], chance) + text[end:]
    return text


def slip(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word))
    before, letter, rest = word[:place], word[place], word[place + 1 :]
    kind = chance.choice(["left out", "twice", "changed places", "another"])
    if kind == "left out":
        return before + rest
    if kind == "twice":
        return before + 2 * letter + rest
    if kind == "changed places" and rest:
        return before + rest[0] + letter + rest[1:]
    return before + chance.choice(BESIDE[letter.lower()]) + rest


def mistyped(question: Judged, slips: int, chance: random.Random) -> Judged:
    text = with_slips(question.question.text, slips, chance)
    return replace(question, question=replace(question.question, text=text))


def test_two_slips_in_a_question_cost_little(sample_index: Path) -> None:
    chance = random.Random(2)
    with Index.open(sample_index) as index:
        questions = judged(read_questions(TUNING), index.store.quotes())
        typed = [mistyped(question, 2, chance) for question in questions]
        found = {figure.name: figure.value for figure in figures(run(index, typed))}
    assert found["success@1"] >= 0.5
    assert found["filters right"] >= 0.67
    assert found["wrongly refused"] <= 0.1


@pytest.mark.parametrize(
    "words",
    [
        "crohns digoxin dystonia gravol humira myositis meds nicu",
        "prem babies immuno wifi lyft parkade poutine",
        "draught mithered clemmed scunner blether howay youse",
        "dalys prems likert prisma cochrane plos placemat covid",
    ],
)
def test_words_that_no_dictionary_has_are_left_alone(sample_index: Path, words: str) -> None:
    with Index.open(sample_index) as index:
        assert [mended(index.spelling, word) for word in words.split()] == words.split()
