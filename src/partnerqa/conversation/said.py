"""A message with all that a rule may want to know of it, and the fixed marks beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerqa.conversation.background import Background
from partnerqa.conversation.cast import Cast
from partnerqa.conversation.dependence import shed, spaced, without_politeness
from partnerqa.conversation.pattern import phrases, plain
from partnerqa.conversation.people import named
from partnerqa.conversation.short import spelt_out
from partnerqa.conversation.stated import Stated, stated
from partnerqa.conversation.understanding import Thread, Understanding
from partnerqa.index.language import Language, language_of
from partnerqa.records import Filters, Quote

DOT = " · "
WORD_START = re.compile(r"(?<![\w\"“«‘(])[\"“«‘(]?\b\w")  # with the mark that opens it
CLAUSE_END = re.compile(r"[.,;:!?…–—()]+| - ")

NOTES: dict[Language, dict[str, str]] = {
    "en": {
        "about": "about: {}",
        "more": "more",
        "again": "quote {} again",
        "like": "more like quote {}",
        "except": "anybody but {}",
        "only": "only {}",
        "everyone": "everyone",
    },
    "fr": {
        "about": "à propos de : {}",
        "more": "encore",
        "again": "citation {} à nouveau",
        "like": "d’autres comme la citation {}",
        "except": "toute autre personne que {}",
        "only": "seulement {}",
        "everyone": "tout le monde",
    },
}


@dataclass(frozen=True, slots=True)
class Said:
    """A message in its thread.

    `bare` is it in plain letters, thanks and sighs left out; `core` also without the courtesies
    around it, short forms spelt out ("can you go on plz" is "go on"), and `clauses` are the parts
    of it between marks.
    """

    message: str
    bare: str
    core: str
    clauses: tuple[str, ...]
    thread: Thread
    background: Background

    def matches(self, name: str) -> bool:
        """Whether one of the patterns called `name` is found in the message."""
        return found_in(name, self.core) or (self.core != self.bare and found_in(name, self.bare))

    def after(self, name: str) -> str | None:
        """What follows the first of the patterns called `name` that is found in the message."""
        found = (pattern.search(self.bare) for pattern in phrases(name))
        return next((self.bare[match.end() :] for match in found if match), None)

    def without_politeness(self) -> str:
        """The message as typed, without the thanks and sighs that it begins with."""
        wanted = spaced(self.bare)
        starts = (match.start() for match in WORD_START.finditer(self.message))
        rests = (self.message[start:] for start in (0, *starts))
        return next((rest for rest in rests if spaced(rest) == wanted), self.message)

    @property
    def cast(self) -> Cast:
        """The people and pages that may be named."""
        return self.background.cast

    def quote(self, quote_id: str) -> Quote:
        """A shown quote by its id."""
        return self.background.quote(quote_id)

    @property
    def last(self) -> Understanding:
        """How the latest question was understood; rules are tried in a thread only."""
        if self.thread.last is None:
            raise LookupError("a rule for follow-ups was tried without a thread")
        return self.thread.last

    @property
    def subject(self) -> str:
        """What the thread is about, in the asker's words."""
        return self.last.subject or self.last.text

    @property
    def language(self) -> Language:
        """The language of the thread."""
        return language_of(self.message + " " + self.thread.typed)

    def asked(self, question: Understanding) -> str:
        """`question` with what it leans on, in the asker's words."""
        if question.carried:
            return question.text + DOT + self.note("about", question.carried)
        return question.subject or question.text

    def note(self, name: str, *values: str) -> str:
        """A fixed mark in the language of the thread."""
        return NOTES[self.language][name].format(*values)

    def only(self, filters: Filters) -> str:
        """The fixed mark that says whom alone is asked."""
        return self.note("only", named(filters, self.language))

    def stated(self) -> Stated:
        """The filters that the message itself states, and the rest of it."""
        return stated(self.without_politeness(), self.cast)

    def speakers_of(self, quotes: Sequence[str]) -> tuple[str, ...]:
        """The ids of the people who speak in `quotes`, as far as they are named."""
        heard = (self.quote(quote).attribution.speaker_id for quote in quotes)
        return tuple(dict.fromkeys(speaker for speaker in heard if speaker))

    def shown_speaker(self) -> str | None:
        """The id of the person last singled out, else of the first one who was shown."""
        last = self.thread.last
        if last is not None and len(last.filters.speakers) == 1:
            return (self.cast.ids(last.filters.speakers) or last.filters.speakers)[0]
        return next(iter(self.speakers_of(self.thread.shown)), None)

    def shown_by(self, names: Sequence[str]) -> tuple[str, ...]:
        """The quotes of the people called by one of `names`: shown last, or else before."""
        ids = set(self.cast.ids(names))
        for quotes in (self.thread.shown, self.thread.earlier):
            found = tuple(one for one in quotes if self.quote(one).attribution.speaker_id in ids)
            if found:
                return found
        return ()


def said_in(message: str, thread: Thread, background: Background) -> Said:
    """`message` as it stands in `thread`."""
    bare = without_politeness(" ".join(plain(message).split()))
    line = spelt_out(bare)
    parts = (without_courtesies(part.strip()) for part in CLAUSE_END.split(line))
    clauses = tuple(filter(None, parts))
    core = without_courtesies(line)
    return Said(message.strip(), bare, core, clauses, thread, background)


def without_courtesies(line: str) -> str:
    """The plain `line` without "can you", "please" and the like around it."""
    return shed("courtesy", line).strip()


def found_in(name: str, line: str) -> bool:
    """Whether one of the patterns called `name` is found in the plain `line`."""
    return any(pattern.search(line) for pattern in phrases(name))


def cleared(name: str, line: str) -> str:
    """The plain `line` without the patterns called `name`."""
    for pattern in phrases(name):
        line = pattern.sub(" ", line)
    return line.strip()


def as_spelled(said: Said, line: str) -> str:
    """The plain `line` as it stands in the message, if it does."""
    wanted, words = spaced(line), list(re.finditer(r"[\w'’-]+", said.message))
    for place, first in enumerate(words):
        for last in words[place:]:
            part = said.message[first.start() : last.end()]
            if not wanted.startswith(spaced(part)):
                break
            if spaced(part) == wanted:
                return part
    return line
