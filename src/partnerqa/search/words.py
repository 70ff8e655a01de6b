"""How well the words of some passages match those of a question: BM25, and pairs of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.wording import Wording
from partnerqa.search.asked import Asked

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]

SATURATION = 1.2
"""BM25's k1: how fast a further mention of a word stops counting."""
LENGTH = 0.4
"""BM25's b: how much a long passage's mentions count less; quotes are best held to little."""
PAIRS = 0.4
"""What two of the question's words count for once more, where they stand together."""

_TOGETHER = 2  # places apart at most: one word may stand between


@dataclass(frozen=True, slots=True, eq=False)
class WordMatch:
    """How the words of passages match; arrays of shape (passages,).

    `score` is 0 and up: each word adds at most 2.2 times its rarity, and pairs of words come on
    top. `share` is the share of the question's words, by rarity, that stand there (0 to 1).
    """

    score: Scores
    share: Scores


def match_words(wording: Wording, question: Asked, numbers: Numbers) -> WordMatch:
    """How the words of `question` match the passages `numbers`; arrays of shape (numbers,)."""
    size, words = len(numbers), len(question)
    slots, owner = asked_places(wording, question, numbers)
    place = np.flatnonzero(slots >= 0)
    slot, passage = slots[place], owner[place]
    found = _counts(passage, slot, size, words)
    together = (np.diff(slot) == 1) & (np.diff(passage) == 0) & (np.diff(place) <= _TOGETHER)
    pairs = _counts(passage[:-1][together], slot[:-1][together], size, words)[:, :-1]
    damping = _damping(wording, numbers)
    rarity = question.rarity
    score = _saturated(found, damping) @ rarity
    score += PAIRS * (_saturated(pairs, damping) @ ((rarity[:-1] + rarity[1:]) / 2))
    return WordMatch(score, (found > 0) @ rarity / max(rarity.sum(), 1e-9))


def asked_places(
    wording: Wording, question: Asked, numbers: Numbers
) -> tuple[NDArray[np.int16], Numbers]:
    """Which word of `question` stands at each place of the passages `numbers`; -1 for none.

    With it, for each place, which of `numbers` it belongs to.
    """
    slot_of = np.full(len(wording.vocabulary) + 1, -1, np.int16)  # the last one is the break's
    for slot, codes in enumerate(question.codes):
        slot_of[list(codes)] = slot
    places, owner = wording.places(numbers)
    return slot_of[wording.term[places]], owner


def _counts(passage: Numbers, slot: NDArray[np.int16], size: int, words: int) -> Numbers:
    return np.bincount(passage * words + slot, minlength=size * words).reshape(size, words)


def _damping(wording: Wording, numbers: Numbers) -> Scores:
    lengths = wording.first[numbers + 1] - wording.first[numbers]
    relative = lengths / max(wording.mean_length, 1.0)
    damping: Scores = SATURATION * (1 - LENGTH + LENGTH * relative)
    return damping[:, None]


def _saturated(counts: Numbers, damping: Scores) -> Scores:
    return counts * (SATURATION + 1) / (counts + damping)
