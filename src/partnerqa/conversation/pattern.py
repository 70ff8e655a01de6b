"""A small, readable kind of pattern for what people type, and the plain spelling it is read in.

Case, accents, apostrophes and hyphens do not count. `signposts.toml` explains the notation to
those who write rules: `(a|b)` one of these, `[a]` perhaps this, `...` up to four words, `word*`
any word that begins so, `^` and `$` the beginning and the end of the sentence.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?;:\n]+")
APOSTROPHES = re.compile("['’‘ʼ`´]")
PART = re.compile(r"\.\.\.|[\^$()\[\]|]|\w+\*?")
SYMBOLS = {
    "(": "(?:",
    ")": ")",
    "[": "(?:",
    "]": ")?",
    "|": "|",
    "^": r"^\W*",
    "$": r"\W*$",
    "...": r"(?:\w+\W+){0,4}?",
}


def plain(text: str) -> str:
    """Lower case, without accents, apostrophes and hyphens, so that spelling does not count."""
    split = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text).casefold())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return bare.replace("œ", "oe").replace("-", " ")


def plain_sentences(message: str) -> list[str]:
    """The sentences of `message` in plain letters."""
    return [sentence for sentence in SENTENCE_END.split(plain(message)) if sentence.strip()]


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression over plain letters."""
    return re.compile("".join(_piece(part) for part in PART.findall(plain(pattern))))


def _piece(part: str) -> str:
    if part in SYMBOLS:
        return SYMBOLS[part]
    if part.endswith("*"):
        return rf"\b{part[:-1]}\w*\W*"
    return rf"\b{part}\b\W*"
