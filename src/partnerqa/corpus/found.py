"""A participant's words as reading first finds them, before it is settled whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from partnerqa.corpus.cue import Cue
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Words at `span`, and the `cue` that says whose they are, if one does.

    `rule` tells how they were found where `cue` is None. `context` is the paragraph in which a
    role may be told, `lead_in` what introduces the words, `question` the interviewer's turn before
    them. Words found in parts share a number in `utterance`. `shortened` is True where the page
    marks them as an excerpt.
    """

    span: Span
    cue: Cue | None
    rule: str
    context: Span | None = None
    lead_in: Span | None = None
    question: Span | None = None
    utterance: int | None = None
    shortened: bool = False
