"""From signals to the chance that a quote answers the question, and from that to three states.

The chance is a logistic function of a few signals that mean the same in a collection of ten
quotes and in one of a hundred thousand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from partnerqa.records import Status

# What each signal adds to the log-odds.
CONSTANT = -5.5
WEIGHTS = {"meaning": 9.0, "share": 2.5}

ANSWERED = 0.5
"""From this chance on, a hit counts as an answer."""
RELATED = 0.15
"""From this chance on, a hit is near enough to be shown as related."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of one hit.

    `meaning` is its cosine to the question, `share` the share of the question's telling words, by
    rarity, that stand in it (0 to 1).
    """

    meaning: float
    share: float


def chance(signals: Signals) -> float:
    """The estimated chance, 0 to 1, that the hit with these signals answers the question."""
    odds = CONSTANT + sum(weight * getattr(signals, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-odds))


def classify(best: float) -> Status:
    """The state of an answer whose best hit has the chance `best`; 0.0 where nothing was found."""
    if best >= ANSWERED:
        return "answered"
    return "related" if best >= RELATED else "not_covered"
