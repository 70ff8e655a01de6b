"""Who is asked: fewer people, another language, somebody at the outset, or everybody again."""

from __future__ import annotations

from partnerqa.conversation.dependence import spaced
from partnerqa.conversation.lifting import lifted, only_widens
from partnerqa.conversation.meaning import narrowed, voices, widened
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.said import Said
from partnerqa.conversation.understanding import Understanding
from partnerqa.records import Filters


def widen_said(said: Said) -> Understanding | None:
    """A filter is taken off: "take the filter off", "not just Winnie", "back to everyone"."""
    left = lifted(said)
    return None if left is None else widened(said, left)


def widen(said: Said) -> Understanding | None:
    """All people again, in other words: "all of them please"."""
    return widened(said, Filters()) if only_widens(said) else None


def narrow(said: Said) -> Understanding | None:
    """Other people or another language: "And the clinicians?", "seulement en français"."""
    for name, code in (("narrow-french", "fr"), ("narrow-english", "en")):
        if said.matches(name):
            return narrowed(said, Filters(languages=(code,)), "narrow")
    narrowing = said.cast.narrowing(_bare_names(said))
    return narrowed(said, narrowing, "narrow") if narrowing else None


def those_asked(said: Said) -> Understanding | None:
    """Somebody is asked for at the outset, and about nothing: "only researchers", "Gwen?".

    A bare "doctors" may as well ask what is said about them, so it is no filter.
    """
    rest = _bare_names(said)
    narrowing = said.cast.narrowing(rest)
    if narrowing is None or (narrowing.roles and spaced(rest) == spaced(said.bare)):
        return None
    return voices(said, said.without_politeness(), narrowing)


def _bare_names(said: Said) -> str:
    """The message without the words that ask for somebody: "only the researchers please"."""
    rest = said.core
    for pattern in phrases("narrow-after"):
        rest = pattern.sub("", rest)
    for pattern in phrases("narrow-before"):
        rest = pattern.sub("", rest, count=1)
    return rest
