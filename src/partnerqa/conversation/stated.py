"""What a question narrows itself to: "researchers only: trust" asks researchers, about trust.

A name, a role, a page or a language counts only where the question is built so that it does; the
frames that say so are in `frames.toml`. They are taken out, and the rest is what is searched.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.language import Language, language_of
from partnerqa.conversation.pattern import compiled, phrases, plain
from partnerqa.conversation.role import role_starts, role_words
from partnerqa.records import Filters, Role

FRAMES = Path(__file__).with_name("frames.toml")

# A word, a vowel left out before another ("d'", "qu'"), or a mark that parts a sentence.
PIECE = re.compile(
    r"(?:\b(?:qu|[cdjlmnst])['’])(?=\w)|[^\W_]+(?:['’\-][^\W_]+)*['’]?"
    r"|(?P<break>[:;–—]|(?<=\s)-+(?=\s))|(?P<comma>[,()])",
    re.I,
)
OWNER = re.compile(r"(['’]s|(?<=s)['’])$", re.I)
ARTICLES = frozenset("the a an any some other all le la les l d des une un aux".split())
MARKS = frozenset(("_", "__"))  # in plain letters: a colon or a dash; a comma or a bracket
JOINTS = frozenset(("and", "or", "et", "ou", "__"))
LONGEST = 4  # words of a name
# Names that are also words: in small letters, they are words.
ORDINARY = frozenset(
    "will grace hope joy faith may june april mark rose bill frank art rich dawn iris ivy pat max "
    "violet daisy summer guy drew grant chance sky rob sue jean pierre marin aurore fleur".split()
)
PEOPLE: dict[Language, str] = {"en": "people", "fr": "les gens"}
EDGES = " \t\n,;:–—-()"


@dataclass(frozen=True, slots=True)
class Stated:
    """The filters that a question states, and the words of it that are left.

    `searched` is the rest as it is searched: where the frame is a whole question it is kept, with
    "people" for the name, since half a question is found less surely than a whole one.
    """

    filters: Filters
    rest: str
    searched: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after a name that makes a filter of it; see `frames.toml`."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    who: str = "all"
    keep: str = ""
    owner: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark of a question in plain letters, and where it stands."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Names and roles in a row, as the pieces `[first, after)` of a question."""

    first: int
    after: int
    speakers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    owner: bool = False
    sure: bool = False  # a name that is no other word

    @property
    def who(self) -> tuple[str, ...]:
        """What frames may call those who are mentioned."""
        if self.roles:
            return ("all", "roles")
        return ("all", "names", "sure") if self.sure else ("all", "names")


def stated(message: str, cast: Cast) -> Stated:
    """The filters that `message` states, and what is left of it: perhaps nothing to search."""
    found = Stated(Filters(), message, message)
    for look in (_language, _topic, _people):
        found = look(found, cast)
    return found


