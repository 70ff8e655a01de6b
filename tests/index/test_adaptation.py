import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.adaptation import NEAR, Adaptation, Vectors, _slope, learn_turn

SHARPNESS = 20.0
EYE = np.eye(3, dtype=np.float32)


def unit(rows: NDArray[np.floating]) -> Vectors:
    scaled: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return scaled


@pytest.fixture
def pairs() -> tuple[Vectors, Vectors]:
    """Questions, and quotes that all lie a little to one side of what they answer."""
    draw = np.random.default_rng(7)
    questions = unit(draw.normal(size=(60, 12)))
    aside = np.zeros(12)
    aside[0] = 0.8
    return questions, unit(questions[:, ::-1] * 0.5 + questions + aside)


def loss(turn: NDArray[np.floating], questions: Vectors, quotes: Vectors) -> float:
    """The loss as the papers give it, written out pair by pair."""
    turned = unit(questions @ turn.T)
    scores = SHARPNESS * (turned @ quotes.T).astype(np.float64)
    rows = np.log(np.exp(scores).sum(axis=1)) - scores.diagonal()
    columns = np.log(np.exp(scores).sum(axis=0)) - scores.diagonal()
    return float((rows.mean() + columns.mean()) / 2)


def test_the_slope_is_that_of_the_loss(pairs: tuple[Vectors, Vectors]) -> None:
    turn = np.eye(12) + 0.05 * np.random.default_rng(3).normal(size=(12, 12))
    slope = _slope(turn.astype(np.float32), *pairs)
    for row, column in ((0, 0), (2, 7), (11, 3)):
        step = np.zeros((12, 12))
        step[row, column] = 1e-3
        rise = loss(turn + step, *pairs) - loss(turn - step, *pairs)
        assert slope[row, column] == pytest.approx(rise / 2e-3, abs=2e-3)


def test_a_turned_question_is_nearer_to_its_answer(pairs: tuple[Vectors, Vectors]) -> None:
    questions, quotes = pairs
    turn = learn_turn(questions, quotes, NEAR)
    before = (questions * quotes).sum(axis=1)
    after = (unit(questions @ turn.T) * quotes).sum(axis=1)
    assert after.mean() > before.mean()
    assert loss(turn, *pairs) < loss(np.eye(12, dtype=np.float32), *pairs)


def test_the_map_stays_near_to_changing_nothing(pairs: tuple[Vectors, Vectors]) -> None:
    away = learn_turn(*pairs, NEAR) - np.eye(12)
    # At the minimum the price of being away is at most what the loss has gained by it.
    gained = loss(np.eye(12, dtype=np.float32), *pairs) - loss(learn_turn(*pairs, NEAR), *pairs)
    assert 0 < NEAR * (away**2).sum() < gained


def test_the_less_it_costs_to_be_away_the_farther_the_map_goes(
    pairs: tuple[Vectors, Vectors],
) -> None:
    away = [((learn_turn(*pairs, near) - np.eye(12)) ** 2).sum() for near in (1.0, 0.1, 0.01)]
    assert away == sorted(away)


def test_what_was_learned_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = np.eye(3, dtype=np.float16)
    Adaptation(EYE * 2, EYE * 3, EYE, rows, rows * 4, -rows, glossed=True, digest="abc").save(
        tmp_path / "a.npz"
    )
    read = Adaptation.open(tmp_path / "a.npz")
    assert (read.glossed, read.digest) == (True, "abc")
    assert read.turn.tolist() == (EYE * 2).tolist()
    assert read.code_turn.tolist() == (EYE * 3).tolist()
    assert read.spread.tolist() == EYE.tolist()
    assert read.here.tolist() == rows.tolist()
    assert read.codes.tolist() == (rows * 4).tolist()
    assert read.elsewhere.tolist() == (-rows).tolist()


def test_writing_leaves_the_file_of_the_build_before_as_it_was(tmp_path: Path) -> None:
    rows = np.eye(3, dtype=np.float16)
    before, after = tmp_path / "before.npz", tmp_path / "after.npz"
    Adaptation(EYE, EYE, EYE, rows, rows, rows, glossed=False, digest="old").save(before)
    os.link(before, after)
    Adaptation(EYE, EYE, EYE, rows, rows, rows, glossed=False, digest="new").save(after)
    assert Adaptation.open(before).digest == "old"
    assert Adaptation.open(after).digest == "new"
