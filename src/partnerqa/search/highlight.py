"""What to mark in a hit: the sentence that answers best, and the question's words around it.

A highlight is a span of the hit's text. The sentence is the one that shares most of the
question's telling words, by how rare they are; where none shares any, no sentence is marked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from partnerqa.corpus.sentence import sentences
from partnerqa.index.wording import Wording
from partnerqa.records import Passage, Span
from partnerqa.search.asked import Asked
from partnerqa.search.words import asked_places


def highlights(wording: Wording, question: Asked, passage: Passage) -> tuple[Span, ...]:
    """Spans of `passage.text`, in order and apart from each other."""
    found = _matches(wording, question, passage)
    best = _best_sentence(sentences(passage.text), found, question)
    outside = [span for span, _ in found if best is None or not best.covers(span.start)]
    return tuple(sorted([*outside, best] if best else outside))


def _matches(wording: Wording, question: Asked, passage: Passage) -> list[tuple[Span, int]]:
    """Where in `passage.text` the question's words stand, and which of them each is."""
    number = np.array([passage.number])
    slots, _ = asked_places(wording, question, number)
    first = int(wording.first[passage.number])
    return [
        (
            Span(int(wording.start[first + place]), int(wording.end[first + place])),
            int(slots[place]),
        )
        for place in np.flatnonzero(slots >= 0)
        if wording.start[first + place] >= 0
    ]


def _best_sentence(
    among: Sequence[Span], found: Sequence[tuple[Span, int]], question: Asked
) -> Span | None:
    """The sentence with the rarest of the question's words; the first of equals."""
    shares = [
        sum(
            question.rarity[slot]
            for slot in {slot for span, slot in found if part.covers(span.start)}
        )
        for part in among
    ]
    best = max(range(len(among)), key=lambda place: shares[place], default=None)
    return among[best] if best is not None and shares[best] > 0 else None
