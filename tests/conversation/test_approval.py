from __future__ import annotations

import pytest

from partnerqa.conversation.approval import is_approval


@pytest.mark.parametrize("message", ["👍", "🙏🏽", "❤️", "👏👏👏", "👍 !", "🙂…"])
def test_signs_of_thanks_and_approval_are_known(message: str) -> None:
    assert is_approval(message)


@pytest.mark.parametrize("message", ["", "!!", "…?", "👎", "🤔", "👍?", "👍 thanks", "🚗"])
def test_marks_other_signs_and_words_are_none(message: str) -> None:
    assert not is_approval(message)
