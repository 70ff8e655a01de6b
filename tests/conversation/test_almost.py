from __future__ import annotations

import pytest

from partnerqa.conversation.almost import almost, by_parts

NAMES = by_parts(("lindqvist", "mei ling", "marnie", "gwen"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lindquist", "lindqvist"),
        ("lindqist", "lindqvist"),
        ("lindqviist", "lindqvist"),
        ("lidnqvist", "lindqvist"),
        ("meiling", "mei ling"),
        ("marnei", "marnie"),
    ],
)
def test_one_letter_away_is_a_slip(typed: str, name: str) -> None:
    assert almost(typed, NAMES) == {name}


@pytest.mark.parametrize("typed", ["gwenn", "kindqvist", "lindkuist", "mraine", "marni e2", ""])
def test_a_short_name_another_first_letter_or_two_wrong_ones_are_no_slip(typed: str) -> None:
    assert almost(typed, NAMES) == set()
