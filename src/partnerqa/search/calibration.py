"""From signals to the chance that a quote answers the question, and from that to three states.

The chance is a logistic function of three signals. What each is worth depends on how much is known
of a quote by the codes that researchers gave it. Each signal means the same in a collection of ten
quotes and in one of a hundred thousand, and none depends on what else was found. How the weights
were found, and how well they do, is in `docs/ranking.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerqa.records import Hit, Status
from partnerqa.search.fusion import how_coded


@dataclass(frozen=True, slots=True)
class Weights:
    """What the log-odds begin with, and what each signal adds to them."""

    constant: float
    meaning: float
    share: float
    belonging: float


PLAIN = Weights(-2.9, 6.4, 1.6, 1.0)
"""For a quote without codes."""
CODED = Weights(-5.2, 14.2, 3.1, 1.6)
"""For one with very many. With some it is in between, as far as `how_coded` says."""

ANSWERED = 0.55
"""From this chance on, a hit answers: the question counts as answered."""
ANSWERED_CODED = 0.75
"""The same for a hit with very many codes. They bring near misses near too, so more is asked."""
RELATED = 0.2
"""From this chance on, a hit is near enough to be shown as related."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of one hit.

    `meaning` is how near it comes to the question in meaning, with what stands around it (a
    weighted mean of cosines); `share` the share of the question's telling words, by rarity, that
    stand in it (0 to 1). `belonging` is how far the question is one that such a collection can
    answer at all (about -1 to 1; `Asking.belonging`): it is the same for all hits of a question.
    `coded` tells how far researchers coded the hit (0 to 1; `how_coded`): meaning and share know of
    that.
    """

    meaning: float
    share: float
    belonging: float
    coded: float = 0.0


def chance(signals: Signals) -> float:
    """The estimated chance, 0 to 1, that the hit with these signals answers the question."""
    plain, coded = _odds(PLAIN, signals), _odds(CODED, signals)
    return 1 / (1 + math.exp(-_between(plain, coded, signals.coded)))


def _odds(weights: Weights, signals: Signals) -> float:
    return (
        weights.constant
        + weights.meaning * signals.meaning
        + weights.share * signals.share
        + weights.belonging * signals.belonging
    )


def _between(plain: float, coded: float, share: float) -> float:
    """What lies between what holds without codes and with very many."""
    return (1 - share) * plain + share * coded


def falling(chances: Iterable[float]) -> list[float]:
    """`chances` of ranked hits, none higher than one before it: ranking knows more of order."""
    kept: list[float] = []
    for value in chances:
        kept.append(min(value, kept[-1]) if kept else value)
    return kept


def answers(hit: Hit) -> bool:
    """Whether the chance of `hit` is high enough to say that it answers."""
    codes = hit.quote.codes if hit.quote is not None else ()
    coded = how_coded(len(codes))
    return hit.score >= _between(ANSWERED, ANSWERED_CODED, coded)


def classify(hits: Sequence[Hit]) -> Status:
    """The state of an answer with these hits."""
    if any(map(answers, hits)):
        return "answered"
    return "related" if any(hit.score >= RELATED for hit in hits) else "not_covered"
