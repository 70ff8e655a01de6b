"""One thing in place of another: "no, I meant the patients", "not her, the doctors"."""

from __future__ import annotations

import re

from partnerqa.conversation.dependence import content_words, stands_alone
from partnerqa.conversation.meaning import alone, leaning, narrowed
from partnerqa.conversation.pattern import plain
from partnerqa.conversation.said import Said, as_spelled, cleared
from partnerqa.conversation.understanding import Understanding
from partnerqa.conversation.unwanted import who_in
from partnerqa.records import Filters

_NOT = re.compile(r"\b(?:not|instead of|rather than|pas|plutot que)\b")
_INSTEAD = re.compile(
    r"(?:(?:no|non|and|but|et|mais)[ ,]+)*(?:not|pas) ([^,]+), *(?:but |mais |plutot )?([^,]+)$"
)


def correction(said: Said) -> Understanding | None:
    """What was meant instead: "No, I meant the patients", "sorry, Zoë not Grace"."""
    rest = said.message.lstrip("* ") if said.message.startswith("*") else said.after("correction")
    if rest is None or not rest.strip() or said.matches("correction-not"):
        return _put_right(said)
    wanted = _NOT.split(cleared("correction-beside", plain(rest)))[0].strip(" ,.!")
    narrowing = said.cast.narrowing(wanted) or _only_named(said, wanted)
    if narrowing:
        return narrowed(said, narrowing, "correction")
    if content_words(wanted) and (said.matches("correction-meant") or not _is_whole(said, rest)):
        return _corrected(said, wanted)
    return None


def _corrected(said: Said, wanted: str) -> Understanding:
    """`wanted`, asked in place of the last question if that held a single word, else beside it."""
    meant = as_spelled(said, wanted)
    if len(content_words(said.subject)) < 2:
        return alone(meant, "correction")
    return leaning(said, meant, "correction", leaning_on=())


def _put_right(said: Said) -> Understanding | None:
    """One thing for another, without a word for it: "patients, not carers", "words not wards"."""
    parts = _NOT.split(cleared("correction-beside", said.core), maxsplit=1)
    if len(parts) < 2 or not content_words(parts[0]):
        return None
    wanted, other = (part.strip(" ,.!") for part in parts)
    if who_in(said, other) and (narrowing := said.cast.narrowing(wanted)):
        return narrowed(said, narrowing, "correction")
    meant = set(content_words(other))
    if meant and meant <= set(content_words(said.subject)):
        return _corrected(said, wanted)
    return None


def others_instead(said: Said) -> Understanding | None:
    """Others in place of some: "not her, the doctors", "pas lui, les patients".

    Two names may both be unwanted ("not Gwen, Kofi"), so names stand in for a pronoun alone.
    """
    match = _INSTEAD.match(said.core)
    if match is None:
        return None
    other, wanted = (part.strip(" .!?") for part in match.groups())
    narrowing = said.cast.narrowing(wanted)
    if not narrowing or not who_in(said, other):
        return None
    is_other = narrowing.roles or not said.cast.narrowing(other)
    return narrowed(said, narrowing, "correction") if is_other else None


def _is_whole(said: Said, rest: str) -> bool:
    """Whether the message, or what follows its first words, is a question by itself."""
    return stands_alone(said.message) or stands_alone(rest)


def _only_named(said: Said, wanted: str) -> Filters | None:
    """The people whom a correction names, if it says nothing else: "the other Dave. Dave X"."""
    names = said.cast.mentioned(said.message)
    own = set(content_words(wanted)) - set(content_words(" ".join(names)))
    return Filters(speakers=names) if names and content_words(wanted) and not own else None
