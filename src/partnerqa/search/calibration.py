"""From signals to the chance that a quote answers the question, and from that to three states.

The chance is a logistic function of three signals, one function for quotes that researchers coded
and one for all others. Each signal means the same in a collection of ten quotes and in one of a
hundred thousand, and none depends on what else was found. How the weights were found, and how well
they do, is in `docs/ranking.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerqa.records import Hit, Status


@dataclass(frozen=True, slots=True)
class Weights:
    """What the log-odds begin with, and what each signal adds to them."""

    constant: float
    meaning: float
    share: float
    belonging: float


PLAIN = Weights(-2.9, 6.4, 1.6, 1.0)
CODED = Weights(-3.98, 12.28, 2.71, 1.39)

ANSWERED = 0.55
"""From this chance on, a hit answers: the question counts as answered."""
ANSWERED_CODED = 0.7
"""The same for a hit that was coded. Codes bring near misses near too, so more is asked of it."""
RELATED = 0.2
"""From this chance on, a hit is near enough to be shown as related."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of one hit.

    `meaning` is how near it comes to the question in meaning, with what stands around it (a
    weighted mean of cosines); `share` the share of the question's telling words, by rarity, that
    stand in it (0 to 1). `belonging` is how far the question is one that such a collection can
    answer at all (about -1 to 1; `Asking.belonging`): it is the same for all hits of a question.
    `coded` tells whether researchers coded the hit, and meaning and share know of that.
    """

    meaning: float
    share: float
    belonging: float
    coded: bool = False


def chance(signals: Signals) -> float:
    """The estimated chance, 0 to 1, that the hit with these signals answers the question."""
    weights = CODED if signals.coded else PLAIN
    odds = (
        weights.constant
        + weights.meaning * signals.meaning
        + weights.share * signals.share
        + weights.belonging * signals.belonging
    )
    return 1 / (1 + math.exp(-odds))


def falling(chances: Iterable[float]) -> list[float]:
    """`chances` of ranked hits, none higher than one before it: ranking knows more of order."""
    kept: list[float] = []
    for value in chances:
        kept.append(min(value, kept[-1]) if kept else value)
    return kept


def answers(hit: Hit) -> bool:
    """Whether the chance of `hit` is high enough to say that it answers."""
    coded = hit.quote is not None and bool(hit.quote.codes)
    return hit.score >= (ANSWERED_CODED if coded else ANSWERED)


def classify(hits: Sequence[Hit]) -> Status:
    """The state of an answer with these hits."""
    if any(map(answers, hits)):
        return "answered"
    return "related" if any(hit.score >= RELATED for hit in hits) else "not_covered"
