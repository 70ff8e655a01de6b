"""French, word for word in English, for encoders that were made for English alone.

Such an encoder puts everything French in a corner of its own, so that questions in French find
nothing that is said in English, and the other way round. It reads a gloss well: "gens · trouver ·
argent" is "people find money". The gloss is encoded in place of the text and never shown; whether
an encoder is given it is found out with sentences in both languages when an index is built.

`gloss_fr.tsv` has forms of a French word, or of an expression, a tab, and English words for it;
none where nothing is lost without the word. Forms that are rarer stand further below; one that
reads the same by its stem is left out.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from partnerqa.encoder.runtime import Encoder
from partnerqa.index.language import small_words
from partnerqa.index.spelling import plain_letters
from partnerqa.index.words import terms

FILE = Path(__file__).with_name("gloss_fr.tsv")
TRIALS = Path(__file__).with_name("gloss_trials.toml")

_LONGEST = 5  # words of an expression, at most
_LEAST_SMALL = 0.1  # of French words: it is half in talk, and a fifth in headings
_LEAST_STEM = 4  # letters of a word that is read by its stem
_ELIDED = {"d": "", "j": "I", "l": "", "m": "me", "n": "not", "qu": "that", "s": "", "t": "you"}
_ENDINGS = re.compile(r"(?:ent|ons|ez|ais|ait|aient|ions|iez|era|erai|eront|ant)$")
_WORD = re.compile(r"[^\W\d_]+|\d+|[.?!]")
_FRENCH = re.compile(r"[éèêàâçùûîôœÉÈÊÀÂÇÙÛÎÔŒ]|\bde\b")  # "De" may begin a name

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A French word or expression, from `start` on in its text, `words` long, and its English."""

    start: int
    words: int
    english: str


@dataclass(frozen=True, slots=True)
class Gloss:
    """English for French: by `spelled` words and expressions, without accents, and by stems."""

    spelled: Mapping[Words, str]
    folded: Mapping[Words, str]
    stemmed: Mapping[str, str]

    def pieces(self, text: str) -> Iterator[Piece]:
        """The words of the French `text` in its order; of expressions the longest counts.

        A word that is not listed stays: it is a name, or alike in both languages.
        """
        found = _matches(text)
        words = tuple(match.group() for match in found)
        place = 0
        while place < len(words):
            size, english = self._longest_at(words, place)
            yield Piece(found[place].start(), size, english)
            place += size

    def _longest_at(self, words: Words, place: int) -> tuple[int, str]:
        """How many words from `place` on are read together, and what they are in English."""
        for size in range(min(_LONGEST, len(words) - place), 0, -1):
            english = self._listed(words[place : place + size])
            if english is not None:
                return size, english
        return 1, self._unlisted(words[place])

    def _listed(self, words: Words) -> str | None:
        return self.spelled.get(words, self.folded.get(_folded(words)))

    def _unlisted(self, word: str) -> str:
        """A word by its stem, or by what is left without an ending or a word that clings to it."""
        for form in (word, _ENDINGS.sub("er", word)):
            if len(form) >= _LEAST_STEM and _stem(form) in self.stemmed:
                return self.stemmed[_stem(form)]
        for first, english in _ELIDED.items():
            rest = word.removeprefix(first)
            if rest != word and (known := self._listed((rest,))) is not None:
                return f"{english} {known}".strip()
        return word


@cache
def read_gloss(path: Path = FILE) -> Gloss:
    """The gloss in the file `path`; of a form that is listed twice the first line counts."""
    spelled: dict[Words, str] = {}
    folded: dict[Words, str] = {}
    stemmed: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        forms, english = line.split("\t")
        for form in map(_words, forms.split(",")):
            spelled.setdefault(form, english)
            folded.setdefault(_folded(form), english)
            if len(form) == 1 and len(form[0]) >= _LEAST_STEM:
                stemmed.setdefault(_stem(form[0]), english)
    return Gloss(spelled, folded, stemmed)


def in_english(text: str) -> str:
    """`text` word for word in English if it is French, else as it is."""
    if not is_french(text):
        return text
    english = " ".join(piece.english for piece in read_gloss().pieces(text) if piece.english)
    return english or text


def is_french(text: str) -> bool:
    """Whether `text` is French, by its small words, or the look of it where it has none."""
    english, french, words = small_words(text)
    if french < english or (french == english and french):
        return False
    return 0 < _LEAST_SMALL * words <= french or _FRENCH.search(text) is not None


def with_gloss(encoder: Encoder) -> Encoder:
    """`encoder`, given the gloss of what is French."""
    return encoder.reading(in_english)


def with_gloss_if_better(encoder: Encoder) -> Encoder:
    """`encoder` with the gloss, if by it more of the same said in English is found."""
    pairs = tomllib.loads(TRIALS.read_text("utf-8"))["pairs"]
    english = [pair["en"] for pair in pairs]
    french = [pair["fr"] for pair in pairs]
    glossed = with_gloss(encoder)
    return max(encoder, glossed, key=lambda one: _found(one, french, english))


def _found(encoder: Encoder, asked: Sequence[str], told: Sequence[str]) -> int:
    """How many of the texts `asked` come nearest to their own place in `told`."""
    asked_vectors = encoder.encode(asked, prompt="query")
    nearest = (asked_vectors @ encoder.encode(told, prompt="passage").T).argmax(axis=1)
    return int((nearest == np.arange(len(asked))).sum())


def _matches(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(unicodedata.normalize("NFC", text).lower()))


def _words(text: str) -> Words:
    return tuple(match.group() for match in _matches(text))


def _folded(words: Words) -> Words:
    return tuple(map(plain_letters, words))


def _stem(word: str) -> str:
    return next((term.text for term in terms(word, "fr")), "")
