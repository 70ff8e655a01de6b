"""What is known of questions put to one collection: their turns, and which belong or are related.

A question is turned towards quotes by a linear map. Towards codes it is turned by another, and a
little farther towards what the answers to example questions like it were coded as: their mean,
weighted by likeness (Nadaraya 1964; Watson 1964).

Some questions ask what it was like, and a collection of people's own words can answer them; others
ask for a dose, a date of birth or the weather. A linear classifier tells them apart by their
vectors. It is fitted by ridge regression (Hoerl and Kennard 1970) of +1 and -1 on example questions
and on the collection's own headings, which stand for what can be asked here: where people speak
about breathlessness, a question about breathlessness belongs.

Two questions are related as far as the same answers come near to both: the correlation of their
cosines to the examples' quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.adaptation import Adaptation
from partnerqa.index.columns import open_columns, save_columns

Vectors = NDArray[np.float32]
Rows = NDArray[np.floating]

HEADINGS = 0.2
"""The share of the headings in the weight of what belongs here; the examples have the rest."""
RIDGE = 3e-4
LENT = 0.3
"""How far the codes of like examples turn a question, beside what the map gives."""
LIKE = 30.0
"""What cosines to the examples are multiplied by before they become weights."""

_COLUMNS = ("turn", "code_turn", "likeness", "here", "codes", "direction", "offset")


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """`turn` and `code_turn`, of shape (dimension, dimension), are the maps of `Adaptation`.

    `likeness`, of the same shape, is the covariance of the example quotes' nearness to questions;
    `here` and `codes`, of shape (examples, dimension), are also those of `Adaptation`.
    `direction`, of shape (dimension,), and `offset`, of shape (1,), tell what belongs here.
    """

    turn: Vectors
    code_turn: Vectors
    likeness: Vectors
    here: Vectors
    codes: Vectors
    direction: Vectors
    offset: Vectors

    @classmethod
    def of(cls, adaptation: Adaptation, headings: Rows) -> Self:
        """`headings`, of shape (headings, dimension), are vectors of the collection's headings."""
        here, elsewhere = adaptation.here, adaptation.elsewhere
        weights = [(here, 1.0, 1 - HEADINGS), (headings, 1.0, HEADINGS), (elsewhere, -1.0, 1.0)]
        fitted = _ridge(weights)
        turn = adaptation.turn
        likeness = (turn.T @ adaptation.spread @ turn).astype(np.float32)
        return cls(
            turn=turn,
            code_turn=adaptation.code_turn,
            likeness=likeness,
            here=here.astype(np.float32),
            codes=adaptation.codes.astype(np.float32),
            direction=fitted[:-1],
            offset=fitted[-1:],
        )

    def turned(self, question: Vectors) -> Vectors:
        """The vector `question`, of shape (dimension,), turned towards answers, of length 1."""
        return _of_length_1(self.turn @ question)

    def turned_to_codes(self, question: Vectors) -> Vectors:
        """The same, turned towards what answers are coded as."""
        alike = np.exp(LIKE * (self.here @ question - 1))
        lent = _of_length_1(alike @ self.codes)
        return _of_length_1(_of_length_1(self.code_turn @ question) + LENT * lent)

    def belonging(self, question: Vectors) -> float:
        """How far the question with this vector belongs here: about -1 (not) to 1 (surely)."""
        return float(self.direction @ question + self.offset[0])

    def relatedness(self, one: Vectors, other: Vectors) -> float:
        """How far the same quotes come near to two questions with these vectors, -1 to 1."""
        own = (one @ self.likeness @ one) * (other @ self.likeness @ other)
        return float(one @ self.likeness @ other / np.sqrt(own)) if own > 0 else 0.0

    def save(self, path: Path) -> None:
        """Write everything to the file `path` (`.npz`, without pickles)."""
        save_columns(path, self, _COLUMNS)

    @classmethod
    def open(cls, path: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other file."""
        return cls(**open_columns(path, _COLUMNS))


def _of_length_1(vector: Vectors) -> Vectors:
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _ridge(groups: list[tuple[Rows, float, float]]) -> Vectors:
    """The weights that best give each group of rows its target, the constant's last.

    A group is rows, their target, and the weight that all its rows have together.
    """
    filled = [group for group in groups if len(group[0])]
    rows = np.concatenate([np.asarray(rows, np.float64) for rows, _, _ in filled])
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    targets = np.concatenate([np.full(len(rows), target) for rows, target, _ in filled])
    weight = np.concatenate([np.full(len(rows), share / len(rows)) for rows, _, share in filled])
    weighted = rows * weight[:, None]
    penalty = np.full(rows.shape[1], RIDGE)
    penalty[-1] = 1e-9  # the constant is free
    fitted = np.linalg.solve(weighted.T @ rows + np.diag(penalty), weighted.T @ targets)
    return fitted.astype(np.float32)
