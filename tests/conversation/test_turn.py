from __future__ import annotations

import pytest

from partnerqa.conversation.turn import MOST_TURNS, Turn, check_history
from partnerqa.errors import HistoryError, NotFoundError


def known(quote: str) -> str:
    if quote != "here":
        raise NotFoundError(quote)
    return quote


def test_questions_and_answers_in_turn_are_a_conversation() -> None:
    check_history(
        [Turn("user", "a?"), Turn("assistant", "b", ("here",)), Turn("user", "c?")], known
    )


def test_two_questions_in_a_row_are_accepted_since_an_answer_may_have_been_lost() -> None:
    check_history([Turn("user", "a?"), Turn("user", "b?")], known)


@pytest.mark.parametrize(
    ("history", "complaint"),
    [
        ([Turn("assistant", "b")], "turn 1 .* follows no question"),
        ([Turn("user", "a"), Turn("assistant", "b"), Turn("assistant", "c")], "turn 3 .* follows"),
        ([Turn("user", " ")], "turn 1 .* empty question"),
        ([Turn("user", "a", ("here",))], "turn 1 .* is a question and names quotes"),
        ([Turn("user", "a"), Turn("assistant", "b", ("gone",))], "turn 2 .* 'gone'"),
        ([Turn("user", "a"), Turn("assistant", "b", ("here",) * 51)], "names 51 quotes"),
        ([Turn("user", "a" * 10_001)], "10001 characters"),
        ([Turn("user", "a")] * (MOST_TURNS + 1), "401 turns"),
        ([Turn("system", "a")], "role 'system'"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_conversation_is_refused_by_its_turn(
    history: list[Turn], complaint: str
) -> None:
    with pytest.raises(HistoryError, match=complaint):
        check_history(history, known)
