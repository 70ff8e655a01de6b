"""Plain text to blocks: paragraphs between blank lines, or one a line where lines are long.

Pages copied from a browser hold one paragraph a line; pages typed or exported may be wrapped at
a fixed width. Which of the two a page is, is told from its own lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from partnerqa.corpus.layout import Block, Layout
from partnerqa.records import Span

_WIDTH = (50, 110)  # characters: a page wrapped by hand or by a mail program lies in between
_LINE = re.compile(r"[^\r\n]+")


def plain_layout(text: str) -> Layout:
    """The blocks of a plain text. Nothing is marked as a heading: that is told later."""
    runs = list(_runs(text))
    spans = _paragraphs(runs) if _is_wrapped(runs) else [line for run in runs for line in run]
    return Layout(text, tuple(Block(span.start, span.end) for span in spans))


def _runs(text: str) -> Iterator[list[Span]]:
    """The stretches of lines without a blank line between them."""
    run: list[Span] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        blank = text.count("\n", last_end, match.start()) > 1 or not words
        if blank and run:
            yield run
            run = []
        if words:
            start = match.start() + len(line) - len(line.lstrip())
            run.append(Span(start, start + len(words)))
        last_end = match.end()
    if run:
        yield run


def _is_wrapped(runs: list[list[Span]]) -> bool:
    """Whether most lines that are followed by another end near one right margin."""
    inner = [line.end - line.start for run in runs for line in run[:-1]]
    every = [line.end - line.start for run in runs for line in run]
    if len(inner) < 3 or max(every) > _WIDTH[1]:
        return False
    full = [length for length in inner if length >= _WIDTH[0]]
    return len(full) > 0.6 * len(inner)


def _paragraphs(runs: list[list[Span]]) -> list[Span]:
    """Lines of a wrapped page joined, but for short lines, which end what they stand in."""
    spans: list[Span] = []
    for run in runs:
        start: int | None = None
        for line, after in zip(run, [*run[1:], None], strict=True):
            start = line.start if start is None else start
            if after is None or line.end - line.start < _WIDTH[0]:
                spans.append(Span(start, line.end))
                start = None
    return spans
