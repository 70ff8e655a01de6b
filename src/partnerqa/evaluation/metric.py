"""One metric a function, over a ranked list of ids and a set of relevant ones.

Relevance is binary. The definitions are those of Järvelin and Kekäläinen (2002) for nDCG and of
trec_eval for the rest; a test holds them to `ir_measures` by value.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike


def ndcg(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """Normalised discounted cumulative gain of the first `depth`, 0 to 1."""
    gain = sum(
        1 / math.log2(place + 2) for place, hit in enumerate(ranked[:depth]) if hit in relevant
    )
    ideal = sum(1 / math.log2(place + 2) for place in range(min(depth, len(relevant))))
    return gain / ideal if ideal else 0.0


def recall(ranked: Sequence[str], relevant: Collection[str], depth: int = 10) -> float:
    """The share of `relevant` that stands among the first `depth`."""
    return len(set(ranked[:depth]) & set(relevant)) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """One over the place of the first relevant id; 0 if there is none."""
    return next((1 / place for place, hit in enumerate(ranked, 1) if hit in relevant), 0.0)


def success(ranked: Sequence[str], relevant: Collection[str], depth: int = 1) -> float:
    """1 if any of the first `depth` is relevant, else 0."""
    return float(any(hit in relevant for hit in ranked[:depth]))


def area_under_curve(positive: ArrayLike, negative: ArrayLike) -> float:
    """The chance that a positive scores above a negative, ties counted half (Mann-Whitney).

    Both are one-dimensional arrays of scores; nan where either is empty.
    """
    high = np.asarray(positive, dtype=np.float64)
    low = np.sort(np.asarray(negative, dtype=np.float64))
    if not high.size or not low.size:
        return math.nan
    below = np.searchsorted(low, high, side="left")
    not_above = np.searchsorted(low, high, side="right")
    return float((below + not_above).mean() / (2 * low.size))


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; nan of nothing."""
    return sum(values) / len(values) if values else math.nan
