"""The codes that researchers gave to quotes, each with a vector, and all of a quote's together.

A code is near to a question in another way than an anecdote is: both are general. So a quote is
judged by the few of its codes that come nearest, and by what they say as a whole. The vectors stay
in the file until they are needed; a codebook has hundreds or thousands of codes, never millions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import open_columns, save_columns
from partnerqa.records import Passage

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

BETWEEN = "; "
"""What stands between the codes of a quote where all are read together."""

_NEAREST = 3  # codes of a quote that count: one may be near by chance, and most are of other things
_COLUMNS = ("first", "code", "whole")


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """The codes of all passages, one passage after another.

    `names` are all codes, each once. Those of passage `number` are `code[first[number]:first[number
    + 1]]`, places in `names`. `whole`, of shape (passages,), is the row of `vectors` for all codes
    of a passage together, -1 where it has none. `vectors`, of shape (texts, dimension) and length
    1, begins with those of `names`.
    """

    names: list[str]
    first: Numbers
    code: Numbers
    whole: Numbers
    vectors: Vectors

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def of(cls, passages: Sequence[Passage], encode: Encode) -> Self:
        """The codes of `passages`; `encode` gives the vectors of texts."""
        given = [passage.codes for passage in passages]
        names = dict.fromkeys(code for codes in given for code in codes)
        rows = {code: row for row, code in enumerate(names)}
        wholes = dict.fromkeys(BETWEEN.join(codes) for codes in given if codes)
        places = {whole: row for row, whole in enumerate(wholes, len(rows))}
        return cls(
            names=list(names),
            first=np.cumsum([0, *map(len, given)], dtype=np.int64),
            code=np.array([rows[code] for codes in given for code in codes], np.int64),
            whole=np.array([places.get(BETWEEN.join(codes), -1) for codes in given], np.int64),
            vectors=encode([*names, *wholes]),
        )

    def save(self, path: Path, vectors: Path) -> None:
        """Write the columns to the file `path` (`.npz`) and the vectors to `vectors` (`.npy`)."""
        save_columns(path, self, _COLUMNS, listed=np.array(json.dumps(self.names)))
        np.save(vectors, self.vectors, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, vectors: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        columns = open_columns(path, ("listed", *_COLUMNS))
        names = json.loads(str(columns.pop("listed")))
        stored = np.load(vectors, mmap_mode="r", allow_pickle=False)
        return cls(names=names, vectors=stored, **columns)

    def cosines(self, vector: Vectors) -> Vectors:
        """The cosines of all texts, the codes first, to `vector`."""
        found: Vectors = self.vectors @ vector
        return found

    def near(self, cosines: Vectors, limit: int, allowed: NDArray[np.bool_] | None) -> Numbers:
        """The `limit` passages whose codes, all together, come nearest, of those `allowed`.

        `cosines` are those of `cosines`. The numbers come in ascending order.
        """
        coded = self.whole >= 0 if allowed is None else (self.whole >= 0) & allowed
        numbers = np.flatnonzero(coded)
        nearest = np.argsort(-cosines[self.whole[numbers]], kind="stable")[:limit]
        return np.sort(numbers[nearest]).astype(np.int64)

    def scores(self, cosines: Vectors, numbers: Numbers) -> NDArray[np.float64]:
        """How near the codes of each of the passages `numbers` come; nan where there are none.

        The mean of two: how near the nearest three are on average, and how near all are together.
        """
        whole = self.whole[numbers]
        scores = np.full(len(numbers), np.nan)
        coded = np.flatnonzero(whole >= 0)
        scores[coded] = (cosines[whole[coded]] + self._nearest(cosines, numbers[coded])) / 2
        return scores

    def _nearest(self, cosines: Vectors, numbers: Numbers) -> NDArray[np.float64]:
        """The mean cosine of the nearest few codes of each of the passages `numbers`."""
        sizes = self.first[numbers + 1] - self.first[numbers]
        owner = np.repeat(np.arange(len(numbers)), sizes)
        begin = np.cumsum(sizes) - sizes
        place = np.arange(len(owner)) - begin[owner]
        found = cosines[self.code[place + self.first[numbers][owner]]]
        found = found[np.lexsort((-found, owner))]  # of each passage the nearest first
        counted = place < _NEAREST
        sums = np.bincount(owner[counted], found[counted], minlength=len(numbers))
        means: NDArray[np.float64] = sums / np.minimum(sizes, _NEAREST)
        return means

    def holding(self, codes: Sequence[int]) -> Numbers:
        """The numbers of the passages that have one of `codes`, places in `names`."""
        owner = np.repeat(np.arange(len(self.whole)), np.diff(self.first))
        return np.unique(owner[np.isin(self.code, codes)])
