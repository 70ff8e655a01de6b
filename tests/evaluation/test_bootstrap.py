from __future__ import annotations

import math

import pytest

from partnerqa.evaluation.bootstrap import difference, interval


def test_an_interval_holds_the_mean_and_is_the_same_twice() -> None:
    values = [0.0, 1.0] * 50
    found = interval(values)
    assert found.low < 0.5 < found.high
    assert interval(values) == found


def test_equal_values_leave_no_doubt() -> None:
    assert interval([0.7] * 10) == pytest.approx((0.7, 0.7))


def test_a_wide_sample_has_a_narrower_interval_than_a_small_one() -> None:
    small, wide = interval([0.0, 1.0] * 5), interval([0.0, 1.0] * 500)
    assert wide.high - wide.low < small.high - small.low


def test_an_interval_of_nothing_is_no_number() -> None:
    assert all(math.isnan(bound) for bound in interval([]))


def test_a_difference_is_taken_question_by_question() -> None:
    assert difference([0.5, 1.0], [0.25, 0.75]) == pytest.approx((0.25, 0.25))
