"""What stands around every passage: its lead-in, its section's heading and narrative.

A person tells what happened; the researchers' words around it say plainly what that is about. So a
passage is judged by them too. The narrative has vectors already, as passages of its own; only
lead-ins and headings are encoded here, each text once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import entries, open_columns, open_vectors, save_columns
from partnerqa.index.rows import Rows
from partnerqa.records import KINDS

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

_COLUMNS = ("heading", "lead_in", "first", "narrative")
_NARRATIVE = KINDS.index("narrative")


@dataclass(frozen=True, slots=True, eq=False)
class Sections:
    """The sections by their codes in `Rows`, and the lead-ins of passages.

    `heading`, of shape (sections,), and `lead_in`, of shape (passages,) and -1 where there is
    none, are rows of `vectors`, of shape (texts, dimension) and length 1. The narrative passages
    of section `code` are `narrative[first[code]:first[code + 1]]`.
    """

    heading: Numbers
    lead_in: Numbers
    first: Numbers
    narrative: Numbers
    vectors: Vectors

    def __len__(self) -> int:
        return len(self.heading)

    @classmethod
    def of(
        cls, rows: Rows, titles: Mapping[str, str], lead_ins: Sequence[str], encode: Encode
    ) -> Self:
        """The sections of `rows`; `titles` are those of the documents, by id.

        `lead_ins` are those of the passages, in their order. A section without a heading is
        described by the title of its page.
        """
        texts = _headings(rows, titles)
        around = texts_around(rows, titles, lead_ins)
        known = {text: row for row, text in enumerate(around)}
        narrative = np.flatnonzero(rows.kind == _NARRATIVE)
        codes = rows.section[narrative]
        sizes = np.bincount(codes, minlength=len(texts))
        return cls(
            heading=np.array([known[text] for text in texts], np.int64),
            lead_in=np.array([known[text] if text else -1 for text in lead_ins], np.int64),
            first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            narrative=narrative[np.argsort(codes, kind="stable")].astype(np.int64),
            vectors=encode([text or " " for text in around]),
        )

    def save(self, path: Path, vectors: Path) -> None:
        """Write the columns to the file `path` (`.npz`) and the vectors to `vectors` (`.npy`)."""
        save_columns(path, self, _COLUMNS)
        np.save(vectors, self.vectors, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, vectors: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        columns = open_columns(path, _COLUMNS)
        return cls(vectors=open_vectors(vectors), **columns)

    @property
    def headings(self) -> Vectors:
        """The vectors of all headings, each once, of shape (headings, dimension)."""
        rows: Vectors = self.vectors[np.unique(self.heading)]
        return rows

    def heading_cosines(self, codes: Numbers, vector: Vectors) -> Vectors:
        """The cosine of the heading of each section in `codes` to `vector`."""
        cosines: Vectors = self.vectors[self.heading[codes]] @ vector
        return cosines

    def lead_in_cosines(self, numbers: Numbers, vector: Vectors) -> Vectors:
        """The cosine of the lead-in of each of the passages `numbers`; nan where there is none."""
        texts = self.lead_in[numbers]
        cosines: Vectors = self.vectors[texts] @ vector
        cosines[texts < 0] = np.nan
        return cosines

    def narratives(self, codes: Numbers) -> tuple[Numbers, Numbers]:
        """The narrative passages of the sections `codes`, and of which place in `codes` each is."""
        rows, owner = entries(self.first, codes)
        return self.narrative[rows], owner


def texts_around(rows: Rows, titles: Mapping[str, str], lead_ins: Sequence[str]) -> list[str]:
    """All headings and lead-ins, each once: those of the rows of `Sections.vectors`.

    The arguments are those of `Sections.of`.
    """
    return list(dict.fromkeys([*_headings(rows, titles), *filter(None, lead_ins)]))


def _headings(rows: Rows, titles: Mapping[str, str]) -> list[str]:
    return [path[-1] if path else titles[document] for document, path in rows.sections]
