"""What a message asks of quotes that were shown: that one again, others like it, more."""

from __future__ import annotations

from dataclasses import replace

from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.meaning import leaning, narrowed
from partnerqa.conversation.pointer import asked_again, person_meant, pointed_at
from partnerqa.conversation.reference import points_beyond
from partnerqa.conversation.said import DOT, Said, cleared
from partnerqa.conversation.understanding import NOT_SHOWN, Understanding
from partnerqa.records import Filters


def like_shown(said: Said) -> Understanding | None:
    """Others like a shown quote: "More like the second one", "more like what Seun said"."""
    quote = pointed_at(said) if said.matches("like-shown") else None
    if quote is None:
        return None
    return replace(
        said.last,
        kind="reference",
        rule="more like a shown quote",
        shown_as=said.asked(said.last) + DOT + said.note("like", _places_of(said, (quote,))),
        filters=Filters(),
        again=(),
        like=quote,
    )


def said_more(said: Said) -> Understanding | None:
    """More by one person: "Was that all she said?", "what else has Winnie got to say"."""
    if not (said.matches("said-more") and said.matches("said-more-needs")):
        return None
    names = said.cast.mentioned(said.message)
    speaker = names[0] if names else person_meant(said)
    if speaker is None:
        return None
    own = set(content_words(said.message)) - set(content_words(speaker))
    narrowing = Filters(speakers=(speaker,))
    if len(own) > 1:
        return leaning(said, said.message, "said more", narrowing=narrowing)
    return narrowed(said, narrowing, "said more", kind="follow-up")


def shown_again(said: Said) -> Understanding | None:
    """A shown quote once more: "The second one", "what Claire said", "the biscuits one"."""
    names = said.cast.mentioned(said.message)
    is_back = said.matches("shown-again") or said.matches("again")
    by_name = said.shown_by(names) if names and is_back else ()
    again = by_name or asked_again(said)
    if not again:
        return None
    return replace(
        said.last,
        kind="reference",
        rule="shown again",
        shown_as=said.last.shown_as + DOT + said.note("again", _places_of(said, again)),
        filters=Filters(speakers=names) if by_name else said.last.filters,
        again=again,
        like=None,
    )


def not_shown(said: Said) -> Understanding | None:
    """A place at which no quote was shown: "the fifth one", where there were three."""
    aim = cleared("like-shown", cleared("again", said.core)).strip(" ,.!?;:")
    is_place = len(content_words(aim)) < 2 and points_beyond(said.core, said.thread.shown)
    if not (is_place and said.thread.shown):
        return None
    return replace(said.last, kind="reference", rule=NOT_SHOWN, shown_as=said.message, again=())


def _places_of(said: Said, quotes: tuple[str, ...]) -> str:
    """The places of shown quotes: in the last answer, or among all that are looked back at."""
    shown = said.thread.shown if set(quotes) <= set(said.thread.shown) else said.thread.earlier
    return ", ".join(str(shown.index(one) + 1) for one in quotes)


def more(said: Said) -> Understanding | None:
    """The same question, further quotes: "More", "another one", "anything else?", "encore"."""
    if not said.matches("more"):
        return None
    mark = said.note("more")
    subject = said.last.shown_as.removesuffix(DOT + mark)
    return replace(
        said.last,
        kind="follow-up",
        rule="more",
        shown_as=subject + DOT + mark,
        leaning=said.thread.shown,
        again=(),
    )
