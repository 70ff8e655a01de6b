"""What every file type is turned into before it is read: text, blocks and links.

A block is a stretch of the text that the file sets apart: a heading, a paragraph, a list item.
Everything behind this module is the same for every file type.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from partnerqa.records import Span


class BlockKind(StrEnum):
    """What the file itself says a block is; plain text says nothing, so all are paragraphs."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Block:
    """`text[start:end]`, without white space at its ends.

    `kind` is what the file says it is, `level` that of a heading (1 to 6; 0 for all else).
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    @property
    def span(self) -> Span:
        """The block's stretch of the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words in the text, and where it leads."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as blocks in reading order, with the links on its words.

    `title` and `language` (ISO 639-1) are what the file itself says, or None; `marked` tells
    whether it marks its headings.
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    title: str | None = None
    language: str | None = None
    marked: bool = False


class LayoutBuilder:
    """Collects blocks while a file is walked; joins them with blank lines into one text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        links: tuple[tuple[int, int, str], ...] = (),
    ) -> None:
        """Append a block of `text`, if there is any; `links` are (start, end, url) within it."""
        if not text:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._blocks.append(Block(start, self._length, kind, level))
        self._links.extend(Link(start + a, start + b, url) for a, b, url in links)

    def build(
        self, *, title: str | None = None, language: str | None = None, marked: bool = True
    ) -> Layout:
        """The layout of all that was added."""
        text = "".join(self._parts)
        return Layout(text, tuple(self._blocks), tuple(self._links), title, language, marked)
