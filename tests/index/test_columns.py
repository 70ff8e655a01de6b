from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.columns import entries, open_columns, open_vectors, save_columns


@dataclass
class Table:
    first: NDArray[np.int64]
    kind: NDArray[np.int32]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "table.npz"
    table = Table(np.array([0, 2], np.int64), np.array([7, 8, 9], np.int32))
    save_columns(path, table, ("first", "kind"), words=np.array("a b"))
    return path


def test_columns_come_back_with_their_values_and_types(file: Path) -> None:
    columns = open_columns(file, ("first", "kind", "words"))
    assert columns["first"].tolist() == [0, 2]
    assert columns["kind"].dtype == np.int32
    assert str(columns["words"]) == "a b"


def test_a_file_without_a_column_is_refused(file: Path) -> None:
    with pytest.raises(KeyError, match="last"):
        open_columns(file, ("first", "last"))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.npz"
    path.write_bytes(b"no columns")
    with pytest.raises(ValueError, match="pickle"):
        open_columns(path, ("first",))


def test_the_rows_of_some_lists_of_a_column_come_with_their_lists_places() -> None:
    first = np.array([0, 2, 2, 5])  # lists of two, no and three rows
    rows, owner = entries(first, np.array([2, 1, 0]))
    assert rows.tolist() == [2, 3, 4, 0, 1]
    assert owner.tolist() == [0, 0, 0, 2, 2]


def test_vectors_are_read_as_they_were_written(tmp_path: Path) -> None:
    rows = np.array([[0.6, 0.8], [1.0, 0.0]], np.float32)
    np.save(tmp_path / "rows.npy", rows)
    assert open_vectors(tmp_path / "rows.npy").tolist() == rows.tolist()
