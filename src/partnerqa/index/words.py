"""How text becomes the terms that word search compares.

Words in lowercase, accents folded, stemmed by the language of the text. A query without accents
finds a text with them; "l'étude" is "l" and "étude"; "Karen's" is "Karen".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

# The languages whose words tantivy can stem; in others words stay as they are.
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}

_LONGEST = 60  # characters: longer "words" are addresses and the like
_SUFFIX = re.compile(r"(?<=\w)['’](?:s|t|m|d|ll|re|ve)\b", re.IGNORECASE)
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Term:
    """A word as search compares it, and where it stands in the text: `[start, end)`."""

    text: str
    start: int
    end: int


def terms(text: str, language: str) -> list[Term]:
    """The terms of `text`, in its order, with offsets in code points."""
    plain, starts, ends = _composed(_without_suffixes(text, language))
    found: list[Term] = []
    for token in _analyzer(_base(language)).pre_tokenize(plain).tokens:
        end = len(plain) if token.char_offset_to is None else token.char_offset_to
        found.append(Term(token.text, starts[token.char_offset_from], ends[end - 1]))
    return found


def _base(language: str) -> str:
    """The language of a code that may carry a region: `en` of `en-GB`."""
    return re.split("[-_]", language.lower())[0]


def _without_suffixes(text: str, language: str) -> str:
    """English possessives and contractions as spaces: the offsets of the rest stay."""
    if _base(language) != "en":
        return text
    return _SUFFIX.sub(lambda suffix: " " * len(suffix.group()), text)


def _composed(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """`text` with its accents composed, and where each of its characters began and ended."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text)), range(1, len(text) + 1)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        piece = unicodedata.normalize("NFC", cluster.group())
        pieces.append(piece)
        starts += [cluster.start()] * len(piece)  # more than one where a letter comes apart
        ends += [cluster.end()] * len(piece)
    return "".join(pieces), starts, ends


@lru_cache
def _analyzer(language: str) -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    # Folding comes before stemming, so that accents can never make a difference.
    for step in (Filter.remove_long(_LONGEST), Filter.lowercase(), Filter.ascii_fold()):
        builder = builder.filter(step)
    if language in STEMMERS:
        builder = builder.filter(Filter.stemmer(STEMMERS[language]))
    return builder.build()
