"""One score from meaning and words.

score = 0.25 · passage + 0.2 · best sentence + 0.15 · heading + 0.2 · narrative + 0.2 · lead-in
        + 0.1 · words

All but the last are cosines to the question. The passage is embedded with its lead-in and heading
and knows what the talk is about; its best sentence says how near the nearest thing said comes; its
lead-in, the heading of its section, and the nearest of what the researchers wrote there, say in
plain words what people in it talk about. Every part means the same for every question and
collection, so nothing is normalised over what was found: a passage's score does not change with
those beside it.

Where researchers coded a quote, its n codes decide 0.8 · n / (n + 2) of its score, and all the
above the rest: a code says in general words what an anecdote is an example of, as a question asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from partnerqa.records import Match

Scores = NDArray[np.float64]
Count = TypeVar("Count", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Ranking:
    """How to rank.

    `sentence`, `heading`, `narrative` and `lead_in` are the shares of meaning that a passage's best
    sentence, its section's heading, the narrative in its section and its lead-in decide, 0 to 1
    together; the passage itself has the rest. `codes` is the share of the whole score that very
    many codes of a passage would decide. `words` multiplies the word score before it is added; 0
    ranks by meaning alone. `depth` is how many passages each of word, vector and code search puts
    forward; `refined` how many of them, the best by all else, are looked at by sentence;
    `reranked` how many of the first are put in order by the index's reranker, if it has one.
    """

    sentence: float = 0.2
    heading: float = 0.15
    narrative: float = 0.2
    lead_in: float = 0.2
    codes: float = 0.8
    words: float = 0.1
    depth: int = 100
    refined: int = 50
    reranked: int = 20

    @property
    def passage(self) -> float:
        """The share of meaning that the passage itself decides."""
        return 1.0 - self.sentence - self.heading - self.narrative - self.lead_in


CLOSER = 0.75
"""What the nearness of codes is multiplied by, to be worth as much as that of a passage.

A question comes nearer to short general phrases than to talk: on average 1.43 times as near, where
the passage answers it.
"""
FEW = 2
"""So many codes tell half of what very many would: one alone may be as broad as "trust"."""


def how_coded(count: Count) -> Count:
    """How much is known of a passage by `count` codes: 0 for none, near 1 for very many."""
    return count / (count + FEW)


def by_codes(codes: Scores, share: Scores) -> Scores:
    """What the nearness of its codes (nan for none) adds to the meaning of each passage."""
    added: Scores = share * CLOSER * np.nan_to_num(codes)
    return added


def match(meaning: float, words: float, ranking: Ranking) -> Match:
    """The shares of words and of meaning in a score; they add to 1."""
    by_words, by_meaning = ranking.words * words, max(meaning, 0.0)
    share = by_words / (by_words + by_meaning) if by_words > 0 else 0.0
    return Match(words=share, meaning=1.0 - share)
