"""A piece of a page: a block, and what it is on its page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.layout import Block
from partnerqa.records import Span


class Part(StrEnum):
    """What a block is on its page."""

    TITLE = "title"
    HEADING = "heading"
    NARRATIVE = "narrative"
    CAPTION = "caption"
    SPEECH = "speech"
    QUESTION = "question"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and what it is; `cue` tells of a caption or of speech whose words they are.

    `opens` is True for the first block of a participant's words, which later blocks continue.
    """

    block: Block
    part: Part
    cue: Cue | None = None
    opens: bool = False

    @property
    def span(self) -> Span:
        """The block's stretch of the text."""
        return self.block.span
