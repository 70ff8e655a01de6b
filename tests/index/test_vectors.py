"""Every backend beside exact search in numpy, by value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.errors import SettingError
from partnerqa.index.vectors import ExactVectors, FaissVectors, Vectors, VectorStore

ROWS, DIMENSION = 500, 24
EXACT: dict[str, Callable[[Vectors], VectorStore]] = {
    "numpy": ExactVectors,
    "Flat": FaissVectors.of,
    "all lists": lambda rows: FaissVectors.of(rows, "IVF8,Flat"),
}
APPROXIMATE = ("IVF32,Flat", "HNSW16", "HNSW16,Flat", "SQ8", "L2norm,IVF8,Flat")


def unit(rows: int, seed: int) -> Vectors:
    """Random rows of length 1."""
    drawn = np.random.default_rng(seed).normal(size=(rows, DIMENSION)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)


def alike(rows: int, seed: int) -> Vectors:
    """Rows of length 1 that lie near a few directions, as those of texts do."""
    drawn = np.random.default_rng(seed).normal(size=(rows, 5))
    mixed = drawn @ np.random.default_rng(0).normal(size=(5, DIMENSION))
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), np.float32)


@pytest.fixture(scope="module")
def rows() -> Vectors:
    return unit(ROWS, seed=1)


@pytest.fixture(scope="module", params=EXACT)
def store(request: pytest.FixtureRequest, rows: Vectors) -> VectorStore:
    return EXACT[request.param](rows)


def by_hand(
    rows: Vectors, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None
) -> list[tuple[int, float]]:
    cosines = [(int(n), float(rows[n] @ query)) for n in range(len(rows))]
    kept = [pair for pair in cosines if allowed is None or allowed[pair[0]]]
    return sorted(kept, key=lambda pair: -pair[1])[:limit]


def assert_same(
    found: tuple[NDArray[np.int64], Vectors], expected: list[tuple[int, float]]
) -> None:
    numbers, cosines = found
    assert numbers.tolist() == [number for number, _ in expected]
    assert cosines == pytest.approx([cosine for _, cosine in expected], abs=1e-5)


@pytest.mark.parametrize("limit", [1, 10, ROWS])
def test_the_nearest_rows_come_first_with_their_cosines(
    store: VectorStore, rows: Vectors, limit: int
) -> None:
    for query in unit(5, seed=2):
        assert_same(store.search(query, limit), by_hand(rows, query, limit))


@pytest.mark.parametrize("share", [0.01, 0.3, 0.95])
def test_a_mask_leaves_the_nearest_of_the_allowed_rows(
    store: VectorStore, rows: Vectors, share: float
) -> None:
    allowed = np.random.default_rng(3).random(ROWS) < share
    for query in unit(5, seed=4):
        assert_same(store.search(query, 10, allowed), by_hand(rows, query, 10, allowed))


def test_a_stored_row_is_nearest_to_itself(store: VectorStore, rows: Vectors) -> None:
    numbers, cosines = store.search(rows[123], 1)
    assert (numbers[0], cosines[0]) == (123, pytest.approx(1, abs=1e-5))


def test_a_limit_above_the_number_of_rows_gives_them_all(store: VectorStore) -> None:
    numbers, _ = store.search(unit(1, seed=5)[0], ROWS + 100)
    assert sorted(numbers.tolist()) == list(range(ROWS))


def test_a_limit_above_the_number_of_allowed_rows_gives_those(store: VectorStore) -> None:
    allowed = np.zeros(ROWS, np.bool_)
    allowed[[7, 300]] = True
    numbers, _ = store.search(unit(1, seed=5)[0], 10, allowed)
    assert sorted(numbers.tolist()) == [7, 300]


def test_nothing_allowed_or_asked_gives_nothing(store: VectorStore) -> None:
    query = unit(1, seed=5)[0]
    assert store.search(query, 10, np.zeros(ROWS, np.bool_))[0].tolist() == []
    assert store.search(query, 0)[0].tolist() == []


def test_rows_are_read_back_as_they_were_stored(store: VectorStore, rows: Vectors) -> None:
    assert store.vectors([3, 400, 3]) == pytest.approx(rows[[3, 400, 3]], abs=1e-6)
    assert len(store) == ROWS


@pytest.mark.parametrize("make", [EXACT["numpy"], EXACT["Flat"]], ids=["numpy", "Flat"])
def test_equal_rows_come_in_the_order_of_their_numbers(
    make: Callable[[Vectors], VectorStore], rows: Vectors
) -> None:
    twice = make(np.concatenate([rows, rows]))
    numbers, _ = twice.search(rows[42], 2)
    assert numbers.tolist() == [42, 42 + ROWS]


def test_what_was_saved_opens_with_the_same_rows(rows: Vectors, tmp_path: Path) -> None:
    query = unit(1, seed=6)[0]
    ExactVectors(rows).save(tmp_path / "exact")
    FaissVectors.of(rows).save(tmp_path / "faiss")
    for opened in (ExactVectors.open(tmp_path / "exact"), FaissVectors.open(tmp_path / "faiss")):
        assert_same(opened.search(query, 10), by_hand(rows, query, 10))


def test_a_file_that_cannot_be_written_is_a_system_error(
    store: VectorStore, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file or directory"):
        store.save(tmp_path / "missing" / "vectors")


@pytest.mark.parametrize("factory", APPROXIMATE)
@pytest.mark.parametrize("share", [None, 0.5])
def test_other_factories_find_most_of_what_exact_search_finds(
    factory: str, share: float | None
) -> None:
    rows = alike(ROWS, seed=9)
    store = FaissVectors.of(rows, factory)
    allowed = None if share is None else np.random.default_rng(7).random(ROWS) < share
    shared = 0
    for query in alike(20, seed=8):
        numbers, cosines = store.search(query, 10, allowed)
        expected = dict(by_hand(rows, query, 10, allowed))
        shared += len(expected.keys() & set(numbers.tolist()))
        assert allowed is None or allowed[numbers].all()
        assert cosines == pytest.approx(rows[numbers] @ query, abs=0.02)
    assert shared >= 0.9 * 20 * 10


def test_a_factory_that_faiss_does_not_know_is_named(rows: Vectors) -> None:
    with pytest.raises(SettingError, match="vector factory 'Nonsense'"):
        FaissVectors.of(rows, "Nonsense")


def test_a_factory_that_needs_more_rows_says_so(rows: Vectors) -> None:
    with pytest.raises(SettingError, match="vector factory 'IVF64,Flat' cannot hold 10 passages"):
        FaissVectors.of(rows[:10], "IVF64,Flat")


def test_a_factory_that_cannot_be_narrowed_is_refused_when_it_is_made(rows: Vectors) -> None:
    with pytest.raises(SettingError, match="vector factory 'SQ8,RFlat' cannot hold"):
        FaissVectors.of(rows, "SQ8,RFlat")


def test_a_factory_whose_scores_are_not_cosines_is_refused() -> None:
    with pytest.raises(SettingError, match="'PCA4,Flat' gives scores that differ from cosines by"):
        FaissVectors.of(alike(ROWS, seed=9), "PCA4,Flat")
