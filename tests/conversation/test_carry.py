from __future__ import annotations

import numpy as np
import pytest

from partnerqa.conversation.carry import carried, lean

EAST = np.array([1, 0, 0], np.float32)
NORTH = np.array([0, 1, 0], np.float32)
NOTHING = np.empty((0, 3), np.float32)


def test_a_message_is_turned_until_it_is_as_like_the_thread_as_it_must_be() -> None:
    leant = lean(EAST, NORTH, 0.6)
    np.testing.assert_allclose(leant, [0.8, 0.6, 0.0], atol=1e-6)


def test_a_message_that_speaks_of_the_thread_already_stays_as_it_is() -> None:
    np.testing.assert_array_equal(lean(EAST, EAST, 0.6), EAST)


def test_a_message_straight_against_the_thread_still_has_length_one() -> None:
    assert np.linalg.norm(lean(EAST, EAST, 0.6)) == pytest.approx(1.0)


def test_the_thread_is_what_was_shown_with_a_share_of_the_question() -> None:
    both = carried(EAST, np.stack([NORTH, NORTH]))
    assert both is not None
    np.testing.assert_allclose(both, np.array([0.3, 0.7, 0]) / np.hypot(0.3, 0.7), atol=1e-6)


def test_where_nothing_was_shown_the_question_is_all() -> None:
    np.testing.assert_array_equal(carried(EAST, NOTHING), EAST)
    assert carried(None, NOTHING) is None
