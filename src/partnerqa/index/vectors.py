"""Vector search behind one protocol: exact search is the referee, FAISS what serves.

Vectors are float32 rows of length 1, so that the inner product is the cosine; row = passage
number. FAISS is built through its index-factory string.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol, Self

import faiss
import numpy as np
from numpy.typing import ArrayLike, NDArray

from partnerqa.errors import SettingError

# FAISS's own type stubs leave out keyword arguments and some classes, so it is called untyped.
_faiss: Any = faiss

Vectors = NDArray[np.float32]
Found = tuple[NDArray[np.int64], Vectors]

_LEAST_PROBES = 8  # lists that an inverted file looks into, however few it has
_LEAST_BREADTH = 64  # nodes that a graph keeps in view
_TRIED = 64  # rows that are looked up as soon as a store is made
_TOLERANCE = 0.05  # of a cosine: what compressing may cost; ranking is calibrated on cosines


class VectorStore(Protocol):
    """What search asks of vectors."""

    def __len__(self) -> int: ...

    def search(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None) -> Found:
        """The numbers and cosines of the `limit` rows nearest to `query`, nearest first.

        `query` has shape (dimension,) and length 1; `allowed` has shape (rows,) and narrows the
        search to the rows where it is True. Fewer come back where there are fewer.
        """
        ...

    def vectors(self, numbers: ArrayLike) -> Vectors:
        """The stored rows with these numbers, of shape (numbers, dimension)."""
        ...

    def save(self, path: Path) -> None:
        """Write the store to the file `path`. Raises OSError where it cannot."""
        ...


class ExactVectors:
    """Every row compared, in numpy: what the others are measured against."""

    def __init__(self, rows: Vectors) -> None:
        self._rows = rows

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the file `path` (`.npy`)."""
        return cls(np.load(path, allow_pickle=False))

    def __len__(self) -> int:
        return len(self._rows)

    def search(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None) -> Found:
        """See `VectorStore.search`; ties are ordered by number."""
        numbers = np.arange(len(self)) if allowed is None else np.flatnonzero(allowed)
        return _ranked(numbers, self._rows[numbers] @ query, limit)

    def vectors(self, numbers: ArrayLike) -> Vectors:
        """See `VectorStore.vectors`."""
        rows: Vectors = self._rows[np.asarray(numbers, np.int64)]
        return rows

    def save(self, path: Path) -> None:
        """See `VectorStore.save`."""
        with path.open("wb") as file:
            np.save(file, self._rows)


class FaissVectors:
    """Any index that the FAISS factory makes; safe to share between threads."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        # Even where everything is allowed: with a selector one core scans the rows of one
        # question; without, two start, wait for each other and are slower in company.
        self._everything = _bits(np.ones(index.ntotal, np.bool_))
        inverted = faiss.try_extract_index_ivf(index)
        if inverted is not None:
            inverted.make_direct_map()  # without it stored rows cannot be read back

    @classmethod
    def of(cls, rows: Vectors, factory: str = "Flat") -> Self:
        """The rows of shape (rows, dimension) in the index that `factory` names.

        Raises SettingError for a factory that FAISS does not know, that needs more rows, or whose
        scores are not cosines any more.
        """
        try:
            index = faiss.index_factory(rows.shape[1], factory, faiss.METRIC_INNER_PRODUCT)
            index.train(rows)
            index.add(rows)
            made = cls(index)
            off = max(made._error(row, rows) for row in rows[:_TRIED])
        except RuntimeError as error:
            reason = str(error).splitlines()[0].rpartition("Error: ")[2]
            raise _unusable(factory, f"cannot hold {len(rows)} passages ({reason})") from error
        if off > _TOLERANCE:
            raise _unusable(factory, f"gives scores that differ from cosines by {off:.2f}")
        return made

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the file `path`. Raises RuntimeError, FAISS's own, if it holds none."""
        return cls(faiss.read_index(str(path)))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None) -> Found:
        """See `VectorStore.search`; a factory that approximates may miss some."""
        within = len(self) if allowed is None else int(allowed.sum())
        limit = min(limit, within)
        if limit < 1:
            return _ranked(np.empty(0, np.int64), np.empty(0, np.float32), 0)
        bits = self._everything if allowed is None else _bits(allowed)
        selector = _faiss.IDSelectorBitmap(bits)
        parameters = _parameters(self._index, selector, limit)
        cosines, numbers = self._index.search(query[None], limit, params=parameters)
        found = numbers[0] >= 0
        return _ranked(numbers[0][found], cosines[0][found], limit)

    def _error(self, query: Vectors, rows: Vectors) -> float:
        """How far the best score for `query` is from the cosine; 0 where nothing is found."""
        numbers, scores = self.search(query, 1)
        return float(np.abs(scores - rows[numbers] @ query).max(initial=0))

    def vectors(self, numbers: ArrayLike) -> Vectors:
        """See `VectorStore.vectors`; a factory that compresses gives them approximately."""
        rows: Vectors = self._index.reconstruct_batch(np.asarray(numbers, np.int64))
        return rows

    def save(self, path: Path) -> None:
        """See `VectorStore.save`."""
        try:
            faiss.write_index(self._index, str(path))
        except RuntimeError as error:
            raise OSError(str(error).splitlines()[0].rpartition(": ")[2]) from error


def _unusable(factory: str, reason: str) -> SettingError:
    return SettingError(
        f"vector factory {factory!r} {reason}; expected a FAISS index-factory string that suits "
        "the collection, such as 'Flat'"
    )


def _bits(allowed: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The mask as FAISS takes it, one bit a row."""
    return np.packbits(allowed, bitorder="little")


def _ranked(numbers: NDArray[np.int64], cosines: Vectors, limit: int) -> Found:
    """Nearest first, ties by number, at most `limit`."""
    order = np.lexsort((numbers, -cosines))[:limit]
    return numbers[order].astype(np.int64), cosines[order].astype(np.float32)


def _parameters(index: faiss.Index, selector: object, limit: int) -> faiss.SearchParameters:
    """How to search this kind of index: thoroughly, and only among the selected rows."""
    index = faiss.downcast_index(index)
    parameters: faiss.SearchParameters
    if isinstance(index, faiss.IndexPreTransform):
        inner = _parameters(index.index, selector, limit)
        parameters = _faiss.SearchParametersPreTransform(index_params=inner)
    elif isinstance(index, faiss.IndexIVF):
        probes = min(index.nlist, max(_LEAST_PROBES, index.nlist // 4))
        parameters = _faiss.SearchParametersIVF(sel=selector, nprobe=probes)
    elif isinstance(index, faiss.IndexHNSW):
        breadth = max(_LEAST_BREADTH, 2 * limit)
        parameters = _faiss.SearchParametersHNSW(sel=selector, efSearch=breadth)
    else:
        parameters = _faiss.SearchParameters(sel=selector)
    return parameters
