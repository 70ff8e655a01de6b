"""Headings nest; each opens a section that runs to the next heading."""

from __future__ import annotations

from collections.abc import Iterable

from partnerqa.corpus.piece import Part, Piece
from partnerqa.records import Section


def sections(text: str, pieces: Iterable[Piece]) -> tuple[Section, ...]:
    """The introduction and a section for each heading, in order; together they cover `text`."""
    starts: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    open_headings: list[tuple[int, str]] = []
    for piece in pieces:
        if piece.part is not Part.HEADING:
            continue
        level = piece.block.level or 2
        open_headings = [entry for entry in open_headings if entry[0] < level]
        open_headings.append((level, " ".join(piece.span.of(text).split())))
        starts.append((piece.block.start, tuple(heading for _, heading in open_headings)))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    made = [Section(path, start, end) for (start, path), end in zip(starts, ends, strict=True)]
    return tuple(section for section in made if section.path or section.end > section.start) or (
        Section((), 0, len(text)),
    )
