"""Which shown quotes, and which person, a message in a thread points at."""

from __future__ import annotations

import re

from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.pattern import plain
from partnerqa.conversation.reference import shown_at, shown_places
from partnerqa.conversation.said import Said, cleared, found_in

MOST_WORDS = 3  # that say which quote is meant


def asked_again(said: Said) -> tuple[str, ...]:
    """The shown quotes that are asked for once more, by place or by words in them."""
    aim = _aim(said)
    if len(content_words(aim)) > MOST_WORDS or found_in("pointing-person", aim):
        return ()
    return shown_places(aim, said.thread.shown) or about(said)


def pointed_at(said: Said) -> str | None:
    """The shown quote that others shall be like: by place, name or words, else the first one."""
    place = shown_at(re.split(r"\b(?:more|plus)\b", said.core)[0].strip(" ,"), said.thread.shown)
    place = place or shown_at(said.core, said.thread.shown)
    named = said.shown_by(said.cast.mentioned(said.message))
    if place or named:
        return place or named[0]
    by_words = about(said)
    if by_words:
        return by_words[0]
    return said.thread.shown[0] if said.thread.shown and said.matches("like-that") else None


def about(said: Said) -> tuple[str, ...]:
    """The shown quote that a message calls by words in it: "the biscuits one"."""
    rest = said.after("shown-about")
    is_one = rest is not None or said.matches("shown-one")
    if not is_one and not _is_back(said):
        return ()
    words = content_words(cleared("again", cleared("shown-noun", rest or _aim(said))))
    quotes = (*said.thread.shown, *said.thread.earlier)
    held = {one: content_words(said.quote(one).text) for one in quotes}
    hits = {one: sum(word in text for word in words) for one, text in held.items()}
    best = max(hits, key=lambda one: hits[one], default=None)
    # "Back to the hospital" may well be a question: there, all words have to be those of a quote.
    least = 1 if is_one else max(1, len(words))
    return (best,) if best is not None and hits[best] >= least else ()


def person_meant(said: Said) -> str | None:
    """Whom "he" or "she" stands for: a shown quote's speaker, as a filter names them."""
    place = (
        next(iter(about(said)), None)
        or shown_at(said.bare, said.thread.shown)
        or shown_at(re.split(r"[,.]", plain(said.message))[0], said.thread.shown)
    )
    speaker = said.quote(place).attribution.speaker_id if place else said.shown_speaker()
    return said.cast.name_of(speaker) if speaker and speaker in said.cast.people else None


def _aim(said: Said) -> str:
    """The message without the words that ask for something once more."""
    return cleared("again", said.core).strip(" ,.!?;:")


def _is_back(said: Said) -> bool:
    """Whether something is asked for once more, as a thing: "back to the nurse"."""
    return said.matches("again") and found_in("shown-thing", _aim(said))
