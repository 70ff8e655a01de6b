"""The passages worth scoring: the nearest by meaning or codes and the best by words, together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.lexical import LexicalQuery
from partnerqa.index.opened import Index
from partnerqa.search.request import Request

# The heading, the lead-in and the codes describe a quote; its own words count most.
BOOSTS = {"text": 1.0, "lead_in": 0.7, "codes": 0.7, "heading": 0.3}


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Passage numbers in ascending order and their cosines to the question, of one shape."""

    numbers: NDArray[np.int64]
    cosines: NDArray[np.float32]


def find_candidates(index: Index, request: Request) -> Candidates:
    """At most `ranking.depth` passages each by words, meaning and codes, where they are allowed.

    With phrases in the query, only passages that hold every phrase.
    """
    phrases, depth = request.query.phrases, request.ranking.depth
    wanted = LexicalQuery(request.asked.text, phrases, BOOSTS, request.allowed)
    by_words, _ = index.lexical.search(wanted, depth)
    if phrases:
        return _with_cosines(index, np.sort(by_words), request.vector)
    by_meaning, cosines = index.vectors.search(request.vector, depth, request.allowed)
    by_codes = index.codes.near(request.code_cosines, depth, request.allowed)
    others = np.setdiff1d(np.union1d(by_words, by_codes), by_meaning)
    more = _with_cosines(index, others, request.vector)
    numbers = np.concatenate([by_meaning, more.numbers])
    order = np.argsort(numbers)
    return Candidates(numbers[order], np.concatenate([cosines, more.cosines])[order])


def _with_cosines(
    index: Index, numbers: NDArray[np.int64], vector: NDArray[np.float32]
) -> Candidates:
    if not numbers.size:
        return Candidates(numbers, np.empty(0, np.float32))
    return Candidates(numbers, index.vectors.vectors(numbers) @ vector)
