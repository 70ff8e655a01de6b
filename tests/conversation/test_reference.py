from __future__ import annotations

import pytest

from partnerqa.conversation.reference import shown_at

SHOWN = ("a", "b", "c")


@pytest.mark.parametrize(
    ("message", "quote"),
    [
        ("the first one", "a"),
        ("the second", "b"),
        ("third", "c"),
        ("the last quote", "c"),
        ("number 2", "b"),
        ("quote three", "c"),
        ("la deuxieme", "b"),
        ("la derniere citation", "c"),
        ("the fifth one", None),
        ("the first meeting", None),
        ("how come", None),
    ],
)
def test_a_place_among_the_shown_quotes_is_read(message: str, quote: str | None) -> None:
    assert shown_at(message, SHOWN) == quote
