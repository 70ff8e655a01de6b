from pathlib import Path

import numpy as np
import pytest

from partnerqa.index.adaptation import Adaptation
from partnerqa.index.asking import LENT, Asking

PAY = np.array([1.0, 0.0, 0.0], np.float32)
WEATHER = np.array([0.0, 1.0, 0.0], np.float32)
LUNGS = np.array([0.0, 0.6, 0.8], np.float32)  # asked elsewhere too, as is the weather

TURN = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [3.0, 0.0, 0.0]], np.float32)

CODE_TURN = 2 * np.eye(3, dtype=np.float32)[[1, 0, 2]]

SPREAD = np.diag([1.0, 4.0, 0.0]).astype(np.float32)  # of answers, so of what is turned


def taught(*headings: np.ndarray) -> Asking:
    adaptation = Adaptation(
        TURN,
        CODE_TURN,
        SPREAD,
        here=np.array([PAY], np.float16),
        codes=np.array([LUNGS], np.float16),
        elsewhere=np.array([WEATHER, LUNGS], np.float16),
        glossed=False,
        digest="abc",
    )
    return Asking.of(adaptation, np.array(headings, np.float16).reshape(-1, 3))


def test_what_is_like_the_examples_belongs_here_and_what_is_like_the_others_does_not() -> None:
    asking = taught(PAY)
    assert asking.belonging(PAY) == pytest.approx(1, abs=0.05)
    assert asking.belonging(WEATHER) == pytest.approx(-1, abs=0.05)


def test_what_the_collection_has_a_heading_for_belongs_here() -> None:
    assert taught(PAY).belonging(LUNGS) < -0.9
    assert taught(PAY, LUNGS).belonging(LUNGS) > taught(PAY).belonging(LUNGS) + 0.2


def test_a_collection_without_headings_is_judged_by_the_examples_alone() -> None:
    assert taught().belonging(PAY) > 0 > taught().belonging(WEATHER)


def test_a_question_is_turned_and_has_length_1() -> None:
    assert taught(PAY).turned(PAY).tolist() == [0.0, 0.0, 1.0]


def test_a_question_is_turned_to_codes_by_a_map_and_by_what_answers_like_questions() -> None:
    turned = taught(PAY).turned_to_codes(PAY)
    assert np.linalg.norm(turned) == pytest.approx(1, abs=1e-6)
    by_map, lent = np.array([0.0, 1.0, 0.0]), LENT * LUNGS
    assert turned == pytest.approx((by_map + lent) / np.linalg.norm(by_map + lent), abs=1e-3)


def test_questions_are_related_as_far_as_the_same_answers_are_near_to_both() -> None:
    asking = taught(PAY)
    assert asking.relatedness(WEATHER, WEATHER) == pytest.approx(1)
    assert asking.relatedness(WEATHER, -WEATHER) == pytest.approx(-1)
    assert asking.relatedness(WEATHER, LUNGS) == pytest.approx(0.832, abs=0.001)


def test_a_question_to_which_no_answers_differ_is_related_to_nothing() -> None:
    assert taught(PAY).relatedness(PAY, WEATHER) == 0


def test_what_is_known_is_read_as_it_was_written(tmp_path: Path) -> None:
    asking = taught(PAY)
    asking.save(tmp_path / "asking.npz")
    read = Asking.open(tmp_path / "asking.npz")
    assert read.belonging(LUNGS) == asking.belonging(LUNGS)
    assert read.turn.tolist() == TURN.tolist()
    assert read.turned_to_codes(PAY).tolist() == asking.turned_to_codes(PAY).tolist()
