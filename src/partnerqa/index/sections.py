"""What stands around every passage: the heading of its section and the researchers' text in it.

A person tells what happened; the heading and the narrative around it say in plain words what that
is about. So a passage is judged by them too. The narrative has vectors already, as passages of
its own; only the headings are encoded here, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.rows import Rows
from partnerqa.records import KINDS

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

_COLUMNS = ("heading", "first", "narrative")
_NARRATIVE = KINDS.index("narrative")


@dataclass(frozen=True, slots=True, eq=False)
class Sections:
    """The sections by their codes in `Rows`.

    `heading`, of shape (sections,), are rows of `vectors`, of shape (headings, dimension) and
    length 1. The narrative passages of section `code` are `narrative[first[code]:first[code + 1]]`.
    """

    heading: Numbers
    first: Numbers
    narrative: Numbers
    vectors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.heading)

    @classmethod
    def of(cls, rows: Rows, titles: Mapping[str, str], encode: Encode) -> Self:
        """The sections of `rows`; `titles` are those of the documents, by id.

        A section without a heading is described by the title of its page.
        """
        texts = [path[-1] if path else titles[document] for document, path in rows.sections]
        known = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        narrative = np.flatnonzero(rows.kind == _NARRATIVE)
        codes = rows.section[narrative]
        sizes = np.bincount(codes, minlength=len(texts))
        return cls(
            heading=np.array([known[text] for text in texts], np.int64),
            first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            narrative=narrative[np.argsort(codes, kind="stable")].astype(np.int64),
            vectors=encode([text or " " for text in known]).astype(np.float16),
        )

    def save(self, path: Path, vectors: Path) -> None:
        """Write the columns to the file `path` (`.npz`) and the vectors to `vectors` (`.npy`)."""
        np.savez(path, **{name: getattr(self, name) for name in _COLUMNS})
        np.save(vectors, self.vectors, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, vectors: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        with np.load(path, allow_pickle=False) as stored:
            columns = {name: stored[name] for name in _COLUMNS}
        return cls(vectors=np.load(vectors, mmap_mode="r", allow_pickle=False), **columns)

    def cosines(self, codes: Numbers, vector: Vectors) -> Vectors:
        """The cosine of each section's heading to `vector`, of shape (codes,)."""
        cosines: Vectors = self.vectors[self.heading[codes]].astype(np.float32) @ vector
        return cosines

    def narratives(self, codes: Numbers) -> tuple[Numbers, Numbers]:
        """The narrative passages of the sections `codes`, and of which place in `codes` each is."""
        sizes = self.first[codes + 1] - self.first[codes]
        owner = np.repeat(np.arange(len(codes)), sizes)
        shift = self.first[codes] - (np.cumsum(sizes) - sizes)
        return self.narrative[np.arange(len(owner)) + shift[owner]], owner
