"""Intervals by resampling the questions (Efron 1979; Sakai 2006 for paired comparisons)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

RESAMPLES = 2000
_SEED = 20_261_122  # fixed, so that a report is the same twice


class Interval(NamedTuple):
    """The bounds between which 95 of 100 resamples fall."""

    low: float
    high: float


def interval(values: Sequence[float]) -> Interval:
    """The 95 % interval of the mean of `values`."""
    if not values:
        return Interval(float("nan"), float("nan"))
    sample = np.asarray(values, dtype=np.float64)
    chooser = np.random.default_rng(_SEED)
    means = sample[chooser.integers(0, sample.size, (RESAMPLES, sample.size))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Interval(float(low), float(high))


def difference(ours: Sequence[float], theirs: Sequence[float]) -> Interval:
    """The 95 % interval of the mean difference, question by question; both of one length."""
    return interval([mine - other for mine, other in zip(ours, theirs, strict=True)])
