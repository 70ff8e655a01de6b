"""Typing slips in the words that steer a conversation: "evryone agian" is "everyone again".

Two letters changed places, or one was left out or typed twice; never the first, since "mother" is
no "another". Only the listed words are mended, and only to see what a message asks for or whether
it needs a signpost: what is searched is what was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from partnerqa.conversation.role import role_words

STEERING = frozenset(
    """
    again another anybody anyone besides everybody everyone filter filters forget nothing other
    others remove second similar somebody someone typed without written only
    encore autre autres seulement uniquement quelqu citation deuxieme premiere filtre filtres
    """.split()
)
# The words by which a message that needs a signpost is known.
TELLING = frozenset(
    """
    want wanna live living alive dead dying kill killing suicide suicidal suicider tablets pills
    overdose myself anymore breathe breathing bleeding stroke heart attack hits abused cancer
    dementia medication antibiotics chemo normal swelling vivre mourir medicaments respirer
    better point burden tired hurt without tomorrow unconscious ambulance
    """.split()
)
# What comes out of a slip and is a word of its own.
REAL = frozenset("filer filers rewritten oter outre outres ony onl".split())
TELLING_REAL = frozenset(
    """
    dad ded deed ding hart heat hear hert his hist hrt hut lie liv pint pont selling stoke tables
    tied tried vire vive
    """.split()
)
SHORT = {"pls": "please", "plz": "please", "thx": "thanks", "stp": "svp", "ppl": "people"}
SHORTEST = 5  # letters of a word in which a slip is surely one


def mended(line: str, known: dict[str, str] | None = None) -> str:
    """The plain `line` with the slips that are `known` mended: those in steering words."""
    known = slips() if known is None else known
    words = line.split(" ")
    return " ".join(_mended(word, known) for word in words)


@cache
def slips() -> dict[str, str]:
    """Each slip with the word that was meant."""
    roles = (word for word in role_words() if " " not in word)
    right = {word for word in (*STEERING, *roles) if len(word) >= SHORTEST}
    wrong = {slip: word for word in sorted(right) for slip in _slips_of(word)}
    return {slip: word for slip, word in wrong.items() if slip not in right | REAL} | SHORT


@cache
def telling_slips() -> dict[str, str]:
    """Each slip in a word by which signposts are known, with the word that was meant."""
    wrong = {slip: word for word in sorted(TELLING) for slip in _slips_of(word)}
    return {slip: word for slip, word in wrong.items() if slip not in TELLING | TELLING_REAL}


def _mended(word: str, known: dict[str, str]) -> str:
    bare = word.strip("?!.,;:")
    return word.replace(bare, known[bare]) if bare in known else word


def _slips_of(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        if rest:  # without its last letter, "doctors" is "doctor"
            yield before + rest
            yield before + rest[0] + letter + rest[1:]
        yield before + 2 * letter + rest
