"""The figures of a run: each with its interval and the number of questions behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from partnerqa.evaluation.bootstrap import Interval, interval
from partnerqa.evaluation.calibration import bins, expected_error
from partnerqa.evaluation.metric import (
    area_under_curve,
    mean,
    ndcg,
    recall,
    reciprocal_rank,
    success,
)
from partnerqa.evaluation.run import Outcome

Values = Callable[[Outcome], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `count` questions, with its 95 % interval (None where it is no mean)."""

    name: str
    value: float
    count: int
    interval: Interval | None = None


RANKING: tuple[tuple[str, Values], ...] = (
    ("nDCG@10", lambda outcome: ndcg(outcome.ranked, outcome.judged.relevant)),
    ("recall@5", lambda outcome: recall(outcome.ranked, outcome.judged.relevant, 5)),
    ("recall@10", lambda outcome: recall(outcome.ranked, outcome.judged.relevant, 10)),
    ("MRR", lambda outcome: reciprocal_rank(outcome.ranked, outcome.judged.relevant)),
    ("success@1", lambda outcome: success(outcome.ranked, outcome.judged.relevant, 1)),
    ("success@3", lambda outcome: success(outcome.ranked, outcome.judged.relevant, 3)),
    ("best@1", lambda outcome: success(outcome.ranked, outcome.judged.best, 1)),
    ("best@3", lambda outcome: success(outcome.ranked, outcome.judged.best, 3)),
)


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """Every figure that the outcomes allow."""
    answerable = [each for each in outcomes if each.is_answerable]
    not_covered = [each for each in outcomes if not each.is_answerable]
    found = [_mean(name, answerable, values) for name, values in RANKING if answerable]
    filtered = [each for each in answerable if each.judged.question.filters]
    if filtered:
        found.append(_mean("filters right", filtered, lambda each: each.filters_are_right))
    free = [each for each in answerable if not each.judged.question.filters]
    if filtered and free:
        found.append(_mean("false filters", free, lambda each: bool(each.filters)))
    if answerable and not_covered:
        curve = area_under_curve(
            [each.chance for each in answerable], [each.chance for each in not_covered]
        )
        found.append(Figure("answered or not (AUC)", curve, len(outcomes)))
    if not_covered:
        found.append(_mean("false answers", not_covered, lambda each: each.status == "answered"))
    if answerable:
        found.append(
            _mean("wrongly refused", answerable, lambda each: each.status == "not_covered")
        )
    found.append(Figure("calibration error", expected_error(bins(outcomes)), len(outcomes)))
    return found


def beir_figures(
    ranked: Mapping[str, Sequence[str]], relevant: Mapping[str, frozenset[str]]
) -> list[Figure]:
    """nDCG@10, recall@10 and recall@100, and MRR of a BEIR-style folder."""
    measured: tuple[tuple[str, Callable[[Sequence[str], frozenset[str]], float]], ...] = (
        ("nDCG@10", ndcg),
        ("recall@10", recall),
        ("recall@100", lambda found, wanted: recall(found, wanted, 100)),
        ("MRR", reciprocal_rank),
    )
    made: list[Figure] = []
    for name, metric in measured:
        each = [metric(found, relevant[query]) for query, found in ranked.items()]
        made.append(Figure(name, mean(each), len(each), interval(each)))
    return made


def _mean(name: str, outcomes: Sequence[Outcome], values: Values) -> Figure:
    each = [float(values(outcome)) for outcome in outcomes]
    return Figure(name, mean(each), len(each), interval(each))
