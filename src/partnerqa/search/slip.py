"""Slips of the finger in a question: "do they cover parkng" asks for parking.

Two letters that changed places, one missing, one too many or another one, the first letter kept.
Only what is no word is mended, and only to a word; a small encoder makes nothing of half a word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterable, Iterator

from partnerqa.index.spelling import OWN, Spelling, plain_letters
from partnerqa.search.query import MAX_QUESTION
from partnerqa.search.thesaurus import thesaurus_words

SHORTEST = 4
"""Letters of the shortest word that is mended, and that is meant: one letter changes too much."""
MOST = 8
"""Unknown words at most that are slips: more of them are another language."""
SURE = 6
"""Letters from which on a word is mended to one that nobody in the collection uses."""

QUOTED = re.compile('["“«‟„][^"”»]*["”»]')
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def mended(spelling: Spelling, text: str, known: Collection[str] = ()) -> str:
    """`text` with the slips in its words mended; what stands in quotation marks is left as it is.

    Left are also words that are `known` besides, in plain letters, and names and abbreviations:
    what begins with a capital inside a sentence is no slip.
    """
    doubtful = _doubtful(spelling, text) if len(text) <= MAX_QUESTION else []
    for match in reversed(doubtful if len(doubtful) <= MOST else []):
        letters = plain_letters(match.group())
        if letters not in known and letters not in thesaurus_words():
            text = text[: match.start()] + _meant(spelling, match.group()) + text[match.end() :]
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


def _meant(spelling: Spelling, word: str) -> str:
    """The word that was meant by `word`; `word` itself if there is none one letter away."""
    letters = plain_letters(word)
    if letters.endswith("s") and spelling.weights([letters[:-1]])[0]:
        return word  # several of them, or what is theirs: "stefans view"
    meant = _nearest(spelling, letters, _swapped(letters)) or _nearest(
        spelling, letters, _one_letter_away(letters)
    )
    if not meant:
        return word
    return meant.capitalize() if word[0].isupper() else meant


def _nearest(spelling: Spelling, letters: str, others: Iterable[str]) -> str:
    """The most usual of the words `others` that may be meant by `letters`; "" if none may be."""
    near = [other for other in dict.fromkeys(others) if len(other) >= SHORTEST]
    weights = spelling.weights(near)
    best = int(weights.argmax()) if near else 0
    least = OWN if len(letters) < SURE else 0
    return spelling.spell(near[best]) if near and weights[best] > least else ""


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
