"""From signals to the chance that a quote answers the question, and from that to three states.

The chance is a logistic function of three signals. Each means the same in a collection of ten
quotes and in one of a hundred thousand, and none depends on what else was found. How the weights
were found, and how well they do, is in `docs/ranking.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from partnerqa.records import Status

# What the log-odds begin with, and what each signal adds to them.
CONSTANT = -2.9
WEIGHTS = {"meaning": 6.4, "share": 1.6, "belonging": 1.0}

ANSWERED = 0.55
"""From this chance of its best hit on, a question counts as answered."""
RELATED = 0.2
"""From this chance on, a hit is near enough to be shown as related."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of one hit.

    `meaning` is how near it comes to the question in meaning, with what stands around it (a
    weighted mean of cosines); `share` the share of the question's telling words, by rarity, that
    stand in it (0 to 1). `belonging` is how far the question is one that such a collection can
    answer at all (about -1 to 1; `Asking.belonging`): it is the same for all hits of a question.
    """

    meaning: float
    share: float
    belonging: float


def chance(signals: Signals) -> float:
    """The estimated chance, 0 to 1, that the hit with these signals answers the question."""
    odds = CONSTANT + sum(weight * getattr(signals, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-odds))


def falling(chances: Iterable[float]) -> list[float]:
    """`chances` of ranked hits, none higher than one before it: ranking knows more of order."""
    kept: list[float] = []
    for value in chances:
        kept.append(min(value, kept[-1]) if kept else value)
    return kept


def classify(best: float) -> Status:
    """The state of an answer whose best hit has the chance `best`; 0.0 where nothing was found."""
    if best >= ANSWERED:
        return "answered"
    return "related" if best >= RELATED else "not_covered"
