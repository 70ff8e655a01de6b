"""What an encoder is taught about questions, without touching the encoder itself.

A small general encoder puts a question near texts that use its words, but people tell what happened
instead: "wheelchair access any good?" is answered by "three steps is not nearly accessible". From
examples of both a linear map is learned that turns a question towards what answers it, and another
that turns it towards what researchers code such answers as. Only questions are turned; the vectors
of passages and codes stay the encoder's own.

A map is held near "change nothing": the loss is the softmax over all pairs of examples, in both
directions (InfoNCE: van den Oord et al. 2018; Radford et al. 2021), plus a price times the squared
distance from the identity. It is minimised by Adam (Kingma and Ba 2015).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.encoder.runtime import Encoder
from partnerqa.index.columns import open_columns, save_columns
from partnerqa.index.examples import Examples
from partnerqa.index.gloss import with_gloss_if_better

Vectors = NDArray[np.float32]
Progress = Callable[[str, int, int], None]

SHARPNESS = 20.0
"""What cosines are multiplied by before the softmax."""
NEAR = 0.08
"""What a unit of squared distance from the identity costs, for the map towards quotes."""
NEAR_CODES = 0.04
"""The same for codes: they are as general as questions, so that more can be learned of them."""
STEPS = 40
RATE = 2e-3
"""The step size of Adam."""
_MEAN, _SQUARE, _TINY = 0.9, 0.999, 1e-8  # Adam's other constants, the usual ones

_COLUMNS = ("turn", "code_turn", "spread", "here", "codes", "elsewhere")


@dataclass(frozen=True, slots=True, eq=False)
class Adaptation:
    """What one encoder learned from the examples with the digest `digest`.

    `glossed` is whether it is to be given French in English words. `turn` and `code_turn`, of shape
    (dimension, dimension), are the maps towards quotes and codes, and `spread`, of the same shape,
    the covariance of the vectors of the examples' quotes: in which directions answers differ. The
    rows of `here`, `codes` and `elsewhere`, of shape (examples, dimension) and halved in precision,
    are vectors of questions that a collection can answer, of what the answer to each was coded as,
    and of questions that belong elsewhere.
    """

    turn: Vectors
    code_turn: Vectors
    spread: Vectors
    here: NDArray[np.float16]
    codes: NDArray[np.float16]
    elsewhere: NDArray[np.float16]
    glossed: bool
    digest: str

    @classmethod
    def of(cls, encoder: Encoder, examples: Examples, progress: Progress | None = None) -> Self:
        """What `encoder` learns from `examples`; some seconds, most of them for encoding."""
        encoder = with_gloss_if_better(encoder)
        questions = encoder.encode(examples.questions, prompt="query", progress=progress)
        quotes = encoder.encode(examples.quotes, prompt="passage", progress=progress)
        codes = encoder.encode(examples.codes, prompt="passage", progress=progress)
        elsewhere = encoder.encode(examples.elsewhere, prompt="query", progress=progress)
        return cls(
            turn=learn_turn(questions, quotes, NEAR),
            code_turn=learn_turn(questions, codes, NEAR_CODES),
            spread=np.cov(quotes, rowvar=False).astype(np.float32),
            here=questions.astype(np.float16),
            codes=codes.astype(np.float16),
            elsewhere=elsewhere.astype(np.float16),
            glossed=encoder.is_reading,
            digest=examples.digest,
        )

    def save(self, path: Path) -> None:
        """Write everything to the file `path` (`.npz`), in place of what was there."""
        path.unlink(missing_ok=True)  # it may be a second name for a file of the build before
        told = {"glossed": np.array(self.glossed), "digest": np.array(self.digest)}
        save_columns(path, self, _COLUMNS, **told)

    @classmethod
    def open(cls, path: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other file."""
        columns = open_columns(path, (*_COLUMNS, "glossed", "digest"))
        told = {"glossed": bool(columns["glossed"]), "digest": str(columns["digest"])}
        return cls(**columns | told)


def learn_turn(questions: Vectors, answers: Vectors, near: float) -> Vectors:
    """The map, of shape (dimension, dimension), that turns each question towards its answer.

    Row `n` of `answers` answers row `n` of `questions`; all rows have length 1. `near` is what a
    unit of squared distance from the identity costs.
    """
    identity = np.eye(questions.shape[1], dtype=np.float32)
    turn = identity.copy()
    mean, square = np.zeros_like(turn), np.zeros_like(turn)
    for step in range(1, STEPS + 1):
        slope = _slope(turn, questions, answers) + 2 * near * (turn - identity)
        mean += (1 - _MEAN) * (slope - mean)
        square += (1 - _SQUARE) * (slope**2 - square)
        size = np.sqrt(square / (1 - _SQUARE**step)) + _TINY
        turn -= RATE / (1 - _MEAN**step) * mean / size
    return turn


def _slope(turn: Vectors, questions: Vectors, answers: Vectors) -> Vectors:
    """How the loss of the softmax changes with `turn`: its gradient, of the same shape."""
    turned = questions @ turn.T
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    turned /= length
    likeness = np.exp(SHARPNESS * (turned @ answers.T - 1))
    wrong = likeness / likeness.sum(axis=1, keepdims=True)
    wrong += likeness / likeness.sum(axis=0, keepdims=True)
    np.fill_diagonal(wrong, wrong.diagonal() - 2)
    pull = SHARPNESS / (2 * len(questions)) * (wrong @ answers)
    pull -= (pull * turned).sum(axis=1, keepdims=True) * turned  # only what turns, not stretches
    slope: Vectors = (pull / length).T @ questions
    return slope
