"""The thread of a conversation, worked out again from its turns each time: nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partnerqa.conversation.background import Background
from partnerqa.conversation.followup import WINDOW, understand
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.understanding import Thread


def thread_of(history: Sequence[Turn], background: Background) -> Thread:
    """What the last questions of `history` meant, each in the light of those before it."""
    thread = Thread()
    for turn in _window(history):
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


def _window(history: Sequence[Turn]) -> Sequence[Turn]:
    """The turns from the WINDOW-th last question on."""
    questions = [place for place, turn in enumerate(history) if turn.role == "user"]
    return history[questions[-WINDOW] :] if len(questions) > WINDOW else history
