"""A question without some people: "anybody besides Karen?", "who felt heard, apart from Gwen?"."""

from __future__ import annotations

from dataclasses import replace

from partnerqa.conversation.meaning import without_people
from partnerqa.conversation.said import Said, as_spelled, said_in
from partnerqa.conversation.standing import lean, stand_alone
from partnerqa.conversation.understanding import Understanding
from partnerqa.conversation.unwanted import Unwanted, unwanted_in


def exclude(said: Said) -> Understanding | None:
    """Some people are not wanted: "Anybody besides Karen?", "who else?"."""
    if said.matches("exclude-unheard"):
        return without_people(said.last, said, said.speakers_of(said.thread.earlier))
    if said.matches("exclude-shown"):
        return without_people(said.last, said, said.speakers_of(said.thread.shown))
    unwanted = unwanted_in(said)
    return _excluded(said, unwanted, _question_without(said, unwanted)) if unwanted else None


def exclude_at_once(said: Said) -> Understanding | None:
    """Somebody is left out at the outset: "who felt heard, apart from Gwen?".

    Roles are not: "I trust nurses but not doctors" says what the question is about.
    """
    unwanted = unwanted_in(said)
    if not unwanted or unwanted.who.roles or not unwanted.asks:
        return None
    question = stand_alone(_said_before(said, unwanted))
    return replace(_excluded(said, unwanted, question), kind="stand-alone")


def _question_without(said: Said, unwanted: Unwanted) -> Understanding:
    """What is asked of all but some: what the message says before it names them, or the last."""
    if not unwanted.asks:
        return said.last
    before = _said_before(said, unwanted)
    return lean(before) or stand_alone(before)


def _said_before(said: Said, unwanted: Unwanted) -> Said:
    """The message up to where it says who is left out."""
    return said_in(as_spelled(said, unwanted.before), said.thread, said.background)


def _excluded(said: Said, unwanted: Unwanted, question: Understanding) -> Understanding:
    """`question` without some people or roles."""
    names = unwanted.who.speakers
    ids = tuple(dict.fromkeys((*said.cast.ids(names), *names)))
    people = tuple(one for one in ids if one in said.cast.people)
    return without_people(question, said, people, unwanted.who.roles)
