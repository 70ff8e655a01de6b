"""One score from meaning and words.

The score of a passage is its cosine to the question plus `WORDS` times its word score. Both parts
mean the same for every question and collection, so nothing is normalised over what was found, and
a passage's score does not change with the passages beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.records import Match
from partnerqa.search.words import WordMatch

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What ranking may be told: how much words count beside meaning, and how deep to look.

    `words` multiplies the word score before it is added to the cosine; 0 ranks by meaning alone.
    `depth` is how many passages each of word and vector search may put forward.
    """

    words: float = 0.1
    depth: int = 100


def fuse(cosines: NDArray[np.float32], words: WordMatch, ranking: Ranking) -> Scores:
    """The scores of passages from their cosines and word matches, of one shape."""
    return cosines + ranking.words * words.score


def match(cosine: float, words: float, ranking: Ranking) -> Match:
    """The shares of words and of meaning in a score; they add to 1."""
    by_words, by_meaning = ranking.words * words, max(cosine, 0.0)
    share = by_words / (by_words + by_meaning) if by_words > 0 else 0.0
    return Match(words=share, meaning=1.0 - share)
