from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerqa.corpus.sentence import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I came. I stayed.", ["I came.", "I stayed."]),
        ("Really? Yes! So they say…  Anyway.", ["Really?", "Yes!", "So they say…", "Anyway."]),
        ("Dr. Okafor came. Mrs. Bell did not.", ["Dr. Okafor came.", "Mrs. Bell did not."]),
        ("Dave G. went first. I went next.", ["Dave G. went first.", "I went next."]),
        ("So did I. Then it rained.", ["So did I.", "Then it rained."]),
        ("They paid e.g. for the bus. Late.", ["They paid e.g. for the bus.", "Late."]),
        ("It cost 3.50 in all. Too much.", ["It cost 3.50 in all.", "Too much."]),
        ("“I came.” She stayed.", ["“I came.”", "She stayed."]),
        ("He said yes. “I came.” (So he said.)", ["He said yes.", "“I came.”", "(So he said.)"]),
        ("no stop at all", ["no stop at all"]),
        ("A heading\n\nand what follows", ["A heading", "and what follows"]),
        ("Une ligne. À demain. Élodie vient.", ["Une ligne.", "À demain.", "Élodie vient."]),
        ("etc. and so on. Done.", ["etc. and so on.", "Done."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_text_is_split_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_the_stretch_that_is_asked_for_is_split() -> None:
    text = "Left out. One here. Two here. Left out."
    assert [span.of(text) for span in sentences(text, 10, 29)] == ["One here.", "Two here."]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["Dr", ".", "!", "…", " ", "\n", "A", "b", "”", "é"])).map("".join))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
