"""Whether a message takes filters off: "back to everyone", "forget the French bit"."""

from __future__ import annotations

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.dependence import content_words, points_back
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.role import role_words
from partnerqa.conversation.said import Said, cleared, found_in, without_courtesies
from partnerqa.records import Filters


def lifts(said: Said) -> bool:
    """Whether a clause of the message takes filters off, and the others say nothing else."""
    found = [_lifts(said, clause) for clause in said.clauses]
    others = (clause for clause, is_one in zip(said.clauses, found, strict=True) if not is_one)
    return any(found) and all(_says_nothing(clause) for clause in others)


def only_widens(said: Said) -> bool:
    """Whether the message is a word such as "everyone", beside names and roles at most."""
    if not said.matches("widen-word") or points_back(said.message):
        return False
    named = content_words(" ".join((*said.cast.mentioned(said.message), *role_words())))
    return not set(content_words(said.core)) - {*named, "filter", "filters", "filtre"}


def _lifts(said: Said, clause: str) -> bool:
    if found_in("widen", clause):
        return True
    for pattern in phrases("widen-not-only"):
        match = pattern.search(clause)
        if match:
            return _is_filter(said.cast, clause[match.end() :])
    return any(
        _is_held(said, clause[match.end() :])
        for pattern in phrases("widen-drop")
        if (match := pattern.search(clause))
    )


def _says_nothing(clause: str) -> bool:
    return not content_words(cleared("widen-beside", clause))


def _is_filter(cast: Cast, rest: str) -> bool:
    """Whether `rest` names what a filter may hold: somebody, a role, a language."""
    bare = without_courtesies(cleared("widen-tail", rest))
    if found_in("widen-pronoun", bare) or found_in("widen-language", bare):
        return True
    return cast.narrowing(bare) is not None


def _is_held(said: Said, rest: str) -> bool:
    """Whether `rest` names a filter that is in force, or calls what it names a filter."""
    if found_in("widen-tail", rest):
        return _is_filter(said.cast, rest)
    bare, held = without_courtesies(rest), said.last.filters
    if held.languages and found_in("widen-language", bare):
        return True
    named = said.cast.narrowing(bare) or Filters()
    return bool({*named.speakers, *named.roles} & {*held.speakers, *held.roles})
