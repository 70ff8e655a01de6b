"""The passages worth scoring: the nearest by meaning and the best by words, together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.lexical import LexicalQuery
from partnerqa.index.opened import Index
from partnerqa.search.asked import Asked
from partnerqa.search.query import Query

# The heading and the lead-in describe a quote; its own words count most.
BOOSTS = {"text": 1.0, "lead_in": 0.7, "heading": 0.3}


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Passage numbers in ascending order and their cosines to the question, of one shape."""

    numbers: NDArray[np.int64]
    cosines: NDArray[np.float32]


def find_candidates(
    index: Index,
    query: Query,
    question: Asked,
    vector: NDArray[np.float32],
    allowed: NDArray[np.bool_] | None,
    depth: int,
) -> Candidates:
    """At most `depth` passages by words and `depth` by meaning, among the `allowed` ones.

    With phrases in `query`, only passages that hold every phrase. `vector` is the question's.
    """
    wanted = LexicalQuery(question.text, query.phrases, BOOSTS, allowed)
    by_words, _ = index.lexical.search(wanted, depth)
    if query.phrases:
        return _with_cosines(index, np.sort(by_words), vector)
    by_meaning, cosines = index.vectors.search(vector, depth, allowed)
    missing = np.setdiff1d(by_words, by_meaning)
    more = _with_cosines(index, missing, vector)
    numbers = np.concatenate([by_meaning, more.numbers])
    order = np.argsort(numbers)
    return Candidates(numbers[order], np.concatenate([cosines, more.cosines])[order])


def _with_cosines(
    index: Index, numbers: NDArray[np.int64], vector: NDArray[np.float32]
) -> Candidates:
    if not numbers.size:
        return Candidates(numbers, np.empty(0, np.float32))
    return Candidates(numbers, index.vectors.vectors(numbers) @ vector)
