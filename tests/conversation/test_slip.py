from __future__ import annotations

import pytest

from partnerqa.conversation.slip import mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i wnat to dei", "i want to dei"),
        ("suicidl thoughts", "suicidal thoughts"),
        ("he took all his tabletts", "he took all his tablets"),
        ("je veux vivree", "je veux vivre"),
    ],
)
def test_a_slip_in_a_telling_word_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize("line", ["my dad", "a selling point", "the tables", "hear him"])
def test_what_is_another_word_stays_as_it_is(line: str) -> None:
    assert mended(line) == line
