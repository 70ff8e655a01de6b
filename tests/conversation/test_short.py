from __future__ import annotations

import pytest

from partnerqa.conversation.short import spelt_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("more pls", "more please"),
        ("thx!", "thanks!"),
        ("what ppl say, plz", "what people say, please"),
        ("applause", "applause"),
    ],
)
def test_short_forms_are_spelt_out(typed: str, meant: str) -> None:
    assert spelt_out(typed) == meant
