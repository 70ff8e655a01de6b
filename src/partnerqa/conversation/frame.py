"""The turns of phrase that make a filter of whom a question mentions; see `frames.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partnerqa.conversation.mention import Mention
from partnerqa.conversation.pattern import compiled
from partnerqa.conversation.piece import ARTICLES, Piece, count_before, joined

FRAMES = Path(__file__).with_name("frames.toml")
# "Any of the doctors", "certains des médecins".
QUANTITIES = frozenset(
    "any one some most many several few none "
    "un une certains certaines plusieurs aucun aucune".split()
)
PARTITIVES = frozenset("of de des d".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after a name that makes a filter of it, or says that it is none."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    who: str = "all"
    keep: str = ""
    owner: bool = False
    whole: bool = False
    asked: bool = True
    others: bool = False


NO_FRAME = Frame(compiled(""), compiled(""), whole=True)


@dataclass(frozen=True, slots=True)
class Fit:
    """A mention in the frame that fits; the pieces `[start, end)` are those to be taken out.

    `first` is the piece with which the mention and its articles begin.
    """

    mention: Mention
    frame: Frame
    first: int
    start: int
    end: int


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of `frames.toml`, in the order in which they are tried."""
    listed = tomllib.loads(FRAMES.read_text(encoding="utf-8"))["frame"]
    return tuple(
        Frame(**row | {side: compiled(row[side]) for side in ("before", "after")}) for row in listed
    )


def framed(mention: Mention, pieces: Sequence[Piece]) -> Fit | None:
    """The first frame that fits; None if there is none, or if nobody is asked in it."""
    first = _with_articles(mention, pieces)
    heads = tuple(joined(pieces[:place]) for place in range(first, mention.first + 1))
    tail = joined(pieces[mention.after :])
    for frame in frames():
        if frame.who in mention.who and (mention.owner or mention.plural or not frame.owner):
            after = frame.after.search(tail)
            before = _first_found(frame.before, heads) if after else None
            if before is not None and after is not None:
                spans = (before.start(), after.end())
                return _fit(mention, frame, first, spans, pieces) if frame.asked else None
    return None


def by_itself(mention: Mention, pieces: Sequence[Piece]) -> Fit | None:
    """A mention that is all there is."""
    first = _with_articles(mention, pieces)
    whole = (first, mention.after) == (0, len(pieces))
    return Fit(mention, NO_FRAME, first, first, mention.after) if whole else None


def _with_articles(mention: Mention, pieces: Sequence[Piece]) -> int:
    first = mention.first
    while before := _small_words([piece.plain for piece in pieces[max(0, first - 2) : first]]):
        first -= before
    return first


def _small_words(words: Sequence[str]) -> int:
    """How many of the last two words before a name only say how many are meant."""
    if len(words) == 2 and words[0] in QUANTITIES and words[1] in PARTITIVES:
        return 2
    return int(bool(words) and words[-1] in ARTICLES)


def _first_found(pattern: re.Pattern[str], lines: Sequence[str]) -> re.Match[str] | None:
    return next(filter(None, map(pattern.search, lines)), None)


def _fit(
    mention: Mention, frame: Frame, first: int, spans: tuple[int, int], pieces: Sequence[Piece]
) -> Fit:
    head, tail = pieces[: mention.first], pieces[mention.after :]
    start = first if frame.keep == "before" else count_before(head, spans[0])
    gone = 0 if frame.keep == "after" else count_before(tail, spans[1])
    return Fit(mention, frame, first, min(start, first), mention.after + gone)
