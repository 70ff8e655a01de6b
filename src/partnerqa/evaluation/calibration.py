"""Whether a chance of 0.8 means right in eight of ten cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from partnerqa.evaluation.run import Outcome


@dataclass(frozen=True, slots=True)
class Bin:
    """Best quotes with about the same chance: its mean, the share that was right, how many."""

    given: float
    right: float
    count: int


def bins(outcomes: Sequence[Outcome], number: int = 10) -> list[Bin]:
    """The best quotes of all questions in `number` bins of equal width; empty ones left out."""
    chances = np.array([outcome.chance for outcome in outcomes])
    right = np.array([bool(set(each.ranked[:1]) & each.judged.relevant) for each in outcomes])
    places = np.minimum((chances * number).astype(int), number - 1)
    return [
        Bin(float(chances[inside].mean()), float(right[inside].mean()), int(inside.sum()))
        for place in range(number)
        if (inside := places == place).any()
    ]


def expected_error(found: Sequence[Bin]) -> float:
    """The expected calibration error: the mean distance of chance and share, by count."""
    total = sum(each.count for each in found)
    return sum(abs(each.given - each.right) * each.count for each in found) / max(1, total)
