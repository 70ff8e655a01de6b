"""The understandings that rules are made of: a question alone, leaning, narrowed, without some."""

from __future__ import annotations

from dataclasses import replace

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.heading import unframed
from partnerqa.conversation.people import named
from partnerqa.conversation.said import DOT, Said
from partnerqa.conversation.stated import Stated
from partnerqa.conversation.understanding import Understanding
from partnerqa.records import Filters, Role


def alone(message: str, rule: str) -> Understanding:
    """`message` word for word; a suggestion of ours asks for the heading in it."""
    text = unframed(message) or message
    return Understanding("stand-alone", rule, message, text=text, subject=text)


def filtered(said: Said, found: Stated, rule: str) -> Understanding:
    """What is left of a message that narrows itself, asked with its filters only."""
    return Understanding(
        "stand-alone",
        rule,
        found.rest + DOT + said.only(found.filters),
        text=found.searched,
        subject=found.rest,
        filters=found.filters,
    )


def voices(said: Said, message: str, filters: Filters) -> Understanding:
    """Somebody is asked for, and about nothing: "What did Claire say?", "only researchers"."""
    shown_as = message + DOT + said.only(filters)
    return Understanding(
        "stand-alone", "voices", shown_as, message, message, filters, everything=True
    )


def leaning(
    said: Said,
    message: str,
    rule: str,
    *,
    narrowing: Filters | None = None,
    leaning_on: tuple[str, ...] | None = None,
) -> Understanding:
    """`message`, leaning on the thread's subject and on the quotes that were shown last.

    Where the thread has none, since it only asks for somebody, it leans on those who were asked.
    """
    last = said.last
    filters = instead(last.filters, narrowing or Filters())
    subject = "" if last.everything else said.subject
    mark = said.note("about", subject) if subject else said.only(filters) if filters else ""
    return Understanding(
        "follow-up",
        rule,
        DOT.join(filter(None, (message, mark))),
        text=message,
        subject=subject or message,
        filters=filters,
        without=last.without,
        without_roles=last.without_roles,
        carried=subject,
        leaning=said.thread.shown if leaning_on is None else leaning_on,
    )


def narrowed(said: Said, narrowing: Filters, rule: str, *, kind: str = "filter") -> Understanding:
    """The last question again, asked of others."""
    filters = instead(said.last.filters, narrowing)
    return replace(
        said.last,
        kind="follow-up" if kind == "follow-up" else "filter",
        rule=rule,
        filters=filters,
        without=(),
        without_roles=(),
        again=(),
        like=None,
        shown_as=said.asked(said.last) + DOT + said.only(filters),
    )


def widened(said: Said, left: Filters) -> Understanding:
    """The last question again, asked of all whom the filters that are `left` let in."""
    mark = said.only(left) if left else said.note("everyone")
    return replace(
        said.last,
        kind="filter",
        rule="widen to some" if left else "widen",
        filters=left,
        without=(),
        without_roles=(),
        again=(),
        like=None,
        shown_as=said.asked(said.last) + DOT + mark,
    )


def without_people(
    base: Understanding, said: Said, ids: tuple[str, ...], roles: tuple[Role, ...] = ()
) -> Understanding:
    """The question `base`, without the people with these ids and those of these roles."""
    names = tuple(said.cast.people[one].name for one in ids)
    unwanted = named(Filters(speakers=names, roles=roles), said.language)
    return replace(
        base,
        kind="follow-up",
        rule="exclude",
        filters=wanted(said.cast, base.filters, ids, roles),
        without=tuple(dict.fromkeys((*base.without, *ids))),
        without_roles=tuple(dict.fromkeys((*base.without_roles, *roles))),
        again=(),
        like=None,
        shown_as=said.asked(base) + (DOT + said.note("except", unwanted) if unwanted else ""),
    )


def wanted(cast: Cast, held: Filters, ids: tuple[str, ...], roles: tuple[Role, ...]) -> Filters:
    """What is left of the filters that `held` without the people and roles that are not wanted."""
    people = cast.people
    gone = {*ids, *(one for one in people if people[one].role in roles)}
    return replace(
        held,
        speakers=tuple(name for name in held.speakers if not gone & {*cast.ids([name]), name}),
        roles=tuple(role for role in held.roles if role not in roles),
    )


def instead(held: Filters, new: Filters) -> Filters:
    """`new` where it says something, else what held: people take the place of roles."""
    return replace(
        merged(held, new),
        speakers=new.speakers or (() if new.roles else held.speakers),
        roles=new.roles or (() if new.speakers else held.roles),
    )


def merged(held: Filters, new: Filters) -> Filters:
    """`new` where it says something, else what held."""
    return Filters(
        speakers=new.speakers or held.speakers,
        roles=new.roles or held.roles,
        topics=new.topics or held.topics,
        languages=new.languages or held.languages,
    )


def less(filters: Filters, brought: Filters) -> Filters:
    """`filters` without the values that `brought` has too."""
    return Filters(
        speakers=tuple(one for one in filters.speakers if one not in brought.speakers),
        roles=tuple(one for one in filters.roles if one not in brought.roles),
        topics=tuple(one for one in filters.topics if one not in brought.topics),
        languages=tuple(one for one in filters.languages if one not in brought.languages),
    )
