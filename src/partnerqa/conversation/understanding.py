"""How a message was understood, and the thread of talk it was understood in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from partnerqa.records import Filters, Role

NOT_SHOWN = "not shown"
"""The rule that decides on a message which points at a quote that is not there."""

Act = Literal["stand-alone", "follow-up", "filter", "reference", "small-talk"]


@dataclass(frozen=True, slots=True)
class Understanding:
    """What is searched for a message, and which named rule decided it.

    `text` is what is searched; `shown_as` is told to the asker. `subject` is the latest message
    that stood alone. `without` are ids of speakers who are not wanted, `without_roles` the roles
    of those who are not. `carried` is the question whose thread the message leans on, and
    `leaning` are the quotes that it leans on. `again` are shown quotes that are asked for once
    more; `like` is a quote to which others shall be near.
    `everything` is whether all that the people within `filters` say is asked for.
    """

    kind: Act
    rule: str
    shown_as: str
    text: str = ""
    subject: str = ""
    filters: Filters = field(default_factory=Filters)
    without: tuple[str, ...] = ()
    without_roles: tuple[Role, ...] = ()
    carried: str = ""
    leaning: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    like: str | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said so far, as far as it bears on the next message.

    `last` is how the latest question was understood and `typed` its words; `shown` are the
    quotes of the latest answer that showed any, in their order, `earlier` those of all answers
    that are looked back at.
    """

    last: Understanding | None = None
    typed: str = ""
    shown: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
