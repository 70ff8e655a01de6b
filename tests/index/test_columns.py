from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.columns import open_columns, save_columns


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
