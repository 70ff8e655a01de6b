"""A small, readable kind of pattern for what people type, and the plain spelling it is read in.

Case, accents, apostrophes and hyphens do not count. `signposts.toml` explains the notation to
those who write rules: `(a|b)` one of these, `[a]` perhaps this, `...` up to four words, `*` one
word of any kind, `word*` any word that begins so, `^` and `$` the beginning and the end of what is
looked at.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

PHRASES = Path(__file__).with_name("phrases.toml")

SENTENCE_END = re.compile(r"[.!?;:\n]+")
# French leaves out a vowel before another ("j'ai", "qu'elle"): that makes two words.
ELISION = re.compile(r"\b(qu|quelqu|jusqu|lorsqu|puisqu|[cdjlmnst])['’‘ʼ`´](?=\w)", re.I)
APOSTROPHES = re.compile("['’‘ʼ`´]")
PART = re.compile(r"\.\.\.|[\^$()\[\]|]|\w+\*?|\*")
SYMBOLS = {
    "(": "(?:",
    ")": ")",
    "[": "(?:",
    "]": ")?",
    "|": "|",
    "^": r"^\W*",
    "$": r"\W*$",
    "*": r"\b\w+(?:\W+|$)",
    "...": r"(?:\w+(?:\W+|$)){0,4}?",
}
ELIDED = frozenset(("qu", "quelqu", "jusqu", "lorsqu", "puisqu", *"cdjlmnst"))


def plain(text: str) -> str:
    """Lower case, without accents, apostrophes and hyphens, so that spelling does not count."""
    joined = text
    if APOSTROPHES.search(text):
        joined = APOSTROPHES.sub("", ELISION.sub(r"\1 ", text))
    if joined.isascii():
        return joined.lower().replace("-", " ")
    split = unicodedata.normalize("NFKD", joined.casefold())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return bare.replace("œ", "oe").replace("-", " ")


def plain_sentences(message: str) -> list[str]:
    """The sentences of `message` in plain letters."""
    return [sentence for sentence in SENTENCE_END.split(plain(message)) if sentence.strip()]


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression over plain letters."""
    parts = PART.findall(plain(pattern))
    return re.compile("".join(map(_piece, ["", *parts], parts)))


def needed(pattern: str) -> frozenset[str]:
    """Words of which one stands in whatever fits `pattern`: where none does, no need to look.

    Empty where nothing is certain.
    """
    return _needed(iter(PART.findall(plain(pattern))))


@cache
def phrases(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that `phrases.toml` lists under `name`."""
    return tuple(compiled(pattern) for pattern in _listed()[name])


@cache
def vocabulary() -> frozenset[str]:
    """Every word that stands in a pattern of `phrases.toml`, in plain letters: "haha", "pls"."""
    listed = " ".join(pattern for patterns in _listed().values() for pattern in patterns)
    return frozenset(PART.findall(plain(listed)))


@cache
def _listed() -> Mapping[str, list[str]]:
    return tomllib.loads(PHRASES.read_text(encoding="utf-8"))


def _needed(parts: Iterator[str]) -> frozenset[str]:
    """The same for what `parts` holds up to its closing bracket: the longest words are rarest."""
    branches: list[frozenset[str]] = [frozenset()]
    before = ""
    for part in parts:
        if part in (")", "]"):
            break
        inner = _needed(parts) if part in ("(", "[") else frozenset((part,))
        if part == "|":
            branches.append(frozenset())
        elif part == "(" or (part.isalnum() and not {part, before} & ELIDED):
            branches[-1] = max(branches[-1], inner, key=_rarity)
        before = part
    return frozenset().union(*branches) if all(branches) else frozenset()


def _rarity(words: frozenset[str]) -> int:
    return min(map(len, words), default=0)


def _piece(before: str, part: str) -> str:
    if part in SYMBOLS:
        return SYMBOLS[part]
    if part in ELIDED:
        return rf"\b{part}\W*"
    start = "" if before in ELIDED else r"\b"  # people also write "jai"
    if part.endswith("*"):
        return rf"{start}{part[:-1]}\w*\W*"
    return rf"{start}{part}\b\W*"
