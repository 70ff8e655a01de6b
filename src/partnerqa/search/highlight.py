"""What to mark in a passage: the sentence that answers best, and the question's words around it.

The sentence is the one nearest to the question in meaning and words. It is marked whole; outside
it, single words that the question shares are marked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.opened import Index
from partnerqa.records import Span
from partnerqa.search.request import Request
from partnerqa.search.words import Mentions, find_mentions

Shared = list[tuple[Span, int]]


def highlights(
    index: Index, request: Request, numbers: NDArray[np.int64]
) -> list[tuple[Span, ...]]:
    """For each of the passages `numbers`, spans of its text, in order and apart from each other."""
    if not numbers.size:
        return []
    mentions = find_mentions(index.wording, request.asked.codes, numbers)
    shared = _shared(index, mentions, len(numbers))
    cosines, begin = index.sentences.cosines(numbers, request.vector)
    parts = np.split(cosines, begin[1:])
    return [
        _marks(request, index.sentences.spans(int(number)), near.tolist(), words)
        for number, near, words in zip(numbers, parts, shared, strict=True)
    ]


def _shared(index: Index, mentions: Mentions, size: int) -> list[Shared]:
    """Per passage, where in its own text the question's words stand, and which each is."""
    starts = index.wording.start[mentions.place].tolist()
    ends = index.wording.end[mentions.place].tolist()
    shared: list[Shared] = [[] for _ in range(size)]
    for passage, slot, start, end in zip(
        mentions.passage.tolist(), mentions.slot.tolist(), starts, ends, strict=True
    ):
        if start >= 0:  # not in the heading or lead-in, which are not shown as its words
            shared[passage].append((Span(start, end), slot))
    return shared


def _marks(
    request: Request, parts: Sequence[Span], near: Sequence[float], shared: Shared
) -> tuple[Span, ...]:
    best = parts[_best(request, parts, near, shared)]
    outside = [span for span, _ in shared if not best.covers(span.start)]
    return tuple(sorted([*outside, best]))


def _best(request: Request, parts: Sequence[Span], near: Sequence[float], shared: Shared) -> int:
    """Which of the sentences `parts` answers best; the first of equals."""
    scores = list(near)
    for place, part in enumerate(parts):
        slots = {slot for span, slot in shared if part.covers(span.start)}
        found = sum(float(request.asked.rarity[slot]) for slot in slots)
        scores[place] += request.ranking.words * found
    return scores.index(max(scores))
