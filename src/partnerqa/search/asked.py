"""The words of a question that tell what it asks, and how rare each is in the collection."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.wording import Wording
from partnerqa.index.words import Term, terms
from partnerqa.search.filters import folded
from partnerqa.search.smallwords import language_asked, small

Codes = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The telling words of a question in their order, each once.

    `codes` has, per word, its codes in the collection's vocabulary: one per language that reads
    it differently, none for a word that nobody uses. `rarity`, of shape (words,), is 1 for a word
    that no passage holds and near 0 for one that all hold. `text` is the words as typed.
    """

    codes: tuple[Codes, ...]
    rarity: NDArray[np.float64]
    text: str

    def __len__(self) -> int:
        return len(self.codes)


def asked(wording: Wording, text: str, languages: Sequence[str]) -> Asked:
    """The telling words of the question `text`, put to a collection in `languages`.

    A question of small words alone keeps them all: something must be looked for.
    """
    analysed = {language: terms(text, language) for language in languages}
    language = language_asked(_spoken(text, analysed[languages[0]]), languages)
    read = analysed[language]
    telling = [
        term
        for term, word in zip(read, _spoken(text, read), strict=True)
        if word not in small(language)
    ] or read
    readings = [{term.start: term.text for term in found} for found in analysed.values()]
    words: dict[Codes | str, Codes] = {}
    for term in telling:
        forms = dict.fromkeys(reading.get(term.start, term.text) for reading in readings)
        codes = tuple(wording.vocabulary[form] for form in forms if form in wording.vocabulary)
        words.setdefault(codes or term.text, codes)
    return Asked(
        codes=tuple(words.values()),
        rarity=np.array([_rarity(wording, codes) for codes in words.values()]),
        text=" ".join(text[term.start : term.end] for term in telling),
    )


def _spoken(text: str, read: Sequence[Term]) -> list[str]:
    return [folded(text[term.start : term.end]) for term in read]


def _rarity(wording: Wording, codes: Codes) -> float:
    """The usual inverse document frequency of BM25, as a share of the most that it can be."""
    size = len(wording)
    holding = min(size, sum(int(wording.frequency[code]) for code in codes))
    most = math.log(1 + size)
    return min(1.0, math.log(1 + (size - holding + 0.5) / (holding + 0.5)) / most)
