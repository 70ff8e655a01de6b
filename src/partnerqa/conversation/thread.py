"""The thread of a conversation, worked out again from its turns each time: nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partnerqa.conversation.background import Background
from partnerqa.conversation.dependence import stands_alone
from partnerqa.conversation.followup import understand
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.understanding import Thread, Understanding

WINDOW = 6
"""Questions that are read back: what older ones meant no longer bears on the next."""
FARTHEST = 40
"""Questions that are read back at most, where those of the window only ask further."""


def thread_of(history: Sequence[Turn], background: Background) -> Thread:
    """What the last questions of `history` meant, each in the light of those before it."""
    thread = Thread()
    for turn in _window(history, background):
        if turn.role == "assistant":
            earlier = tuple(dict.fromkeys((*thread.earlier, *turn.quotes)))
            thread = replace(thread, shown=turn.quotes or thread.shown, earlier=earlier)
            continue
        found = understand(turn.content, thread, background)
        if found.kind != "small-talk":
            typed = thread.typed if found.rule == "as typed" else turn.content
            thread = replace(thread, last=found, typed=typed)
            if found.kind == "stand-alone":
                thread = replace(thread, shown=())
    return thread


def seen_quotes(history: Sequence[Turn]) -> frozenset[str]:
    """The ids of all quotes that were shown."""
    return frozenset(quote for turn in history for quote in turn.quotes)


def _window(history: Sequence[Turn], background: Background) -> Sequence[Turn]:
    """The turns from the WINDOW-th last question on; what it asks further about is read too.

    Ten times "go on" lead back to the question before them, but no farther than FARTHEST.
    """
    questions = [place for place, turn in enumerate(history) if turn.role == "user"]
    reach = reversed(questions[-FARTHEST : 1 - WINDOW])
    opening = (place for place in reach if _opens(history[place].content, background))
    if len(questions) <= WINDOW:
        return history
    return history[next(opening, questions[-FARTHEST:][0]) :]


def _opens(message: str, background: Background) -> bool:
    """Whether `message` asks by itself what it asks, whatever was said before it."""
    if not stands_alone(message):
        return False
    something = Thread(last=Understanding("stand-alone", "", ""))
    return understand(message, something, background).kind == "stand-alone"
