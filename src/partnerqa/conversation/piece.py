"""The words of a question and the marks between them, and what is left without some of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerqa.conversation.pattern import plain

POLITE = r"\b(?:please|pls|svp|stp|s['’]il (?:vous|te) pla[iî]t)\b"
# "Please", which is passed over, but which parts a sentence with the comma after it ("carers
# please, …"); a word, a vowel left out before another ("d'", "qu'"), or a mark that parts it.
PIECE = re.compile(
    rf"(?P<parting>(?<=\w),?\s+{POLITE}\s*[,:;–—])|(?P<polite>^\s*{POLITE}\s*,?|{POLITE})"
    r"|(?:\b(?:qu|[cdjlmnst])['’])(?=\w)|[^\W_]+(?:['’\-][^\W_]+)*['’]?"
    r"|(?P<break>[:;–—]|(?<=\s)-+(?=\s)|[?!](?=\s+\w)|(?<=\w{5})\.(?=\s+\w))"  # not "Prof."
    r"|(?P<comma>[,()&/])",
    re.I,
)
MARKS = frozenset(
    ("_", "__")
)  # in plain letters: a colon, a dash or a sentence's end; a comma or a bracket
ARTICLES = frozenset("the a an any some other all le la les l d des une un aux".split())
POLITE_START = re.compile(rf"^\s*{POLITE}", re.I)
EDGES = " \t\n,;:–—-()&/"
ENDS = ".?!"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark of a question in plain letters, and where it stands."""

    plain: str
    start: int
    end: int


def pieces_of(text: str) -> list[Piece]:
    """The words of `text` and the marks between them, in plain letters; "please" is left out."""
    return [
        Piece(_plain(found), found.start(), found.end())
        for found in PIECE.finditer(text)
        if not found["polite"]
    ]


def joined(pieces: Sequence[Piece]) -> str:
    """The pieces as one line, which patterns look at."""
    return " ".join(piece.plain for piece in pieces)


def count_before(pieces: Sequence[Piece], position: int) -> int:
    """How many pieces begin before `position` in the pieces joined."""
    place = 0
    for number, piece in enumerate(pieces):
        if place >= position:
            return number
        place += len(piece.plain) + 1
    return len(pieces)


def without(text: str, pieces: Sequence[Piece], first: int, after: int) -> str:
    """`text` without the pieces `[first, after)` and a first "please", in the asker's spelling."""
    head = POLITE_START.sub("", text[: pieces[first].start] if first < len(pieces) else text)
    tail = text[pieces[after].start :] if after < len(pieces) else ""
    return " ".join(f"{head.strip(EDGES)} {tail.lstrip(EDGES + ENDS).rstrip(EDGES)}".split())


def _plain(found: re.Match[str]) -> str:
    if found["break"] or found["parting"]:
        return "_"
    return "__" if found["comma"] else " ".join(plain(found[0]).split())
