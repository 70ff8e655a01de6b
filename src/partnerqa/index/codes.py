"""The codes that researchers gave to quotes, each with a vector, and all of a quote's together.

A code is near to a question in another way than an anecdote is: both are general. So a quote is
judged by the few of its codes that come nearest, and by what they say as a whole. Every code is
compared with every question: a codebook has hundreds or thousands of codes, never millions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import entries, open_columns, open_vectors, save_columns
from partnerqa.records import Passage

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Scores = NDArray[np.float64]
Encode = Callable[[Sequence[str]], Vectors]

BETWEEN = "; "
"""What stands between the codes of a quote where all are read together."""

_NEAREST = 3  # codes of a quote that count: one may be near by chance, and most are of other things
_COLUMNS = ("first", "code", "begin", "holder", "whole")


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """The codes of all passages, one passage after another, and who has each.

    `names` are all codes, each once, and `vectors`, of shape (codes, dimension), theirs. Those of
    passage `number` are `code[first[number]:first[number + 1]]`, places in `names`; the passages
    that have the code at `place` are `holder[begin[place]:begin[place + 1]]`. `whole`, of shape
    (passages,), is the row of `wholes`, of shape (texts, dimension), for all codes of a passage
    together, -1 where it has none. All vectors are of length 1.
    """

    names: list[str]
    first: Numbers
    code: Numbers
    begin: Numbers
    holder: Numbers
    whole: Numbers
    vectors: Vectors
    wholes: Vectors

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def of(cls, passages: Sequence[Passage], encode: Encode) -> Self:
        """The codes of `passages`; `encode` gives the vectors of texts."""
        given = [passage.codes for passage in passages]
        names = {code: None for codes in given for code in codes}
        places = {code: place for place, code in enumerate(names)}
        code = np.array([places[code] for codes in given for code in codes], np.int64)
        texts = texts_together(passages)
        rows = {text: row for row, text in enumerate(texts)}
        owner = np.repeat(np.arange(len(given)), [len(codes) for codes in given])
        return cls(
            names=list(names),
            first=np.cumsum([0, *map(len, given)], dtype=np.int64),
            code=code,
            begin=np.cumsum([0, *np.bincount(code, minlength=len(names))], dtype=np.int64),
            holder=owner[np.argsort(code, kind="stable")].astype(np.int64),
            whole=np.array([rows.get(BETWEEN.join(codes), -1) for codes in given], np.int64),
            vectors=encode(list(names)),
            wholes=encode(texts),
        )

    def save(self, path: Path, vectors: Path, wholes: Path) -> None:
        """Write the columns to the file `path` (`.npz`) and the vectors to the others (`.npy`)."""
        save_columns(path, self, _COLUMNS, listed=np.array(json.dumps(self.names)))
        np.save(vectors, self.vectors, allow_pickle=False)
        np.save(wholes, self.wholes, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, vectors: Path, wholes: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        columns = open_columns(path, ("listed", *_COLUMNS))
        names = json.loads(str(columns.pop("listed")))
        return cls(
            names=names, vectors=open_vectors(vectors), wholes=open_vectors(wholes), **columns
        )

    def given(self, number: int) -> tuple[str, ...]:
        """The codes of passage `number`."""
        places = self.code[self.first[number] : self.first[number + 1]]
        return tuple(self.names[place] for place in places)

    def counts(self, numbers: Numbers) -> Numbers:
        """How many codes each of the passages `numbers` has."""
        return self.first[numbers + 1] - self.first[numbers]

    def together(self, numbers: Numbers) -> Vectors:
        """The vectors of all codes together of those of the passages `numbers` that have any."""
        whole = self.whole[numbers]
        rows: Vectors = self.wholes[whole[whole >= 0]]
        return rows

    def holding(self, places: Sequence[int]) -> Numbers:
        """The numbers of the passages that have one of the codes at `places`."""
        rows, _ = entries(self.begin, np.array(places, np.int64))
        return np.unique(self.holder[rows])

    def cosines(self, vector: Vectors) -> Vectors:
        """The cosine of each code to `vector`."""
        found: Vectors = self.vectors @ vector
        return found

    def near(self, cosines: Vectors, limit: int, allowed: NDArray[np.bool_] | None) -> Numbers:
        """At most `limit` passages that have codes which come near, of those `allowed`, ascending.

        `cosines` are those that `cosines` gives. Only the `limit` nearest codes are looked at; of
        the passages that have them, those are put forward whose codes come nearest in sum.
        """
        places = np.argsort(-cosines)[:limit]
        rows, owner = entries(self.begin, places)
        numbers, holder = np.unique(self.holder[rows], return_inverse=True)
        nearness = np.bincount(holder, cosines[places[owner]], minlength=len(numbers))
        if allowed is not None:
            numbers, nearness = numbers[allowed[numbers]], nearness[allowed[numbers]]
        return np.sort(numbers[np.argsort(-nearness, kind="stable")[:limit]])

    def scores(self, cosines: Vectors, vector: Vectors, numbers: Numbers) -> Scores:
        """How near the codes of each of the passages `numbers` come; nan where there are none.

        The mean of two: how near the nearest three are on average, and how near all are together.
        """
        whole = self.whole[numbers]
        scores = np.full(len(numbers), np.nan)
        coded = np.flatnonzero(whole >= 0)
        together = self.wholes[whole[coded]] @ vector
        scores[coded] = (together + self._nearest(cosines, numbers[coded])) / 2
        return scores

    def _nearest(self, cosines: Vectors, numbers: Numbers) -> Scores:
        """The mean cosine of the nearest few codes of each of the passages `numbers`."""
        rows, owner = entries(self.first, numbers)
        found = cosines[self.code[rows]]
        found = found[np.argsort(3.0 * owner - found)]  # of each passage the nearest first
        sizes = self.counts(numbers)
        counted = np.arange(len(owner)) - (np.cumsum(sizes) - sizes)[owner] < _NEAREST
        sums = np.bincount(owner[counted], found[counted], minlength=len(numbers))
        means: Scores = sums / np.minimum(sizes, _NEAREST)
        return means


def texts_together(passages: Iterable[Passage]) -> list[str]:
    """The codes of each passage as one text, each text once: those of the rows of `wholes`."""
    return list(dict.fromkeys(BETWEEN.join(one.codes) for one in passages if one.codes))
