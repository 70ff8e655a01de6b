"""A participant who withdraws is gone from everything: words, captions and every mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from partnerqa.corpus.layout import Block, Layout, Link
from partnerqa.corpus.name import people_in
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Quote, Span


def without_people(layout: Layout, quotes: Sequence[Quote], people: Iterable[str]) -> Layout:
    """`layout` without the quotes of `people` and without the sentences that name them."""
    names = set(people)
    gone = [
        Span(quote.start, quote.end)
        for quote in quotes
        if set(people_in(quote.attribution.speaker or "")) & names
    ]
    pattern = re.compile(
        rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])", re.IGNORECASE
    )
    return without(layout, [*gone, *_sentences_with(layout, pattern)])


def _sentences_with(layout: Layout, pattern: re.Pattern[str]) -> Iterable[Span]:
    for block in layout.blocks:
        for sentence in sentences(layout.text, block.start, block.end):
            if pattern.search(layout.text, sentence.start, sentence.end):
                yield sentence


def without(layout: Layout, gone: Iterable[Span]) -> Layout:
    """`layout` with the stretches `gone` cut out of its text, and all offsets moved to fit."""
    cuts = _merged(gone)
    starts = [cut.start for cut in cuts]
    removed = [0]
    for cut in cuts:
        removed.append(removed[-1] + cut.end - cut.start)

    def moved(position: int) -> int:
        index = bisect_right(starts, position)
        if index and position < cuts[index - 1].end:
            return cuts[index - 1].start - removed[index - 1]
        return position - removed[index]

    text = "".join(
        layout.text[before.end : after.start]
        for before, after in zip(
            [Span(0, 0), *cuts], [*cuts, Span(len(layout.text), len(layout.text))], strict=True
        )
    )
    blocks = (
        _trimmed(text, block, moved(block.start), moved(block.end)) for block in layout.blocks
    )
    links = tuple(
        Link(moved(link.start), moved(link.end), link.url)
        for link in layout.links
        if moved(link.end) > moved(link.start)
    )
    kept = tuple(block for block in blocks if block is not None)
    return Layout(text, kept, links, layout.title, layout.language, layout.marked)


def _trimmed(text: str, block: Block, start: int, end: int) -> Block | None:
    """The block without white space and stray quotation marks left at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    stripped = words.strip()
    if not any(letter.isalpha() for letter in stripped):
        return None
    return Block(start + left, start + left + len(stripped), block.kind, block.level)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
