"""Which words there are, so that a slip of the finger can be told from a word.

The words of the collection stand beside those of general dictionaries, which tell that "kettle" is
no slip though nobody speaks of kettles. All are compared in plain small letters without accents.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import Column, open_columns, save_columns

WORD = re.compile(r"[^\W\d_]+")
# The list of English words is American; what is spelled otherwise in Britain is no slip.
BRITISH = {
    r"(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|savi|tum|vap|vig)or": r"\1our",
    r"([iy])z(?=e|ing|ation)": r"\1s",
    r"(an|isch|leuk)em": r"\1aem",
    r"^hem(?=[ao])": "haem",
    "anesthe": "anaesthe",
    "gynec": "gynaec",
    "orthoped": "orthopaed",
    "pediatr": "paediatr",
    "skept": "scept",
    "celiac": "coeliac",
    "diarrhea": "diarrhoea",
    r"^e(?=dema|soph|strogen)": "oe",
    r"^fet(?=al|us)": "foet",
}
AMERICAN = re.compile("|".join(BRITISH))
OWN = 100.0
"""What a word of the collection weighs more than any word of a dictionary."""

_LONGEST = 24  # letters: what is longer is never taken for a slip
_COLUMNS = ("weight", "tongue", "accented", "spelled")


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """Words in plain letters, sorted, of shape (words,), as ASCII bytes.

    `weight` tells how usual each is: the logarithm of how often it was counted, and `OWN` more for
    the collection's own words. `tongue` is the language that has it, empty where several have.
    `accented`, sorted, are those that are spelled with accents, and `spelled` how, in UTF-8.
    """

    words: NDArray[np.bytes_]
    weight: NDArray[np.float32]
    tongue: NDArray[np.bytes_]
    accented: NDArray[np.bytes_]
    spelled: NDArray[np.bytes_]

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def of_texts(cls, texts: Iterable[tuple[str, str]]) -> Self:
        """The words of `texts`, those of a collection, each with its language (empty for any)."""
        counted: Counter[str] = Counter()
        tongues: dict[str, str] = {}
        for language, text in texts:
            words = [word.lower() for word in WORD.findall(text)]
            counted.update(words)
            _spoken(tongues, words, language)
        weights = {word: OWN + math.log1p(count) for word, count in counted.items()}
        return cls._of(weights, tongues)

    @classmethod
    def of_dictionaries(cls, dictionaries: Mapping[str, Mapping[str, int]]) -> Self:
        """The words of `dictionaries` by language, which tell how often each was counted.

        Short forms are words without their apostrophe too: "youve".
        """
        weights: dict[str, float] = {}
        tongues: dict[str, str] = {}
        for language, counted in dictionaries.items():
            read = {word.replace("'", ""): count for word, count in counted.items()}
            _spoken(tongues, read, language)
            for word, count in read.items():
                weights[word] = max(weights.get(word, 0.0), math.log1p(count))
        for word in filter(AMERICAN.search, tuple(weights)):
            for british in _british(word):
                weights.setdefault(british, weights[word])
                tongues.setdefault(british, tongues[word])
        return cls._of(weights, tongues)

    @classmethod
    def _of(cls, weights: Mapping[str, float], tongues: Mapping[str, str]) -> Self:
        """Of several spellings of the same plain letters the most usual one counts."""
        usual: dict[str, str] = {}
        for word in sorted(weights, key=weights.__getitem__):
            letters = plain_letters(word)
            if letters.isalpha() and letters.isascii() and len(letters) <= _LONGEST:
                usual[letters] = word
        words = sorted(usual)
        accented = [word for word in words if usual[word] != word]
        return cls(
            np.array(words, np.bytes_),
            np.array([weights[usual[word]] for word in words], np.float32),
            np.array([tongues[usual[word]] for word in words], "S2"),
            np.array(accented, np.bytes_),
            np.array([usual[word].encode() for word in accented], np.bytes_),
        )

    def __or__(self, other: Self) -> Self:
        """All words of both, spelled and weighed as in `other` where both have one."""
        words, weight = _merged(self.words, self.weight, other.words, other.weight)
        _, tongue = _merged(self.words, self.tongue, other.words, other.tongue)
        mine = ~np.isin(self.accented, other.words)
        told = (self.accented[mine], self.spelled[mine], other.accented, other.spelled)
        return type(self)(words, weight, tongue, *_merged(*told))

    def save(self, path: Path, words: Path) -> None:
        """Write the columns to the file `path` (`.npz`) and the words to `words` (`.npy`)."""
        save_columns(path, self, _COLUMNS)
        np.save(words, self.words, allow_pickle=False)

    @classmethod
    def open(cls, path: Path, words: Path) -> Self:
        """What `save` wrote. Raises OSError, ValueError or KeyError for any other files."""
        columns = open_columns(path, _COLUMNS)
        return cls(words=np.load(words, mmap_mode="r", allow_pickle=False), **columns)

    def weights(self, words: Sequence[str], language: str = "") -> NDArray[np.float32]:
        """How usual each of `words`, in plain letters, is, of shape (words,); 0 for no word.

        With a `language`, 0 also for a word that only another one has.
        """
        found, places = _look_up(self.words, words)
        if language:
            spoken = np.isin(self.tongue[places[found]], [b"", language[:2].encode()])
            found[found] = spoken
        weights = np.zeros(len(words), np.float32)
        weights[found] = self.weight[places[found]]
        return weights

    def spell(self, word: str) -> str:
        """The plain `word` with its accents."""
        found, places = _look_up(self.accented, [word])
        return self.spelled[places[0]].decode() if found[0] else word


def plain_letters(word: str) -> str:
    """`word` in small letters, without accents."""
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.lower().replace("œ", "oe"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _spoken(tongues: dict[str, str], words: Iterable[str], language: str) -> None:
    """Note in `tongues` that `language` has `words`; what several languages have is of none."""
    code = language[:2].lower()
    for word in words:
        tongues[word] = code if tongues.get(word, code) == code else ""


def _british(word: str) -> Iterator[str]:
    """How the American `word` is spelled in Britain, by each rule that fits it."""
    for american, british in BRITISH.items():
        spelled = re.sub(american, british, word)
        if spelled != word:
            yield spelled


def _merged(words: Column, values: Column, more: Column, other: Column) -> tuple[Column, Column]:
    """The sorted `words` and `more`, each with its value, that of `more` where both have one."""
    kept = ~np.isin(words, more)
    both = np.concatenate([words[kept], more])
    order = np.argsort(both)
    return both[order], np.concatenate([values[kept], other])[order]


def _look_up(
    known: NDArray[np.bytes_], words: Sequence[str]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Whether each of `words` is among the sorted `known`, and where it stands or would stand."""
    if not len(known):
        return np.zeros(len(words), np.bool_), np.zeros(len(words), np.int64)
    wanted = np.array([word.encode(errors="replace") for word in words], np.bytes_)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return known[places] == wanted, places
