"""One turn of a conversation as a client sends it, and what a history must look like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerqa.errors import HistoryError, NotFoundError

Who = Literal["user", "assistant"]

MOST_TURNS = 400  # a conversation of 200 questions; more is a mistake or an attack
MOST_CHARACTERS = 10_000  # of one turn
MOST_QUOTES = 50  # shown in one turn
RESTART = "start a new conversation"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said; `quotes` are the ids of the quotes that an assistant turn showed."""

    role: Who
    content: str
    quotes: tuple[str, ...] = ()


def check_history(history: Sequence[Turn], known: Callable[[str], object]) -> None:
    """Raise HistoryError unless the turns form a conversation over this collection.

    `known` is asked for every quote id and raises NotFoundError for one that the collection
    does not hold, so a made-up history can never bring in anything from elsewhere.
    """
    if len(history) > MOST_TURNS:
        raise HistoryError(
            f"the history holds {len(history)} turns, at most {MOST_TURNS} are read; {RESTART}"
        )
    before: str = "assistant"
    for number, turn in enumerate(history, start=1):
        _check_turn(number, turn, before)
        _check_quotes(number, turn, known)
        before = turn.role


def _check_turn(number: int, turn: Turn, before: str) -> None:
    if turn.role not in ("user", "assistant"):
        raise HistoryError(
            f"turn {number} of the history has the role {turn.role!r}; send 'user' or 'assistant'"
        )
    if turn.role == before == "assistant":
        raise HistoryError(
            f"turn {number} of the history is an assistant turn that follows no question; {RESTART}"
        )
    if len(turn.content) > MOST_CHARACTERS:
        raise HistoryError(
            f"turn {number} of the history is {len(turn.content)} characters long, "
            f"at most {MOST_CHARACTERS} are read; {RESTART}"
        )
    if turn.role == "user" and not turn.content.strip():
        raise HistoryError(f"turn {number} of the history is an empty question; leave it out")


def _check_quotes(number: int, turn: Turn, known: Callable[[str], object]) -> None:
    if turn.role == "user" and turn.quotes:
        raise HistoryError(
            f"turn {number} of the history is a question and names quotes; "
            "only assistant turns show quotes"
        )
    if len(turn.quotes) > MOST_QUOTES:
        raise HistoryError(
            f"turn {number} of the history names {len(turn.quotes)} quotes, "
            f"at most {MOST_QUOTES} are read; {RESTART}"
        )
    for quote in turn.quotes:
        try:
            known(quote)
        except NotFoundError:
            raise HistoryError(
                f"turn {number} of the history names the quote {quote!r}, "
                f"which this collection does not hold; leave it out or {RESTART}"
            ) from None
