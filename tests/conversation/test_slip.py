from __future__ import annotations

import pytest

from partnerqa.conversation.slip import mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("evryone agian pls", "everyone again please"),
        ("anohter one", "another one"),
        ("anotther?", "another?"),
        ("only the reserchers", "only the researchers"),
        ("seulemnt les chercheurs", "seulement les chercheurs"),
    ],
)
def test_a_slip_in_a_steering_word_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "line", ["my mother and brother", "the doctor", "a thirst for more", "on his own", "filer"]
)
def test_other_words_stay_as_they_are(line: str) -> None:
    assert mended(line) == line
