"""Slips of the finger in the words by which a message that needs a signpost is known.

Two letters changed places, or one was left out or typed twice; never the first. `search.slip` mends
a question by the words of a collection and of dictionaries. Here nothing is asked of either: who
needs help is understood whatever they asked, also where a slip makes another word ("ded").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

TELLING = frozenset(
    """
    want wanna live living alive dead dying kill killing suicide suicidal suicider tablets pills
    overdose myself anymore breathe breathing bleeding stroke heart attack hits abused cancer
    dementia medication antibiotics chemo normal swelling vivre mourir medicaments respirer
    better point burden tired hurt without tomorrow unconscious ambulance
    """.split()
)
# What comes out of a slip and is a word of its own.
REAL = frozenset(
    """
    dad ded deed ding hart heat hear hert his hist hrt hut lie liv pint pont selling stoke tables
    tied tried vire vive
    """.split()
)


def mended(line: str) -> str:
    """The plain `line` with the slips in telling words mended."""
    known = telling_slips()
    return " ".join(known.get(word, word) for word in line.split(" "))


@cache
def telling_slips() -> dict[str, str]:
    """Each slip in a telling word, with the word that was meant."""
    wrong = {slip: word for word in sorted(TELLING) for slip in _slips_of(word)}
    return {slip: word for slip, word in wrong.items() if slip not in TELLING | REAL}


def _slips_of(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        if rest:  # without its last letter, "hits" is "hit"
            yield before + rest
            yield before + rest[0] + letter + rest[1:]
        yield before + 2 * letter + rest
