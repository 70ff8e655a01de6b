"""Which filters a message takes off: all ("back to everyone"), or one ("not only Winnie")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.dependence import content_words, points_back, spaced
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.role import role_words
from partnerqa.conversation.said import Said, cleared, found_in, without_courtesies
from partnerqa.records import Filters

KINDS = frozenset(("speakers", "roles", "topics", "languages"))


def lifted(said: Said) -> Filters | None:
    """What is left of the filters in force; None where the message takes none of them off.

    A clause of it takes them off, and the others say nothing else. The title of a page may have
    marks in it that part clauses.
    """
    is_page = _lifted(said, said.core) == {"topics"}
    clauses = (said.core,) if is_page else said.clauses
    found = [_lifted(said, clause) for clause in clauses]
    others = (clause for clause, kinds in zip(clauses, found, strict=True) if not kinds)
    if not any(found) or not all(_says_nothing(clause) for clause in others):
        return None
    gone = [value for clause in clauses for value in _dropped(said, clause)]
    kinds: frozenset[str] = frozenset().union(*found)
    return replace(said.last.filters, **{kind: _left(said, kind, gone) for kind in kinds})


def _left(said: Said, kind: str, gone: Sequence[str]) -> tuple[Any, ...]:
    """The values of a kind that stay: those beside one that is `gone`; none where none is."""
    held: tuple[str, ...] = getattr(said.last.filters, kind)
    kept = tuple(value for value in held if value not in gone)
    return kept if len(kept) < len(held) else ()


def only_widens(said: Said) -> bool:
    """Whether the message is a word such as "everyone", beside names and roles at most."""
    if not said.matches("widen-word") or points_back(said.message):
        return False
    named = content_words(" ".join((*said.cast.mentioned(said.message), *role_words())))
    filters = {"filter", "filters", "filtre", "language", "role", "langue", "langues"}
    return not set(content_words(said.core)) - {*named, *filters}


def _lifted(said: Said, clause: str) -> frozenset[str]:
    """The kinds of filters that a clause takes off: those that it names, else all."""
    if found_in("widen", clause):
        return KINDS
    for pattern in phrases("widen-not-only"):
        match = pattern.search(clause)
        if match:
            named = _kinds(said.cast, clause[match.end() :])
            return (named & _in_force(said)) or (KINDS if named else frozenset())
    return next(filter(None, (_held(said, rest) for rest in _drops(clause))), frozenset())


def _dropped(said: Said, clause: str) -> tuple[str, ...]:
    """The people and roles that a clause such as "without Winnie" names."""
    named = next(filter(None, map(said.cast.narrowing, _drops(clause))), Filters())
    return (*named.speakers, *named.roles)


def _drops(clause: str) -> Iterator[str]:
    """What follows the words that drop something: "winnie" of "without winnie"."""
    for pattern in phrases("widen-drop"):
        match = pattern.search(clause)
        if match:
            yield clause[match.end() :]


def _says_nothing(clause: str) -> bool:
    return not content_words(cleared("widen-beside", clause))


def _kinds(cast: Cast, rest: str) -> frozenset[str]:
    """The kinds of filters that `rest` names: somebody, a role, a language, a page."""
    bare = without_courtesies(cleared("widen-tail", rest))
    if found_in("widen-pronoun", bare):
        return frozenset(("speakers",))
    if found_in("widen-language", bare):
        return frozenset(("languages",))
    if _title(cast, bare):
        return frozenset(("topics",))
    return _stating(cast.narrowing(bare) or Filters())


def _held(said: Said, rest: str) -> frozenset[str]:
    """The kinds of filters that `rest` names, if they are in force or it calls them filters."""
    kinds = _kinds(said.cast, rest)
    if found_in("widen-tail", rest):
        return (kinds & _in_force(said)) or (KINDS if kinds else frozenset())
    bare, held = without_courtesies(rest), said.last.filters
    named = said.cast.narrowing(bare) or Filters()
    is_held = {*named.speakers, *named.roles} & {*held.speakers, *held.roles}
    is_named = bool(is_held) or _title(said.cast, bare) in held.topics
    return kinds & _in_force(said) if is_named or "languages" in kinds else frozenset()


def _title(cast: Cast, bare: str) -> str:
    """The page that the plain line `bare` names, as it spells itself; "" if it names none."""
    return cast.topics.get(spaced(cleared("widen-page", bare)), "")


def _in_force(said: Said) -> frozenset[str]:
    return _stating(said.last.filters)


def _stating(filters: Filters) -> frozenset[str]:
    return frozenset(kind for kind in KINDS if getattr(filters, kind))
