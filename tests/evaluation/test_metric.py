from __future__ import annotations

import math

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG

from partnerqa.evaluation.metric import (
    area_under_curve,
    mean,
    ndcg,
    recall,
    reciprocal_rank,
    success,
)

RANKED = ["c", "a", "x", "b"]
RELEVANT = {"a", "b"}


def test_ndcg_discounts_by_the_logarithm_of_the_place() -> None:
    found = 1 / math.log2(3) + 1 / math.log2(5)
    ideal = 1 + 1 / math.log2(3)
    assert ndcg(RANKED, RELEVANT) == pytest.approx(found / ideal)


def test_recall_counts_only_the_first_of_the_ranked() -> None:
    assert recall(RANKED, RELEVANT, 2) == 0.5
    assert recall(RANKED, RELEVANT, 4) == 1.0


def test_reciprocal_rank_is_that_of_the_first_relevant_one() -> None:
    assert reciprocal_rank(RANKED, RELEVANT) == 0.5


def test_nothing_relevant_found_scores_nothing() -> None:
    assert [ndcg(["x"], RELEVANT), recall(["x"], RELEVANT), reciprocal_rank(["x"], RELEVANT)] == [
        0
    ] * 3


def test_success_at_one_looks_at_the_first_alone() -> None:
    assert [success(RANKED, RELEVANT, 1), success(RANKED, RELEVANT, 2)] == [0.0, 1.0]


def test_area_under_curve_counts_ties_half() -> None:
    assert area_under_curve([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)


def test_area_under_curve_of_one_kind_alone_is_no_number() -> None:
    assert math.isnan(area_under_curve([0.9], []))


def test_mean_of_nothing_is_no_number() -> None:
    assert math.isnan(mean([]))


@settings(max_examples=60, deadline=None)
@given(
    ranked=st.lists(st.sampled_from("abcdefghijklmnop"), unique=True, min_size=1, max_size=14),
    relevant=st.sets(st.sampled_from("abcdefgh"), min_size=1),
)
def test_metrics_agree_with_ir_measures(ranked: list[str], relevant: set[str]) -> None:
    qrels = {"q": dict.fromkeys(relevant, 1)}
    run = {"q": {hit: float(len(ranked) - place) for place, hit in enumerate(ranked)}}
    referee = ir_measures.calc_aggregate([nDCG @ 10, R @ 5, RR, Success @ 3], qrels, run)
    assert ndcg(ranked, relevant) == pytest.approx(referee[nDCG @ 10])
    assert recall(ranked, relevant, 5) == pytest.approx(referee[R @ 5])
    assert reciprocal_rank(ranked, relevant) == pytest.approx(referee[RR])
    assert success(ranked, relevant, 3) == pytest.approx(referee[Success @ 3])
