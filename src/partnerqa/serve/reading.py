"""A document as it is shown: sections of paragraphs, in which the quotes are marked.

Nothing is left out but white space, headings' marks and the title that stands above the page
anyway. Positions are code points of the document's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnerqa.corpus.plain import plain_layout
from partnerqa.records import Document, Section, Span
from partnerqa.serve.citation import in_order
from partnerqa.serve.schema import QuoteJson, SpanJson, WholeQuoteJson

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_HEADING_MARKS = re.compile(r"^#{1,6}\s*|\s*#+\s*$")
_CLOSING = re.compile(r"[”\"’'»]+|\s»")
_UNDERLINE = re.compile(r"[=\-]{2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked, or is not."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a paragraph: somebody's own words, or (`quote` is None) the page around them.

    `first` and `last` tell whether the quote begins and ends in this run. `closing` are the
    quotation marks that stand behind it on the page; they are not the speaker's words.
    """

    text: str
    quote: QuoteJson | None = None
    first: bool = False
    last: bool = False
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown. `level` is that of the HTML heading, 2 to 6."""

    heading: str
    level: int
    paragraphs: tuple[tuple[Run, ...], ...]


def paragraphs(text: str, highlights: Sequence[SpanJson] = ()) -> list[list[Piece]]:
    """`text` cut at blank lines, each paragraph into runs that are marked or not."""
    bounds = [0, *(at for match in _BLANK.finditer(text) for at in match.span()), len(text)]
    spans = [Span(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    return [_pieces(text, span, highlights) for span in spans if span.of(text).strip()]


def _pieces(text: str, span: Span, highlights: Sequence[SpanJson]) -> list[Piece]:
    cuts = {span.start, span.end}
    for highlight in highlights:
        cuts.update(at for at in (highlight.start, highlight.end) if span.start < at < span.end)
    return [
        Piece(text[start:end], any(h.start <= start < h.end for h in highlights))
        for start, end in pairwise(sorted(cuts))
    ]


def parts(document: Document, quotes: Sequence[QuoteJson]) -> list[Part]:
    """The document in reading order, with every quote marked where it stands."""
    blocks = [block.span for block in plain_layout(document.text).blocks]
    sections = document.sections or (Section((), 0, len(document.text)),)
    return [_part(document, section, blocks, quotes) for section in sections]


def _part(
    document: Document, section: Section, blocks: Iterable[Span], quotes: Sequence[QuoteJson]
) -> Part:
    inside = [
        Span(max(block.start, section.start), min(block.end, section.end))
        for block in blocks
        if block.start < section.end and block.end > section.start
    ]
    shown = [block for block in inside if not _is_heading(block, document, section)]
    runs = tuple(tuple(_runs(document.text, block, quotes)) for block in shown)
    level = min(6, len(section.path) + 1) if section.path else 2
    return Part(section.heading, level, tuple(run for run in runs if run))


def _is_heading(block: Span, document: Document, section: Section) -> bool:
    """Whether the block is the section's heading or the title, which are shown above it."""
    words = _HEADING_MARKS.sub("", block.of(document.text)).strip()
    if block.start <= section.start + 1 and section.heading:
        return words == section.heading or not words
    return (words == document.title and not section.heading) or bool(_UNDERLINE.fullmatch(words))


def _runs(text: str, block: Span, quotes: Sequence[QuoteJson]) -> Iterator[Run]:
    """The block cut at the ends of quotes; quotes never overlap, a second one gives way."""
    at = block.start
    for quote in quotes:
        start, end = max(quote.start, at), min(quote.end, block.end)
        if start >= end or quote.start >= block.end:
            continue
        if text[at:start].strip():
            yield Run(text[at:start])
        closing = _CLOSING.match(text, end, block.end)
        marks = closing.group() if closing else ""
        yield Run(text[start:end], quote, start == quote.start, end == quote.end, marks)
        at = end + len(marks)
    if text[at : block.end].strip():
        yield Run(text[at : block.end])


def surroundings(
    document: Document, quote: WholeQuoteJson, quotes: Sequence[QuoteJson]
) -> list[tuple[Run, ...]]:
    """The paragraphs that all parts of the quote stand in, with the one before and the one after.

    They stay within the section; `quotes` are all quotes of the document, in reading order.
    """
    section = document.section_at(quote.start)
    said = in_order(quote)
    start, end = said[0].start, said[-1].end
    blocks = [
        block.span
        for block in plain_layout(document.text).blocks
        if section.start <= block.start < section.end
        and not _is_heading(block.span, document, section)
    ]
    touched = [
        number for number, block in enumerate(blocks) if block.start < end and block.end > start
    ]
    if not touched:
        return []
    near = blocks[max(0, touched[0] - 1) : touched[-1] + 2]
    return [tuple(_runs(document.text, block, quotes)) for block in near]
