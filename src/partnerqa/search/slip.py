"""Slips of the finger in a question: "do they cover parkng" asks for parking.

Two letters that changed places, one missing, one from a key beside it, another of the same sound,
or a space that is missing; the first letter is always kept. Only what is no word is mended, and
only to a word; a small encoder makes nothing of half a word. Names of illnesses and the like stand
in few dictionaries, so what is farther from any word is left alone.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from partnerqa.index.spelling import OWN, Spelling, plain_letters
from partnerqa.search.query import MAX_QUESTION
from partnerqa.search.smallwords import SMALL
from partnerqa.search.thesaurus import thesaurus_words

SHORTEST = 4
"""Letters of the shortest word that is mended, and of the shortest that is meant."""
MOST = 8
"""Unknown words at most that are slips: more of them are another language."""

# What is often written so, and what no rule tells.
COMMON = {
    "alot": "a lot",
    "aslong": "as long",
    "aswell": "as well",
    "atall": "at all",
    "eachother": "each other",
    "incase": "in case",
    "infront": "in front",
    "noone": "no one",
    "ofcourse": "of course",
    "shoud": "should",
    "ther": "there",
    "wher": "where",
    "woud": "would",
}
# The keys beside each key.
BESIDE = {
    "q": "wa", "w": "qesa", "e": "wrds", "r": "etfd", "t": "ryfg", "y": "tugh", "u": "yihj",
    "i": "uojk", "o": "ipkl", "p": "ol", "a": "qwsz", "s": "awedxz", "d": "serfcx", "f": "drtgvc",
    "g": "ftyhbv", "h": "gyujnb", "j": "huikmn", "k": "jiolm", "l": "kop", "z": "asx", "x": "zsdc",
    "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
# Letters that are taken for each other by ear.
VOWELS = "aeiouy"
ALIKE = {
    **{vowel: VOWELS.replace(vowel, "") for vowel in VOWELS},
    "c": "ks", "k": "c", "s": "cz", "z": "s", "g": "j", "j": "g", "f": "v", "v": "f",
    "m": "n", "n": "m",
}  # fmt: skip

QUOTED = re.compile('["“«‟„][^"”»]*["”»]')
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def mended(spelling: Spelling, text: str, known: Collection[str] = ()) -> str:
    """`text` with the slips in its words mended; what stands in quotation marks is left as it is.

    Left are also names and abbreviations: what begins with a capital inside a sentence is no slip.
    Words that are `known` besides, in plain letters, count as the collection's own.
    """
    doubtful = _doubtful(spelling, text) if len(text) <= MAX_QUESTION else []
    if not doubtful or len(doubtful) > MOST:
        return text
    language = _language(text)
    for match in reversed(doubtful):
        letters = plain_letters(match.group())
        if letters not in known and letters not in thesaurus_words():
            meant = _meant(spelling, match.group(), known, language)
            text = text[: match.start()] + meant + text[match.end() :]
    return text


def _doubtful(spelling: Spelling, text: str) -> list[re.Match[str]]:
    """The words of `text` that may be slips, since nobody knows them."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found = [
        match
        for match in WORD.finditer(text)
        if _may_be_a_slip(match) and not any(a <= match.start() < b for a, b in quoted)
    ]
    weights = spelling.weights([plain_letters(match.group()) for match in found])
    return [match for match, weight in zip(found, weights, strict=True) if not weight]


def _may_be_a_slip(match: re.Match[str]) -> bool:
    word = match.group()
    is_name = word[0].isupper() and (word[1:] != word[1:].lower() or match.start() > 0)
    letters = plain_letters(word)
    return len(word) >= SHORTEST and not is_name and letters.isascii() and letters.isalpha()


def _language(text: str) -> str:
    """The language of most small words in `text`; empty where none leads."""
    words = [plain_letters(match.group()) for match in WORD.finditer(text)]
    counted = sorted((sum(word in listed for word in words), one) for one, listed in SMALL.items())
    return counted[-1][1] if counted[-1][0] > counted[-2][0] else ""