# --- a person or a role ----------------------------------------------------------------------


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of `frames.toml`, in the order in which they are tried."""
    listed = tomllib.loads(FRAMES.read_text(encoding="utf-8"))["frame"]
    return tuple(
        Frame(**row | {side: compiled(row[side]) for side in ("before", "after")}) for row in listed
    )


def _people(found: Stated, cast: Cast) -> Stated:
    pieces = pieces_of(found.rest)
    for mention in mentions(pieces, found.rest, cast):
        first = _with_articles(mention, pieces)
        fit = _framed(mention, pieces, first)
        if fit is not None:
            frame, *cut = fit
            filters = replace(found.filters, speakers=mention.speakers, roles=mention.roles)
            rest = _without(found.rest, pieces, *cut)
            whole = _of_people(found.rest, pieces[first].start, pieces[mention.after - 1].end)
            return Stated(filters, rest, whole if frame.whole else rest)
    return found


def _with_articles(mention: Mention, pieces: Sequence[Piece]) -> int:
    first = mention.first
    while first and pieces[first - 1].plain in ARTICLES:
        first -= 1
    return first


def _of_people(text: str, start: int, end: int) -> str:
    """`text` with "people" in the place of those whom it names."""
    return text[:start] + PEOPLE[language_of(text)] + text[end:]


def _framed(mention: Mention, pieces: Sequence[Piece], first: int) -> tuple[Frame, int, int] | None:
    """The frame that fits, and where its pieces begin and end; None if no frame fits.

    `first` is the piece with which the mention and its articles begin.
    """
    head, tail = pieces[:first], pieces[mention.after :]
    joined_head, joined_tail = _joined(head), _joined(tail)
    for frame in frames():
        if frame.who not in mention.who or (frame.owner and not mention.owner):
            continue
        after = frame.after.search(joined_tail)
        before = frame.before.search(joined_head) if after else None
        if before is None or after is None:
            continue
        kept = first if frame.keep == "before" else _count(head, before.start())
        gone = 0 if frame.keep == "after" else _count(tail, after.end())
        return frame, kept, mention.after + gone
    return None


def mentions(pieces: Sequence[Piece], text: str, cast: Cast) -> list[Mention]:
    """The names and roles in the pieces of `text`, those in a row ("Gwen and Kofi") together."""
    made: list[Mention] = []
    place = 0
    while place < len(pieces):
        one = _mention_at(place, pieces, text, cast)
        if one is None:
            place += 1
            continue
        joined = made and _follow_on(made[-1], one, pieces)
        made[-1:] = [_together(made[-1], one)] if joined else [*made[-1:], one]
        place = one.after
    return made


def _mention_at(place: int, pieces: Sequence[Piece], text: str, cast: Cast) -> Mention | None:
    word = pieces[place].plain.split()[0]
    if not {word, word.removesuffix("s")} & (cast.starts | role_starts()):
        return None
    for length in range(min(LONGEST, len(pieces) - place), 0, -1):
        here = pieces[place : place + length]
        if MARKS & {piece.plain for piece in here}:
            continue
        written = text[here[0].start : here[-1].end]
        bare = OWNER.sub("", written)
        key = " ".join(plain(bare).replace(".", " ").split())
        after, owner = place + length, bare != written
        if key in role_words():
            return Mention(place, after, roles=(role_words()[key],), owner=owner)
        if names := cast.called(key):
            if written[:1].islower() and key in ORDINARY and not owner:
                return None
            return Mention(place, after, names, owner=owner, sure=key not in ORDINARY)
    return None


def _follow_on(one: Mention, other: Mention, pieces: Sequence[Piece]) -> bool:
    between = {piece.plain for piece in pieces[one.after : other.first]}
    return bool(between & JOINTS) and between <= JOINTS | ARTICLES and one.who == other.who


def _together(one: Mention, other: Mention) -> Mention:
    return Mention(
        one.first,
        other.after,
        tuple(dict.fromkeys((*one.speakers, *other.speakers))),
        tuple(dict.fromkeys((*one.roles, *other.roles))),
        other.owner,
        one.sure,
    )


# --- a language ------------------------------------------------------------------------------


def _language(found: Stated, cast: Cast) -> Stated:
    """A language: "en français : …", "worries (in French)"; not "can I speak in French?"."""
    pieces = pieces_of(found.rest)
    line = _joined(pieces)
    for code in cast.languages:
        for where, uses in ((f"language-{code}", False), (f"language-{code}-at-end", True)):
            cut = _cut_by(where, line)
            if cut is None or (uses and any(one.search(line) for one in phrases("language-use"))):
                continue
            rest = _without(found.rest, pieces, *(_count(pieces, place) for place in cut))
            return Stated(Filters(languages=(code,)), rest, rest)
    return found


def _cut_by(name: str, line: str) -> tuple[int, int] | None:
    """Where the first of the phrases called `name` stands in `line`; a language may have none."""
    found = (pattern.search(line) for pattern in phrases(name))
    return next((match.span() for match in found if match), None)


# --- a page or a heading ---------------------------------------------------------------------


def _topic(found: Stated, cast: Cast) -> Stated:
    """A page or heading: "topic Saying no: weekends", "on the page The Token Seat: chairs"."""
    pieces = pieces_of(found.rest)
    line = _joined(pieces)
    for cue, closing in (("topic", ""), ("topic-before-mark", "_ __"), ("", "_")):
        cut = _cut_by(cue, line) if cue else (0, 0)
        if cut is not None:
            first, start = (_count(pieces, place) for place in cut)
            named = _topic_at(start, pieces, closing.split(), cast)
            if named is not None:
                topic, end = named
                rest = _without(found.rest, pieces, first, end)
                filters = replace(found.filters, topics=(topic,))
                return Stated(filters, rest, rest)
    return found


def _topic_at(
    start: int, pieces: Sequence[Piece], closing: Sequence[str], cast: Cast
) -> tuple[str, int] | None:
    """The longest title or heading at `start`, and where it ends: before a mark of `closing`."""
    for end in range(len(pieces), start, -1):
        words = (one.plain for one in pieces[start:end] if one.plain not in MARKS)
        topic = cast.topics.get(" ".join(words))
        ends_well = not closing or (end < len(pieces) and pieces[end].plain in closing)
        if topic is not None and ends_well:
            return topic, end
    return None


# --- pieces ----------------------------------------------------------------------------------


def pieces_of(text: str) -> list[Piece]:
    """The words of `text` and the marks between them, in plain letters."""
    return [Piece(_plain(found), found.start(), found.end()) for found in PIECE.finditer(text)]


def _plain(found: re.Match[str]) -> str:
    if found["break"]:
        return "_"
    return "__" if found["comma"] else " ".join(plain(found[0]).split())


def _joined(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.plain for piece in pieces)


def _count(pieces: Sequence[Piece], position: int) -> int:
    """How many pieces begin before `position` in the pieces joined."""
    place = 0
    for number, piece in enumerate(pieces):
        if place >= position:
            return number
        place += len(piece.plain) + 1
    return len(pieces)


def _without(text: str, pieces: Sequence[Piece], first: int, after: int) -> str:
    """`text` without the pieces `[first, after)`, in the asker's spelling."""
    head = text[: pieces[first].start] if first < len(pieces) else text
    tail = text[pieces[after].start :] if after < len(pieces) else ""
    return " ".join(f"{head.strip(EDGES)} {tail.strip(EDGES)}".split())
