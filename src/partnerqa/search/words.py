"""How well the words of some passages match those of a question: BM25, and pairs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.wording import Wording
from partnerqa.search.asked import Asked, Codes

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]

SATURATION = 0.6
"""BM25's k1: how fast a further mention of a word stops counting; a quote is short."""
LENGTH = 0.4
"""BM25's b: how much less a mention counts in a long passage."""
PAIRS = 0.4
"""What two of the question's words count for once more, where they stand together."""
KIN = 0.6
"""What another word for the same thing counts for, beside the question's own word."""

_TOGETHER = 2  # places apart at most: one word may stand between


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """Where words of a question stand in some passages, one entry a mention, in reading order.

    `passage` is a place in the list of passages that was asked about, `slot` the word's place in
    the question, `place` the mention's place in `Wording`.
    """

    passage: Numbers
    slot: Numbers
    place: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class WordMatch:
    """How the words of passages match; arrays of shape (passages,).

    `score` is 0 and up: each word adds at most 1.6 times its rarity, and pairs of words and other
    words for the same things come on top. `share` is the share of the question's words, by rarity,
    that stand there (0 to 1).
    """

    score: Scores
    share: Scores


def match_words(wording: Wording, question: Asked, numbers: Numbers) -> WordMatch:
    """How the words of `question` match the passages `numbers`."""
    codes = (*question.codes, *question.kin)
    mentions = find_mentions(wording, codes, numbers)
    size, words, rarity = len(numbers), len(question), question.rarity
    damping = _damping(wording, numbers)
    found = _counts(mentions, size, len(codes))
    own, kin = found[:, :words], found[:, words:]
    pairs = _counts(_together(mentions), size, len(codes))[:, : max(words - 1, 0)]
    score = _saturated(own, damping) @ rarity
    score += PAIRS * (_saturated(pairs, damping) @ ((rarity[:-1] + rarity[1:]) / 2))
    score += KIN * (_saturated(kin, damping) @ question.kin_rarity)
    return WordMatch(score, (own > 0) @ rarity / max(rarity.sum(), 1e-9))


def find_mentions(wording: Wording, words: Sequence[Codes], numbers: Numbers) -> Mentions:
    """Every mention of one of `words`, each given by its codes, in the passages `numbers`."""
    slot_of = np.full(len(wording.vocabulary) + 1, -1, np.int16)  # the last one is the break's
    for slot, codes in enumerate(words):
        slot_of[list(codes)] = slot
    places, owner = wording.places(numbers)
    slots = slot_of[wording.term[places]]
    kept = np.flatnonzero(slots >= 0)
    return Mentions(owner[kept], slots[kept].astype(np.int64), places[kept])


def _together(mentions: Mentions) -> Mentions:
    """The mentions that the question's next word follows."""
    kept = np.flatnonzero(
        (np.diff(mentions.slot) == 1)
        & (np.diff(mentions.passage) == 0)
        & (np.diff(mentions.place) <= _TOGETHER)
    )
    return Mentions(mentions.passage[kept], mentions.slot[kept], mentions.place[kept])


def _counts(mentions: Mentions, size: int, words: int) -> Numbers:
    cells = mentions.passage * words + mentions.slot
    return np.bincount(cells, minlength=size * words).reshape(size, words)


def _damping(wording: Wording, numbers: Numbers) -> Scores:
    lengths = wording.first[numbers + 1] - wording.first[numbers]
    relative = lengths / max(wording.mean_length, 1.0)
    damping: Scores = SATURATION * (1 - LENGTH + LENGTH * relative)
    return damping[:, None]


def _saturated(counts: Numbers, damping: Scores) -> Scores:
    return counts * (SATURATION + 1) / (counts + damping)
