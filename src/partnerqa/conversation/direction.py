"""Where a message is looked for: the vector that is searched, and the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.conversation.carry import LIKENESS, LIKENESS_OF_NOTHING, carried, lean, unit
from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.recent import recent_vectors
from partnerqa.conversation.understanding import Understanding
from partnerqa.index.opened import Index
from partnerqa.search.query import MAX_QUESTION, parse_query

Mask = NDArray[np.bool_]
Vectors = NDArray[np.float32]

# What a quote and its codes count for beside the question, where others like it are wanted.
LIKE, LIKE_CODES = 0.5, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Direction:
    """`vector`, of shape (dimension,) and length 1, and the `words` for the word index.

    `code_vector`, of the same shape, is for codes where these are looked for in another direction.
    """

    vector: Vectors
    code_vector: Vectors | None
    words: str

    @classmethod
    def of(cls, index: Index, meant: Understanding) -> Self:
        """Where to look for a message as it was `meant`."""
        return cls(_vector(index, meant), _code_vector(index, meant), _words(meant))


def passages_of(index: Index, quotes: Iterable[str]) -> Mask:
    """Which passages are parts of the quotes with these ids, of shape (passages,)."""
    rows, wanted = index.rows, set(quotes)
    codes = [code for code, quote in enumerate(rows.quotes) if quote in wanted] if wanted else []
    return np.isin(rows.quote, codes)


def _vector(index: Index, meant: Understanding) -> Vectors:
    recent = recent_vectors(index.encoder)
    typed = recent.of(parse_query(meant.text).words)
    if meant.like:
        like = _vectors_of(index, [meant.like]).mean(axis=0)
        return unit((1 - LIKE) * typed + LIKE * like)
    question = recent.of(parse_query(meant.carried).words) if meant.carried else None
    towards = carried(question, _vectors_of(index, meant.leaning))
    likeness = LIKENESS if content_words(meant.text) else LIKENESS_OF_NOTHING
    return typed if towards is None else lean(typed, towards, likeness)


def _code_vector(index: Index, meant: Understanding) -> Vectors | None:
    """Where codes are looked for, if others like a quote are wanted: near to the codes of that."""
    if not meant.like:
        return None
    typed = recent_vectors(index.encoder).of(parse_query(meant.text).words)
    turned = index.asking.turned_to_codes(typed)
    whole = index.codes.together(np.flatnonzero(passages_of(index, [meant.like])))
    if not len(whole):
        return turned
    return unit((1 - LIKE_CODES) * turned + LIKE_CODES * whole.mean(axis=0))


def _vectors_of(index: Index, quotes: Iterable[str]) -> Vectors:
    """The vectors of all parts of `quotes`, of shape (parts, dimension)."""
    return index.vectors.vectors(np.flatnonzero(passages_of(index, quotes)))


def _words(meant: Understanding) -> str:
    """What the word index looks for: a message with nothing of its own borrows its subject."""
    if meant.carried and len(content_words(meant.text)) < 2:
        return f"{meant.text} {meant.carried}"[:MAX_QUESTION]
    return meant.text
