"""The words of a question that tell what it asks, and how rare each is in the collection."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.gloss import is_french, read_gloss
from partnerqa.index.wording import Wording
from partnerqa.index.words import Term, terms
from partnerqa.search.filters import folded
from partnerqa.search.smallwords import language_asked, small
from partnerqa.search.thesaurus import read_thesaurus

Codes = tuple[int, ...]
Reading = Mapping[int, tuple[str, ...]]  # terms by where they begin in the question


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The telling words of a question in their order, each once.

    `codes` has, per word, its codes in the collection's vocabulary: one per language that reads
    it differently, none for a word that nobody uses. `rarity`, of shape (words,), is 1 for a word
    that no passage holds and near 0 for one that all hold. `text` is the words as typed, and of a
    question in French its English words besides.

    `kin` has the codes of other words for the same things, one entry for each stretch of the
    question that the thesaurus knows, and `kin_rarity` how rare each entry is as a whole.
    """

    codes: tuple[Codes, ...]
    rarity: NDArray[np.float64]
    text: str
    kin: tuple[Codes, ...] = ()
    kin_rarity: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))

    def __len__(self) -> int:
        return len(self.codes)


def asked(wording: Wording, text: str, languages: Sequence[str]) -> Asked:
    """The telling words of the question `text`, put to a collection in `languages`.

    A question of small words alone keeps them all: something must be looked for.
    """
    analysed = {language: terms(text, language) for language in languages}
    language = _language(text, analysed)
    read = analysed.get(language) or terms(text, language)
    spoken = _spoken(text, read)
    idle = {place for place, word in enumerate(spoken) if word in small(language)}
    telling = [term for place, term in enumerate(read) if place not in idle] or read
    glossed: Reading = _glossed(text) if language == "fr" else {}
    words = _words(wording, telling, [*map(_reading, analysed.values()), glossed])
    others = read_thesaurus().kin([term.text for term in read], language, idle)
    others += map(frozenset, glossed.values())
    kin = _kin(wording, others, own=set().union(*words))
    typed = (text[term.start : term.end] for term in telling)
    return Asked(
        codes=words,
        rarity=_rarities(wording, words),
        text=" ".join(chain(typed, *glossed.values())),
        kin=kin,
        kin_rarity=_rarities(wording, kin),
    )


def _language(text: str, analysed: Mapping[str, Sequence[Term]]) -> str:
    """The language of the question `text`: French, or one of those of the collection."""
    if is_french(text):
        return "fr"
    languages = list(analysed)
    return language_asked(_spoken(text, analysed[languages[0]]), languages)


def _words(
    wording: Wording, telling: Sequence[Term], readings: Sequence[Reading]
) -> tuple[Codes, ...]:
    """The codes of each of the `telling` words, as it is and as `readings` have it."""
    words: dict[Codes | str, Codes] = {}
    for term in telling:
        found = (reading.get(term.start, ()) for reading in readings)
        codes = _known(wording, dict.fromkeys(chain((term.text,), *found)))
        words.setdefault(codes or term.text, codes)
    return tuple(words.values())


def _reading(read: Sequence[Term]) -> Reading:
    return {term.start: (term.text,) for term in read}


def _glossed(text: str) -> Reading:
    """The telling English words of each piece of the French `text`, by where it begins there."""
    return {piece.start: _telling(piece.english) for piece in read_gloss().pieces(text)}


def _telling(english: str) -> tuple[str, ...]:
    read = terms(english, "en")
    told = zip(read, _spoken(english, read), strict=True)
    return tuple(term.text for term, word in told if word not in small("en"))


def _known(wording: Wording, forms: Iterable[str | None]) -> Codes:
    codes = (wording.vocabulary.get(form) for form in forms if form)
    return tuple(code for code in codes if code is not None)


def _kin(wording: Wording, others: Sequence[frozenset[str]], own: set[int]) -> tuple[Codes, ...]:
    """Codes of `others`, words for what is asked: none of the question's `own`, and each once."""
    taken = set(own)
    found: list[Codes] = []
    for words in others:
        codes = tuple(code for code in _known(wording, sorted(words)) if code not in taken)
        taken.update(codes)
        found.append(codes)
    return tuple(codes for codes in found if codes)


def _rarities(wording: Wording, words: Iterable[Codes]) -> NDArray[np.float64]:
    return np.array([_rarity(wording, codes) for codes in words], np.float64)


def _spoken(text: str, read: Sequence[Term]) -> list[str]:
    return [folded(text[term.start : term.end]) for term in read]


def _rarity(wording: Wording, codes: Codes) -> float:
    """The usual inverse document frequency of BM25, as a share of the most that it can be."""
    size = len(wording)
    holding = min(size, sum(int(wording.frequency[code]) for code in codes))
    most = math.log(1 + size)
    return min(1.0, math.log(1 + (size - holding + 0.5) / (holding + 0.5)) / most)
