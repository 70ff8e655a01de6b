"""What a message means after what was said before: a list of small named rules, first come.

Each rule looks at the message and the thread, and gives an Understanding or None. They are in the
order in which they are tried; the last one, `stand_alone`, always answers. No rule writes text of
its own: what is searched and shown are the asker's words, joined by fixed marks.
"""

from __future__ import annotations

from collections.abc import Callable

from partnerqa.conversation.background import Background
from partnerqa.conversation.correction import correction, others_instead
from partnerqa.conversation.dependence import content_words, spaced
from partnerqa.conversation.exclusion import exclude, exclude_at_once
from partnerqa.conversation.heading import unframed
from partnerqa.conversation.meaning import alone
from partnerqa.conversation.narrowing import narrow, those_asked, widen, widen_said
from partnerqa.conversation.pattern import phrases, plain
from partnerqa.conversation.said import Said, found_in, said_in
from partnerqa.conversation.shown import like_shown, more, not_shown, said_more, shown_again
from partnerqa.conversation.standing import lean, narrowing_itself, stand_alone
from partnerqa.conversation.understanding import Thread, Understanding

Rule = Callable[[Said], Understanding | None]


def understand(message: str, thread: Thread, background: Background) -> Understanding:
    """What `message` means in `thread`."""
    said = said_in(background.mended(message), thread, background)
    rules = RULES if thread.last is not None else OPENING_RULES
    return next(found for rule in rules if (found := rule(said)) is not None)


def as_typed(said: Said) -> Understanding | None:
    """The message before, and nothing else: "No, just what I typed", "forget Grace, as typed"."""
    asked = [found_in("as-typed", clause) for clause in said.clauses]
    parts = zip(said.clauses, asked, strict=True)
    only = all(is_one or found_in("as-typed-beside", clause) for clause, is_one in parts)
    wanted = any(asked) and only and said.thread.typed
    return alone(said.thread.typed, "as typed") if wanted else None


def small_talk(said: Said) -> Understanding | None:
    """Thanks, greetings, yes and no: not a question at all, nor is "new question", with none."""
    rest = spaced(said.message) if said.bare else ""
    for pattern in phrases("small-talk"):
        rest = pattern.sub(" ", rest)
    if rest.strip():
        return None
    return Understanding("small-talk", "small talk", said.message)


def suggested(said: Said) -> Understanding | None:
    """A question that we offered: it asks for a heading, whatever words stand in that."""
    message = said.message
    heading = said.cast.topics.get(spaced(message), "")
    is_heading = heading.endswith("?") and message.endswith("?")
    return alone(message, "suggested") if unframed(message) or is_heading else None


def new_subject(said: Said) -> Understanding | None:
    """Said outright: "different topic: parking", "changeons de sujet, la relève"."""
    is_new = any(pattern.search(plain(said.message)) for pattern in phrases("new-subject"))
    return stand_alone(said) if is_new and content_words(said.bare) else None


OPENING_RULES: tuple[Rule, ...] = (
    small_talk,
    suggested,
    exclude_at_once,
    those_asked,
    stand_alone,
)
RULES: tuple[Rule, ...] = (
    as_typed,
    small_talk,
    suggested,
    new_subject,
    widen_said,
    others_instead,
    exclude,
    widen,
    correction,
    like_shown,
    said_more,
    not_shown,
    narrow,
    shown_again,
    more,
    narrowing_itself,
    lean,
    stand_alone,
)
