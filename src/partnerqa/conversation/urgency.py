"""Who was told where to turn is told so again, until they ask something of their own.

"i dont want to live any more", and then "i mean it", or "is there someone i can talk to": such a
message asks nothing of a library. Nor is what was said in distress a subject that later questions
lean on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partnerqa.conversation.dependence import stands_alone
from partnerqa.conversation.signpost import Signpost, signpost_for
from partnerqa.conversation.turn import Turn

RECENT = 12
"""Turns that are read back: what was said long before no longer bears on a message."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """The urgent signpost that still holds, if any does, and the `calm` turns apart from it."""

    signpost: Signpost | None
    calm: tuple[Turn, ...]

    def for_message(self, message: str, signposts: Sequence[Signpost]) -> Signpost | None:
        """The signpost that `message` meets: its own, or one that still holds."""
        found = signpost_for(message, signposts)
        return found or (None if stands_alone(message) else self.signpost)


def urgency_of(history: Sequence[Turn], signposts: Sequence[Signpost]) -> Urgency:
    """What the last turns of `history` were told of the urgent ones among `signposts`."""
    start = max(len(history) - RECENT, 0)
    urgency = Urgency(None, tuple(history[:start]))
    for turn in history[start:]:
        signpost = urgency.signpost
        if turn.role == "user":
            found = urgency.for_message(turn.content, signposts)
            signpost = found if found is not None and found.urgent else None
        calm = urgency.calm if signpost is not None else (*urgency.calm, turn)
        urgency = Urgency(signpost, calm)
    return urgency
