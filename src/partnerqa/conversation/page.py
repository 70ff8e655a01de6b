"""The page or heading that a question names, in full or by some words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.piece import MARKS, Piece, count_before, joined

PAGES = frozenset("page topic theme sujet".split())
SECTIONS = frozenset("section heading chapter rubrique chapitre".split())
LEADS = frozenset("on in under from see sur dans sous".split())
QUOTED = re.compile(r"[‘“«\"'„]\s*$")
# What may follow a name that is not closed by a mark: the question itself.
OPENERS = frozenset(
    "what who whose how why when where which do does did is are was were has have can could would "
    "should que qu qui quoi comment pourquoi quand ou quel quelle quels quelles est".split()
)
# What only follows a name with which the question begins: "the hopes page on computers".
FOLLOWERS = frozenset("on about sur".split())
# Pages of any site, or any form: they name none of ours.
NO_NAMES = frozenset("home front first last next previous back same web main help title".split())
LONGEST = 16  # words of a name that is not written in full
# "The fears bit", "the part about fears": only what it is about is searched.
PART = re.compile(
    r"(?:the|la|le)\s+(?:(?:bits?|parts?|passages?|partie)\s+(?:about|on|sur|de)\s+(?P<of>.+)"
    r"|(?P<called>.+)\s+(?:bits?|parts?|passages?|stuff))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A page or heading, and the pieces `[start, end)` of a question that name it."""

    topic: str
    start: int
    end: int


def page_named(pieces: Sequence[Piece], text: str, cast: Cast) -> Named | None:
    """The page or heading that is named as such: "on the page about data", "Hopes page: fears"."""
    line = joined(pieces)
    for cue, closing in (("topic", ""), ("topic-before-mark", "_ __"), ("", "_")):
        span = _found(cue, line) if cue else (0, 0)
        if span is not None:
            start, place = (count_before(pieces, position) for position in span)
            found = _exact(start, place, pieces, closing.split(), cast)
            if found is None and cue == "topic":
                found = _loose(start, place, pieces, cast)
            if found is not None:
                return found
    return _before_its_noun(pieces, cast) or _as_spelled(pieces, text, cast)


def part_of(rest: str) -> str:
    """What `rest` is about, if it asks for a part of a page and no more."""
    found = PART.fullmatch(rest.rstrip(" ?.!"))
    return (found["of"] or found["called"]) if found else rest


def _found(name: str, line: str) -> tuple[int, int] | None:
    found = (pattern.search(line) for pattern in phrases(name))
    return next((match.span() for match in found if match), None)


def _exact(
    start: int, place: int, pieces: Sequence[Piece], closing: Sequence[str], cast: Cast
) -> Named | None:
    """The longest title or heading at `place`, before a mark of `closing`."""
    for end in range(len(pieces), place, -1):
        topic = cast.topics.get(_words(pieces[place:end]))
        ends_well = not closing or (end < len(pieces) and pieces[end].plain in closing)
        if topic is not None and ends_well:
            return Named(topic, start, end)
    return None


def _loose(start: int, place: int, pieces: Sequence[Piece], cast: Cast) -> Named | None:
    """The page whose title alone has all the words from `place` to a mark or the question."""
    sections_first = bool(SECTIONS & {piece.plain for piece in pieces[start:place]})
    for end in range(min(len(pieces), place + LONGEST), place, -1):
        topic = _called(_words(pieces[place:end]), cast, sections_first=sections_first)
        says = content_words(pieces[end - 1].plain)
        if topic is not None and says and _closed(pieces, end):
            return Named(topic, start, end)
    return None


def _before_its_noun(pieces: Sequence[Piece], cast: Cast) -> Named | None:
    """A name before "page" or "section": "the money page: delays", "on the ethics page"."""
    nouns = (place for place, piece in enumerate(pieces) if piece.plain in PAGES | SECTIONS)
    for noun in nouns:
        for start in range(max(0, noun - LONGEST), noun):
            if _led(pieces, start, noun + 1):
                topic = _topic_before(pieces[start : noun + 1], cast)
                if topic is not None:
                    return Named(topic, max(0, start - 1), noun + 1)
    return None


def _as_spelled(pieces: Sequence[Piece], text: str, cast: Cast) -> Named | None:
    """A title in quotation marks or its own capitals: "bus fares in Money, Time and Parking"."""
    for lead, piece in enumerate(pieces[:-1]):
        if piece.plain in LEADS:
            found = _exact(lead, lead + 1, pieces[: lead + 1 + LONGEST], (), cast)
            if found is not None and _is_title(found, pieces, text):
                return found
    return None


def _is_title(named: Named, pieces: Sequence[Piece], text: str) -> bool:
    start, end = pieces[named.start + 1].start, pieces[named.end - 1].end
    if QUOTED.search(text[:start]):
        return True
    written, title = (re.findall(r"\w+", name) for name in (text[start:end], named.topic))
    return written == title and written[0][0].isupper()


def _topic_before(pieces: Sequence[Piece], cast: Cast) -> str | None:
    """The title or heading that all pieces but the last name; the last is its noun."""
    words, noun = _words(pieces[:-1]), pieces[-1].plain
    return cast.topics.get(words) or _called(words, cast, sections_first=noun in SECTIONS)


def _led(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a name begins after a word such as "on", or with the question, and ends well."""
    if start == 0:
        return end < len(pieces) and pieces[end].plain in MARKS | FOLLOWERS
    return pieces[start - 1].plain in LEADS and _closed(pieces, end)


def _closed(pieces: Sequence[Piece], end: int) -> bool:
    return end == len(pieces) or pieces[end].plain.split()[0] in MARKS | OPENERS


def _called(words: str, cast: Cast, *, sections_first: bool) -> str | None:
    """The only title, or else the only heading, that has all the words of substance."""
    wanted = _stems(words)
    if not wanted or wanted <= NO_NAMES:
        return None
    fitting = {name for key, name in cast.topics.items() if wanted <= _title_stems(key)}
    kinds = (fitting & cast.titles, fitting - cast.titles)
    kind = next(filter(None, reversed(kinds) if sections_first else kinds), set())
    return next(iter(kind)) if len(kind) == 1 else None


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in content_words(words))


@lru_cache(maxsize=16384)
def _title_stems(key: str) -> frozenset[str]:
    return _stems(key)


def _words(pieces: Iterable[Piece]) -> str:
    return " ".join(piece.plain for piece in pieces if piece.plain not in MARKS)
