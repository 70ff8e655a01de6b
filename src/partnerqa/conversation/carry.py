"""How what was shown before leans on the vector of a message that cannot stand alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]

# Measured on conversations of two unlike domains; 0.6 to 0.7 are about as good.
LIKENESS = 0.65
# For a message with no word of its own ("how come?"): it is all about what was said before.
LIKENESS_OF_NOTHING = 0.8
# What the question counts for beside the quotes that it brought.
QUESTION = 0.3


def carried(question: Vector | None, shown: NDArray[np.float32]) -> Vector | None:
    """The direction of a thread: its question, and the quotes that were shown.

    `question` has the shape (dimension,), `shown` (quotes, dimension), perhaps of no quotes.
    None where there is neither.
    """
    if not len(shown):
        return None if question is None else unit(question)
    seen = unit(shown.sum(axis=0))
    return seen if question is None else unit(QUESTION * unit(question) + (1 - QUESTION) * seen)


def lean(vector: Vector, towards: Vector, likeness: float) -> Vector:
    """The unit vector nearest to `vector` whose cosine with `towards` is at least `likeness`.

    So a message is given only what it lacks: one that already speaks of the thread stays as it is.
    """
    cosine = float(vector @ towards)
    if cosine >= likeness:
        return vector
    across = unit(vector - cosine * towards)
    return unit(likeness * towards + float(np.sqrt(1 - likeness**2)) * across)


def unit(vector: Vector) -> Vector:
    """`vector` with length 1; a zero vector stays."""
    length = float(np.linalg.norm(vector))
    return (vector / length if length else vector).astype(np.float32)
