from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.codes import Codes
from partnerqa.records import Passage

# Directions in a plane, by their angle to the question in degrees.
ANGLES = {
    "paid late": 0,
    "gifts": 60,
    "travel": 90,
    "anger": 180,
    "jokes": 120,
    "paid late; gifts; travel; anger": 60,
    "jokes; paid late": 90,
}
QUESTION = np.array([1.0, 0.0], np.float32)
GIVEN = [("paid late", "gifts", "travel", "anger"), (), ("travel",), ("jokes", "paid late")]


def encode(texts: list[str]) -> NDArray[np.float32]:
    angles = np.radians([ANGLES[text] for text in texts])
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


@pytest.fixture
def codes() -> Codes:
    passages = [
        Passage(number, "quote", "d1", 0, 1, "…", (), str(number), codes=given)
        for number, given in enumerate(GIVEN)
    ]
    return Codes.of(passages, encode)  # type: ignore[arg-type]


def test_every_code_is_kept_once(codes: Codes) -> None:
    assert codes.names == ["paid late", "gifts", "travel", "anger", "jokes"]
    assert len(codes) == 5


def test_the_codes_of_a_passage_are_told(codes: Codes) -> None:
    assert [codes.given(number) for number in range(4)] == GIVEN
    assert codes.counts(np.array([3, 1, 0])).tolist() == [2, 0, 4]


def test_the_codes_of_passages_have_a_vector_together_where_there_are_any(codes: Codes) -> None:
    found = codes.together(np.array([3, 1, 0]))
    assert found == pytest.approx(encode(["jokes; paid late", "paid late; gifts; travel; anger"]))
    assert codes.together(np.array([1])).shape == (0, 2)


def test_a_passage_scores_by_its_nearest_three_codes_and_by_all_together(codes: Codes) -> None:
    scores = codes.scores(codes.cosines(QUESTION), QUESTION, np.array([0, 2, 3]))
    nearest = (1 + 0.5 + 0) / 3  # anger, the fourth, does not count
    assert scores == pytest.approx([(nearest + 0.5) / 2, 0, ((1 - 0.5) / 2 + 0) / 2], abs=1e-3)


def test_a_passage_without_codes_has_no_score(codes: Codes) -> None:
    scores = codes.scores(codes.cosines(QUESTION), QUESTION, np.array([1, 2]))
    assert np.isnan(scores).tolist() == [True, False]


def test_the_passages_nearest_by_their_codes_are_put_forward(codes: Codes) -> None:
    cosines = codes.cosines(QUESTION)
    assert codes.near(cosines, 1, None).tolist() == [0]
    assert codes.near(cosines, 9, None).tolist() == [0, 2, 3]
    allowed = np.array([False, True, True, False])
    assert codes.near(cosines, 9, allowed).tolist() == [2]


def test_passages_are_found_by_a_code(codes: Codes) -> None:
    assert codes.holding([0]).tolist() == [0, 3]
    assert codes.holding([2, 4]).tolist() == [0, 2, 3]
    assert codes.holding([]).tolist() == []


def test_codes_are_the_same_after_saving(codes: Codes, tmp_path: Path) -> None:
    codes.save(tmp_path / "c.npz", tmp_path / "c.npy", tmp_path / "t.npy")
    opened = Codes.open(tmp_path / "c.npz", tmp_path / "c.npy", tmp_path / "t.npy")
    assert opened.names == codes.names
    everyone = np.arange(4)
    expected = codes.scores(codes.cosines(QUESTION), QUESTION, everyone)
    assert opened.scores(opened.cosines(QUESTION), QUESTION, everyone) == pytest.approx(
        expected, nan_ok=True
    )


def test_a_collection_without_codes_scores_nothing() -> None:
    passages = [Passage(0, "quote", "d1", 0, 1, "…", (), "q")]
    codes = Codes.of(passages, lambda texts: np.empty((len(texts), 2), np.float32))
    cosines = codes.cosines(QUESTION)
    assert np.isnan(codes.scores(cosines, QUESTION, np.array([0]))).all()
    assert codes.near(cosines, 5, None).size == 0
