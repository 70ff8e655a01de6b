"""Columns of numbers in one file of the index (`.npz`, without pickles)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]


def save_columns(path: Path, record: object, names: Iterable[str], **more: Column) -> None:
    """Write the attributes `names` of `record`, and `more`, to the file `path`."""
    columns: dict[str, Any] = {name: getattr(record, name) for name in names}
    np.savez(path, **(columns | more))


def open_columns(path: Path, names: Iterable[str]) -> dict[str, Any]:
    """The columns `names` of the file `path`. Raises OSError, ValueError or KeyError for others."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in names}
