"""Slips of the finger in a question: "do they cover parkng" asks for parking.

Two letters that changed places, one missing, one too many or another one, the first letter kept; or
a space that is missing. Only what is no word is mended, and only to a word; a small encoder makes
nothing of half a word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterator

from partnerqa.index.spelling import OWN, Spelling, plain_letters
from partnerqa.search.query import MAX_QUESTION
from partnerqa.search.thesaurus import thesaurus_words

SHORTEST = 4
"""Letters of the shortest word that is mended, and that is meant: one letter changes too much."""
MOST = 8
"""Unknown words at most that are slips: more of them are another language."""
SURE = 6
"""Letters from which on a word is mended to one that nobody in the collection uses, if it begins
with a small letter: else it may be a name."""

# What people often write in one.
JOINED = {
    "alot": "a lot",
    "aslong": "as long",
    "aswell": "as well",
    "atall": "at all",
    "eachother": "each other",
    "incase": "in case",
    "infront": "in front",
    "noone": "no one",
    "ofcourse": "of course",
}

QUOTED = re.compile('["“«‟„][^"”»]*["”»]')
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def mended(spelling: Spelling, text: str, known: Collection[str] = ()) -> str:
    """`text` with the slips in its words mended; what stands in quotation marks is left as it is.

    Left are also names and abbreviations: what begins with a capital inside a sentence is no slip.
    Words that are `known` besides, in plain letters, count as the collection's own.
    """
    doubtful = _doubtful(spelling, text) if len(text) <= MAX_QUESTION else []
    for match in reversed(doubtful if len(doubtful) <= MOST else []):
        letters = plain_letters(match.group())
        if letters not in known and letters not in thesaurus_words():
            meant = _meant(spelling, match.group(), known)
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


def _meant(spelling: Spelling, word: str, known: Collection[str]) -> str:
    """What was meant by `word`; `word` itself if there is nothing one letter away."""
    letters = plain_letters(word)
    if letters.endswith("s") and spelling.weights([letters[:-1]])[0]:
        return word  # several of them, or what is theirs: "stefans view"
    if letters in JOINED:
        return _as_begun(word, JOINED[letters])
    near, weight = "", 0.0
    for others in (_swapped(letters), _one_letter_away(letters)):
        if not near:
            near, weight = _most_usual(spelling, others, known)
    if weight >= OWN:
        return _as_begun(word, near)
    if word[0].isupper():  # it may be a name, and nobody here is called so
        return word
    return _parted(spelling, letters) or (near if len(letters) >= SURE else "") or word


def _most_usual(
    spelling: Spelling, others: Iterator[str], known: Collection[str]
) -> tuple[str, float]:
    """The most usual of the words `others`, and its weight; "" and 0 if none is a word."""
    near = [other for other in dict.fromkeys(others) if len(other) >= SHORTEST]
    weights = spelling.weights(near)
    weights[[other in known for other in near]] += OWN + 1
    best = int(weights.argmax()) if near else 0
    return (spelling.spell(near[best]), float(weights[best])) if weights.any() else ("", 0.0)


def _parted(spelling: Spelling, letters: str) -> str:
    """Two words of the collection between which a space is missing; "" if there are none."""
    places = range(2, len(letters) - 1)
    halves = [half for place in places for half in (letters[:place], letters[place:])]
    least = spelling.weights(halves).reshape(-1, 2).min(axis=1)
    if not len(least) or least.max() < OWN:
        return ""
    best = 2 * int(least.argmax())
    return " ".join(spelling.spell(half) for half in halves[best : best + 2])


def _as_begun(word: str, meant: str) -> str:
    """`meant`, with a capital if `word` begins with one."""
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant


def _swapped(word: str) -> Iterator[str]:
    """`word` with two neighbours changed back: the commonest slip."""
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _one_letter_away(word: str) -> Iterator[str]:
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in string.ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
