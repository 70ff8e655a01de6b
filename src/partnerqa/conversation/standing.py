"""Whether a message stands alone, or leans on the thread before it."""

from __future__ import annotations

from dataclasses import replace

from partnerqa.conversation.dependence import (
    ENOUGH,
    content_words,
    points_back,
    points_firmly,
    said_before_pointing,
    spaced,
    stands_alone,
)
from partnerqa.conversation.meaning import alone, filtered, leaning, narrowed, voices
from partnerqa.conversation.pointer import person_meant
from partnerqa.conversation.said import Said, cleared
from partnerqa.conversation.understanding import Understanding
from partnerqa.records import Filters

RELATED = 0.07
"""From here on a scrap of a message belongs to its thread (-1 to 1). Of invented scraps 0.65 reach
it after a thread that they belong to, and 0.13 after another."""
FARTHER = 0.12
"""How much nearer the thread must be for each telling word beyond the third."""
CLOSE = 0.15
"""From here on even a whole question does, if it says little (-1 to 1). Of invented ones 0.48 reach
it after a thread that they belong to, and none after another."""


def narrowing_itself(said: Said) -> Understanding | None:
    """It says who is asked: "what did Tomasz say about that?", "Siobhán - why she joined"."""
    found = said.stated()
    if not found.filters:
        return None
    if said.matches("who-is"):
        return voices(said, said.without_politeness(), found.filters)
    if not content_words(found.rest):
        return narrowed(said, found.filters, "narrow")
    if points_back(_without_person(found.rest)):
        return leaning(said, said.message, "lean", narrowing=found.filters)
    return filtered(said, found, "stand alone")


def _without_person(rest: str) -> str:
    """What is left of a message without the words for those whom it names itself."""
    return cleared("pointing-people", cleared("pointing-person", spaced(rest)))


def lean(said: Said) -> Understanding | None:
    """It leans on what was said before: "How come?", "how was it put right?", "travel costs"."""
    is_alone = _is_whole_here(said) if stands_alone(said.message) else _is_elsewhere(said)
    if is_alone:
        return None
    person = person_meant(said) if said.matches("pointing-person") else None
    narrowing = Filters(speakers=(person,)) if person else Filters()
    meant = leaning(said, said.message, "lean", narrowing=narrowing)
    if said.matches("anybody") and not person:
        return replace(meant, filters=replace(meant.filters, speakers=()))
    return meant


def _is_whole_here(said: Said) -> bool:
    """Whether a message that could stand alone does: "How did people prepare?" is of its thread."""
    if said.matches("says-about") or len(content_words(said.bare)) >= ENOUGH:
        return True
    return said.background.related(said.message, said.subject) < CLOSE


def _is_elsewhere(said: Said) -> bool:
    """Whether the message has a subject of its own, which is not the thread's.

    A word that points back binds a message that says little besides. If it says more, the word may
    stand for what the message itself says ("how does it feel to see your name in print"), or for
    those who run research ("will they pay my train"), and the more it says, the nearer the thread
    must be for it to lean.
    """
    own, before = len(content_words(said.bare)), said_before_pointing(said.message)
    if not own or said.matches("in-addition") or said.matches("pointing-person"):
        return False
    if before is not None and (own < ENOUGH or points_firmly(said.message)):
        return False
    least = RELATED + FARTHER * max(own - ENOUGH, 0)
    return said.background.related(said.message, said.subject) < least


def stand_alone(said: Said) -> Understanding:
    """Everything else says by itself what it asks, and carries nothing over."""
    message = said.without_politeness()
    found = said.stated()
    if found.filters and content_words(found.rest):
        return filtered(said, found, "stand alone")
    if found.filters:
        return voices(said, message, found.filters)
    return alone(message, "stand alone")
