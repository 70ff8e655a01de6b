"""One score from meaning and words.

score = 0.75 · cosine of the passage + 0.25 · cosine of its best sentence + 0.1 · words

The passage is embedded with its lead-in and heading and knows what the talk is about; its best
sentence says how near the nearest thing said comes. Every part means the same for every question
and collection, so nothing is normalised over what was found: a passage's score does not change
with the passages beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.records import Match

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """How to rank.

    `sentence` is the share of meaning that a passage's best sentence decides, 0 to 1. `words`
    multiplies the word score before it is added; 0 ranks by meaning alone. `depth` is how many
    passages each of word and vector search puts forward; `refined` how many of them, the best by
    passage, are looked at by sentence.
    """

    sentence: float = 0.25
    words: float = 0.1
    depth: int = 100
    refined: int = 50


def near(cosine: Scores, best: Scores, ranking: Ranking) -> Scores:
    """How near passages come in meaning, by their cosines and those of their best sentences."""
    return (1 - ranking.sentence) * cosine + ranking.sentence * best


def match(meaning: float, words: float, ranking: Ranking) -> Match:
    """The shares of words and of meaning in a score; they add to 1."""
    by_words, by_meaning = ranking.words * words, max(meaning, 0.0)
    share = by_words / (by_words + by_meaning) if by_words > 0 else 0.0
    return Match(words=share, meaning=1.0 - share)
