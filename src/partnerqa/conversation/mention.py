"""Whom a question mentions: names, roles and those who speak a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerqa.conversation.cast import TITLES, Cast
from partnerqa.conversation.pattern import plain
from partnerqa.conversation.piece import ARTICLES, MARKS, Piece, joined
from partnerqa.conversation.role import described, role_starts, role_words
from partnerqa.conversation.tongue import IN_TONGUE, speaking, tongue_starts, tongues
from partnerqa.index.language import Language
from partnerqa.records import Role

OWNER = re.compile(r"(['’]s|(?<=s)['’])$", re.I)
JOINING = frozenset("and or nor also versus vs v et ou ni contre".split())
JOINTS = JOINING | {"__"}
COMPARED = frozenset(
    ("compared with", "compared to", "as opposed to", "compare a", "par rapport a")
)
LONGEST = 8  # words that name somebody: "ceux qui prennent soin d'un proche"
# Names that are also words: in small letters, they are words.
ORDINARY = frozenset(
    "will grace hope joy faith may june april mark rose bill frank art rich dawn iris ivy pat max "
    "violet daisy summer guy drew grant chance sky rob sue jean pierre marin aurore fleur".split()
)
# What follows "will" and the like where they are words: "for Gwen and will it last".
SUBJECTS = frozenset("i you he she it we they there this that the a an my your not be".split())
SENTENCE_START = re.compile(r"(^|[.!?…:;–—(\"“«‘])\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Names, or roles and languages, in a row, as the pieces `[first, after)` of a question."""

    first: int
    after: int
    speakers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    languages: tuple[Language, ...] = ()
    owner: bool = False
    plural: bool = False  # "patients stories" may be the patients'
    sure: bool = False  # a name that is surely no other word here
    small: bool = False  # another word too, and in small letters

    @property
    def who(self) -> tuple[str, ...]:
        """What frames may call those who are mentioned."""
        if not self.speakers:
            return ("all", "roles")
        return ("all", "names", "sure") if self.sure else ("all", "names")


def mentions(pieces: Sequence[Piece], text: str, cast: Cast) -> list[Mention]:
    """Whom the pieces of `text` mention, those in a row ("Gwen and Kofi") together."""
    made: list[Mention] = []
    place = 0
    while place < len(pieces):
        one = _mention_at(place, pieces, text, cast)
        if one is not None and made and _follow_on(made[-1], one, pieces):
            made[-1] = _together(made[-1], one)
        elif one is not None and not one.small:
            made.append(one)
        place = one.after if one is not None else place + 1
    return [_in_tongue(one, pieces, cast) for one in made]


def _mention_at(place: int, pieces: Sequence[Piece], text: str, cast: Cast) -> Mention | None:
    word = pieces[place].plain.split()[0]
    if not _may_begin(word, cast):
        return None
    for length in range(min(LONGEST, len(pieces) - place), 0, -1):
        here = pieces[place : place + length]
        if not MARKS & {piece.plain for piece in here}:
            found = _meant(text[here[0].start : here[-1].end], cast)
            if found is not None:
                placed = replace(found, first=place, after=place + length)
                return _as_written(placed, pieces, text, cast) if found.speakers else placed
    return None


def _may_begin(word: str, cast: Cast) -> bool:
    starts = (cast.starts, role_starts(), tongue_starts())
    known = any(word in some or word.removesuffix("s") in some for some in starts)
    return known or bool(cast.meant(word))


def _meant(written: str, cast: Cast) -> Mention | None:
    """Who is called as it is `written`, wherever that stands."""
    bare = OWNER.sub("", written)
    key = " ".join(plain(bare).replace(".", " ").split())
    owner = bare != written
    roles, languages = _group(key)
    if roles or set(languages) & set(cast.languages):
        plural = key.endswith("s")
        return Mention(0, 0, (), roles, languages, owner=owner, plural=plural)
    named = _called(key, cast, small=written[:1].islower(), owner=owner)
    titled = bool(TITLES.match(key))
    if named is None and len(bare.split()) == 1 + titled and (names := cast.meant(key)):
        return Mention(0, 0, names, owner=owner, sure=titled)
    return named


