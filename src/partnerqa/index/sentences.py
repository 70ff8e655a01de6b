"""The sentences of every passage, each with a vector: a passage is judged by its best one too.

The vectors are read from the file as they are needed, so they cost no memory while serving.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.corpus.sentence import sentences
from partnerqa.index.columns import entries, open_columns, open_vectors, save_columns
from partnerqa.records import Passage, Span

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

_COLUMNS = ("first", "start", "end")


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """Where the sentences of all passages stand, one passage after another, and their vectors.

    The sentences of passage `number` are `first[number]` to `first[number + 1]`; there is always
    one. `start` and `end` are places in the passage's own text. `vectors`, of shape (sentences,
    dimension), are of length 1 and halved in precision, which moves a cosine by less than 0.001.
    """

    first: Numbers
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    vectors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.first) - 1

    @classmethod
    def of(cls, passages: Sequence[Passage], encode: Encode) -> Self:
        """The sentences of `passages`; `encode` gives the vectors of texts."""
        spans = [sentences(passage.text) or [Span(0, len(passage.text))] for passage in passages]
        texts = [
            span.of(passage.text)
            for passage, parts in zip(passages, spans, strict=True)
            for span in parts
        ]
        return cls(
            first=np.cumsum([0, *map(len, spans)], dtype=np.int64),
            start=np.array([span.start for parts in spans for span in parts], np.int32),
            end=np.array([span.end for parts in spans for span in parts], np.int32),
            vectors=encode(texts).astype(np.float16),
        )

    def save(self, path: Path, vectors: Path) -> None:
        """Write the places to the file `path` (`.npz`) and the vectors to `vectors` (`.npy`)."""
        save_columns(path, self, _COLUMNS)
        np.save(vectors, self.vectors, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, vectors: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        columns = open_columns(path, _COLUMNS)
        return cls(vectors=open_vectors(vectors), **columns)

    def spans(self, number: int) -> list[Span]:
        """The sentences of passage `number`, as spans of its own text."""
        rows = slice(int(self.first[number]), int(self.first[number + 1]))
        return [
            Span(start, end)
            for start, end in zip(self.start[rows].tolist(), self.end[rows].tolist(), strict=True)
        ]

    def cosines(self, numbers: Numbers, vector: Vectors) -> tuple[Vectors, Numbers]:
        """The cosines of all sentences of the passages `numbers` to `vector`, one after another.

        With them, where the sentences of each passage begin, of shape (numbers,).
        """
        rows, owner = entries(self.first, numbers)
        cosines: Vectors = self.vectors[rows].astype(np.float32) @ vector
        return cosines, np.searchsorted(owner, np.arange(len(numbers)))
