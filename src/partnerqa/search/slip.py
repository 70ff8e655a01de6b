"""A slip of the finger: the word that was meant by one that the collection does not hold."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterator, Mapping

from partnerqa.index.wording import Wording

SHORTEST = 5
"""Letters of the shortest word that is put right: in shorter ones one letter changes too much."""


def meant(wording: Wording, word: str) -> str | None:
    """The word of the collection that is one letter away from `word`, or None.

    One letter missing, too many, another one, or two that changed places, the first letter kept.
    Of several the one that most passages hold.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    known: Mapping[str, int] = wording.vocabulary
    near: Collection[str] = {other for other in _one_letter_away(word) if other in known}
    return max(sorted(near), key=lambda other: wording.frequency[known[other]], default=None)


def _one_letter_away(word: str) -> Iterator[str]:
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in string.ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