def _called(key: str, cast: Cast, *, small: bool, owner: bool) -> Mention | None:
    """Those who are called `key`; "gwens" is Gwen's, "the two Daves" are two."""
    ordinary = key in ORDINARY
    if names := cast.called(key):
        small = small and ordinary and not owner
        return Mention(0, 0, names, owner=owner, sure=not ordinary, small=small)
    one = key.removesuffix("s")
    if one != key and one not in ORDINARY and (names := cast.called(one)):
        return Mention(0, 0, names, owner=len(names) == 1, sure=True)
    return None


def _group(key: str) -> tuple[tuple[Role, ...], tuple[Language, ...]]:
    """The role and the language of those whom `key` names: "French-speaking patients"."""
    if key in tongues():
        return (), (tongues()[key],)
    for word, language in speaking().items():
        rest = key.removeprefix(f"{word} ").removesuffix(f" {word}")
        if rest != key and rest in role_words():
            return (role_words()[rest],), (language,)
    return ((described()[key],) if key in described() else ()), ()


def _as_written(one: Mention, pieces: Sequence[Piece], text: str, cast: Cast) -> Mention | None:
    """A name in the light of the capital letters: None if it is part of somebody else's name."""
    start = pieces[one.first].start
    if not text[start].isupper() or not _spells_as_usual(text):
        return one
    if _has_surname(one, pieces, text, cast):
        return None
    return replace(one, sure=one.sure or not SENTENCE_START.search(text[:start]))


def _has_surname(one: Mention, pieces: Sequence[Piece], text: str, cast: Cast) -> bool:
    """Whether a name that the collection does not know follows: "Florence Nightingale"."""
    if one.owner or one.after == len(pieces):
        return False
    last, other = pieces[one.after - 1], pieces[one.after]
    if not text[last.end : other.start].isspace() or len(other.plain) < 2:
        return False
    unknown = other.plain.split()[0] not in cast.starts
    return unknown and text[other.start : other.end].istitle()


def _spells_as_usual(text: str) -> bool:
    """Whether most words of `text` begin small: it is no headline, and not all capitals."""
    words: list[str] = re.findall(r"[^\W\d_]+", text)[1:]
    return 2 * sum(word[0].islower() for word in words) >= len(words)


def _follow_on(one: Mention, other: Mention, pieces: Sequence[Piece]) -> bool:
    between = [piece.plain for piece in pieces[one.after : other.first]]
    if bool(one.speakers) != bool(other.speakers):
        return False
    if other.small:
        following = {piece.plain for piece in pieces[other.after : other.after + 1]}
        is_joined = len(between) == 1 and between[0] in JOINING
        return one.sure and is_joined and following.isdisjoint(SUBJECTS)
    joints = [word for word in between if word not in ARTICLES]
    return " ".join(joints) in COMPARED or (bool(joints) and JOINTS.issuperset(joints))


def _in_tongue(one: Mention, pieces: Sequence[Piece], cast: Cast) -> Mention:
    """With the language that follows: "patients in French on hope"."""
    language = IN_TONGUE.get(joined(pieces[one.after : one.after + 2]))
    if language not in cast.languages:
        return one
    return replace(one, after=one.after + 2, languages=(language,))


def _together(one: Mention, other: Mention) -> Mention:
    return Mention(
        one.first,
        other.after,
        tuple(dict.fromkeys((*one.speakers, *other.speakers))),
        tuple(dict.fromkeys((*one.roles, *other.roles))),
        tuple(dict.fromkeys((*one.languages, *other.languages))),
        other.owner,
        other.plural,
        one.sure or other.sure,
    )