def _meant(spelling: Spelling, word: str, known: Collection[str], language: str) -> str:
    """What was meant by `word`; `word` itself if no slip leads to it from a word."""
    letters = plain_letters(word)
    if letters.endswith("s") and spelling.weights([letters[:-1]])[0]:
        return word  # several of them, or what is theirs: "stefans view"
    if letters in COMMON:
        return _as_begun(word, COMMON[letters])
    near: list[tuple[Slip, str, float]] = []
    for slip in SLIPS:
        if len(letters) >= slip.shortest:
            other, weight = _most_usual(spelling, slip.before(letters), known, language)
            if weight >= OWN:
                return _as_begun(word, other)
            near.append((slip, other, weight))
    if word[0].isupper():  # a name, maybe, and nobody here is called so
        return word
    usual = (
        other
        for slip, other, weight in near
        if weight >= slip.usual and len(letters) >= slip.usual_from
    )
    return _parted(spelling, letters, language) or next(usual, word)


def _most_usual(
    spelling: Spelling, others: Iterator[str], known: Collection[str], language: str
) -> tuple[str, float]:
    """The most usual of the words `others`, and its weight; "" and 0 if none is a word."""
    near = [other for other in dict.fromkeys(others) if len(other) >= SHORTEST]
    weights = spelling.weights(near, language)
    weights[[other in known for other in near]] += OWN + 1
    best = int(weights.argmax()) if near else 0
    return (spelling.spell(near[best]), float(weights[best])) if weights.any() else ("", 0.0)


def _parted(spelling: Spelling, letters: str, language: str) -> str:
    """Two words of the collection between which a space is missing; "" if there are none.

    In no known language any two might be: "youse" is no "you se".
    """
    if not language:
        return ""
    places = range(2, len(letters) - 1)
    halves = [half for place in places for half in (letters[:place], letters[place:])]
    least = spelling.weights(halves, language).reshape(-1, 2).min(axis=1)
    if not len(least) or least.max() < OWN:
        return ""
    best = 2 * int(least.argmax())
    return " ".join(spelling.spell(half) for half in halves[best : best + 2])


def _as_begun(word: str, meant: str) -> str:
    """`meant`, with a capital if `word` begins with one."""
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant


# --- what may have been meant, the first letter kept --------------------------------------------


def _swapped(word: str) -> Iterator[str]:
    """`word` with two neighbours changed back."""
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _missed(word: str) -> Iterator[str]:
    """`word` with a letter put in."""
    for place in range(1, len(word) + 1):
        for other in string.ascii_lowercase:
            yield word[:place] + other + word[place:]


def _once(word: str) -> Iterator[str]:
    """`word` with a letter twice that stands there once: "acess"."""
    for place in range(1, len(word)):
        yield word[:place] + word[place] + word[place:]


def _beside(word: str) -> Iterator[str]:
    """`word` with a letter changed back that is beside it on the keyboard, or left out for one."""
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        for other in BESIDE[letter]:
            yield before + other + rest
        if {before[-1], *rest[:1]} & {letter, *BESIDE[letter]}:
            yield before + rest


def _misheard(word: str) -> Iterator[str]:
    """`word` with another vowel, or another letter of the same sound, or a vowel less."""
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        for other in ALIKE.get(letter, ""):
            yield before + other + rest
        if letter in VOWELS:
            yield before + rest


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of slip: `before` gives what may have been meant by a word.

    Words of at least `shortest` letters are mended to words of the collection, those of at least
    `usual_from` also to words that nobody there uses, if they weigh at least `usual`: a rare word
    is meant less often than a name is typed that no dictionary has.
    """

    before: Callable[[str], Iterator[str]]
    shortest: int
    usual_from: int
    usual: float = math.log(1000)


SLIPS = (
    Slip(_swapped, shortest=4, usual_from=6),
    Slip(_once, shortest=5, usual_from=5, usual=math.log(300)),
    Slip(_missed, shortest=5, usual_from=6),
    Slip(_beside, shortest=5, usual_from=6),
    Slip(_misheard, shortest=6, usual_from=8),
)
