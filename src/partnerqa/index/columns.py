"""Columns of numbers in one file of the index (`.npz`, without pickles)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]
Numbers = NDArray[np.int64]


def entries(first: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The rows of some of many lists that stand in one column, one list after another.

    The rows of list `number` are `first[number]` to `first[number + 1]`. Gives all rows of the
    lists `numbers`, and for each row the place in `numbers` of the list that it is of.
    """
    begin = first[numbers]
    sizes = first[numbers + 1] - begin
    owner = np.repeat(np.arange(len(numbers)), sizes)
    return np.arange(len(owner)) + (begin - (np.cumsum(sizes) - sizes))[owner], owner


def save_columns(path: Path, record: object, names: Iterable[str], **more: Column) -> None:
    """Write the attributes `names` of `record`, and `more`, to the file `path`."""
    columns: dict[str, Any] = {name: getattr(record, name) for name in names}
    np.savez(path, **(columns | more))


def open_columns(path: Path, names: Iterable[str]) -> dict[str, Any]:
    """The columns `names` of the file `path`. Raises OSError, ValueError or KeyError for others."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in names}


def open_vectors(path: Path) -> Column:
    """The rows in the file `path` (`.npy`), read as they are needed: they cost no memory.

    Raises OSError or ValueError for any other file.
    """
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
