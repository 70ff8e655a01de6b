"""Whom a message leaves out: "anybody but Karen", "not the researchers", "leave Zoë out of it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.said import Said, cleared, found_in
from partnerqa.records import Filters

LONGEST = 12  # words of a list of people


@dataclass(frozen=True, slots=True)
class Unwanted:
    """People and roles who are not wanted, and what the message says `before` it names them."""

    who: Filters
    before: str

    @property
    def asks(self) -> bool:
        """Whether what stands before says anything: not "anybody" of "anybody but Karen"."""
        return bool(content_words(cleared("exclude-beside", self.before)))


def unwanted_in(said: Said) -> Unwanted | None:
    """Whom `said` leaves out, if it does: each way to say so is tried, the first one that fits."""
    return next((found for found in _found(said) if found.who), None)


def _found(said: Said) -> Iterator[Unwanted]:
    for name, tail in (("exclude", "exclude-beside"), ("exclude-out", "exclude-out-tail")):
        for pattern in phrases(name):
            match = pattern.search(said.core)
            if match:
                who = _named(said, said.core[match.end() :], tail)
                yield Unwanted(who, said.core[: match.start()])


def _named(said: Said, rest: str, tail: str) -> Filters:
    """Whom `rest` begins with, if what follows is as it may be after a name."""
    words = rest.split()
    for length in range(min(len(words), LONGEST), 0, -1):
        who = who_in(said, " ".join(words[:length]))
        if who:
            return who if _fits(" ".join(words[length:]), tail) else Filters()
    return Filters()


def _fits(after: str, tail: str) -> bool:
    if tail == "exclude-out-tail" and not found_in(tail, after):
        return False
    return not content_words(cleared("exclude-beside", after))


def who_in(said: Said, words: str) -> Filters | None:
    """The people or roles that `words` name, or stand for: "besides her", "except them"."""
    if found_in("exclude-those", words):
        return Filters(speakers=said.speakers_of(said.thread.shown))
    if found_in("exclude-one", words):
        person = said.shown_speaker()
        return Filters(speakers=(person,)) if person else None
    return said.cast.narrowing(words)
