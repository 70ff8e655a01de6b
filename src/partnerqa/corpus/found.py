"""A participant's words as reading first finds them, before it is settled whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from partnerqa.corpus.cue import Cue
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Words at `span`; `context` is the paragraph (or the lines) in which a role may be told.

    `lead_in` introduces them, `question` is the interviewer's turn before them. Words found in
    parts share a number in `utterance`. `rule` tells how they were found where `cue` is None.
    """

    span: Span
    cue: Cue | None
    rule: str
    context: Span | None = None
    lead_in: Span | None = None
    question: Span | None = None
    utterance: int | None = None
    shortened: bool = False
