"""The terms of every passage in the order they stand, for scoring the few that were found.

The word index answers "which passages hold these words"; this answers, for some passages, how
often each word stands there, which stand together and where, without reading any text again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import entries, open_columns, save_columns
from partnerqa.index.words import terms
from partnerqa.records import Passage

Integers = NDArray[np.int32]
Numbers = NDArray[np.int64]

_BREAK = (
    -1
)  # between heading, lead-in, codes and words: terms on its two sides do not stand together
_COLUMNS = ("term", "start", "end", "first", "frequency")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The terms of all passages, one passage after another.

    `term`, `start` and `end` have one entry per place: the term's code in `vocabulary` (-1 for a
    break) and where it stands in the passage's own text (-1 in a heading, lead-in or code). The
    places of passage `number` are `first[number]` to `first[number + 1]`. `frequency` counts, per
    term, the passages that hold it.
    """

    vocabulary: dict[str, int]
    term: Integers
    start: Integers
    end: Integers
    first: Numbers
    frequency: Integers

    def __len__(self) -> int:
        return len(self.first) - 1

    @property
    def mean_length(self) -> float:
        """How many places a passage has on average."""
        return len(self.term) / max(len(self), 1)

    @classmethod
    def of(cls, passages: Sequence[Passage], language: Callable[[Passage], str]) -> Self:
        """The wording of `passages`, each analysed in the language that `language` tells."""
        vocabulary: dict[str, int] = {}
        places: list[tuple[int, int, int]] = []
        first = [0]
        for passage in passages:
            places.extend(_places(passage, language(passage), vocabulary))
            first.append(len(places))
        term, start, end = np.array(places, np.int32).reshape(-1, 3).T.copy()
        starts = np.array(first, np.int64)
        return cls(vocabulary, term, start, end, starts, _frequency(term, starts, len(vocabulary)))

    def save(self, path: Path) -> None:
        """Write everything to the file `path` (`.npz`, without pickles)."""
        words = np.frombuffer("\n".join(self.vocabulary).encode("utf-8"), np.uint8)
        save_columns(path, self, _COLUMNS, words=words)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The wording in the file `path`. Raises OSError, ValueError or KeyError for any other."""
        columns = open_columns(path, ("words", *_COLUMNS))
        words = columns.pop("words").tobytes().decode("utf-8").split("\n")
        vocabulary = {word: code for code, word in enumerate(words) if word}
        return cls(vocabulary=vocabulary, **columns)

    def places(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """All places of the passages `numbers`, and for each the place in `numbers` it is of."""
        return entries(self.first, numbers)


def _places(
    passage: Passage, language: str, vocabulary: dict[str, int]
) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for text in (passage.heading, passage.lead_in, *passage.codes):
        context = [vocabulary.setdefault(t.text, len(vocabulary)) for t in terms(text, language)]
        if context:
            found += [(code, -1, -1) for code in context]
            found.append((_BREAK, -1, -1))
    for term in terms(passage.text, language):
        found.append((vocabulary.setdefault(term.text, len(vocabulary)), term.start, term.end))
    return found


def _frequency(term: Integers, first: Numbers, size: int) -> Integers:
    owner = np.repeat(np.arange(len(first) - 1), np.diff(first))
    kept = term >= 0
    pairs = np.unique(owner[kept] * np.int64(max(size, 1)) + term[kept])
    return np.bincount(pairs % max(size, 1), minlength=size).astype(np.int32)
