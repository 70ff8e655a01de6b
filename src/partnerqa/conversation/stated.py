"""What a question narrows itself to: "researchers only: trust" asks researchers, about trust.

A name, a role, a page or a language counts only where the question is built so that it does; the
frames that say so are in `frames.toml`. They are taken out, and the rest is what is searched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.frame import Fit, by_itself, framed
from partnerqa.conversation.mention import mentions
from partnerqa.conversation.page import page_named, part_of
from partnerqa.conversation.pattern import phrases
from partnerqa.conversation.piece import Piece, count_before, joined, pieces_of, without
from partnerqa.index.language import Language, language_of
from partnerqa.records import ROLES, Filters, Role

PEOPLE: dict[Language, str] = {"en": "people", "fr": "les gens"}
SOMEBODY: dict[Language, str] = {"en": "somebody", "fr": "quelqu’un"}


@dataclass(frozen=True, slots=True)
class Stated:
    """The filters that a question states, and the words of it that are left.

    `searched` is the rest as it is searched: where the frame is a whole question it is kept, with
    "people" for the name, since half a question is found less surely than a whole one. The rest
    itself has "somebody" for a name in whose place nothing else stands: "how did somebody cope".
    """

    filters: Filters
    rest: str
    searched: str


def stated(message: str, cast: Cast) -> Stated:
    """The filters that `message` states, and what is left of it: perhaps nothing to search."""
    found = Stated(Filters(), message, message)
    for look in (_language, _topic, _people):
        found = look(found, cast)
    return found


# --- a person, a role, or those who speak a language -----------------------------------------


def _people(found: Stated, cast: Cast) -> Stated:
    """Whom the question asks: where a frame tells so, rather than where a name just stands."""
    pieces = pieces_of(found.rest)
    fits = _fits(found, pieces, cast)
    if not fits:
        return found
    best = min(fits, key=lambda fit: fit.frame.who == "sure")
    rest = without(found.rest, pieces, best.start, best.end)
    whole = _with(PEOPLE, found.rest, best, pieces) if best.frame.whole else rest
    if best.frame.keep == "before" and best.mention.speakers and best.first:
        one = len(best.mention.speakers) == 1
        rest = _with(SOMEBODY if one else PEOPLE, found.rest, best, pieces)
    return Stated(_narrowed(found.filters, best), rest, whole)


def _with(words: Mapping[Language, str], text: str, fit: Fit, pieces: Sequence[Piece]) -> str:
    """`text` with one of `words` in place of whoever is mentioned."""
    start, end = pieces[fit.first].start, pieces[fit.mention.after - 1].end
    return text[:start] + words[language_of(text)] + "'s" * fit.mention.owner + text[end:]


def _fits(found: Stated, pieces: Sequence[Piece], cast: Cast) -> list[Fit]:
    """Those mentioned in a frame, or all that is left beside a page or language: "carers"."""
    named = mentions(pieces, found.rest, cast)
    fits = [fit for one in named if (fit := framed(one, pieces))]
    if found.filters and not fits:
        fits = [fit for one in named if (fit := by_itself(one, pieces))]
    return fits


def _narrowed(filters: Filters, fit: Fit) -> Filters:
    one = fit.mention
    languages = one.languages or filters.languages
    roles = _others(one.roles) if fit.frame.others else one.roles
    return replace(filters, speakers=one.speakers, roles=roles, languages=languages)


def _others(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    return tuple(role for role in ROLES if role not in roles) if roles else ()


# --- a language ------------------------------------------------------------------------------


def _language(found: Stated, cast: Cast) -> Stated:
    """A language: "en français : …", "worries (in French)"; not "can I speak in French?"."""
    pieces = pieces_of(found.rest)
    line = joined(pieces)
    for code in cast.languages:
        for where, uses in ((f"language-{code}", False), (f"language-{code}-at-end", True)):
            cut = _cut_by(where, line)
            if cut is None or (uses and any(one.search(line) for one in phrases("language-use"))):
                continue
            rest = without(found.rest, pieces, *(count_before(pieces, place) for place in cut))
            return Stated(Filters(languages=(code,)), rest, rest)
    return found


def _cut_by(name: str, line: str) -> tuple[int, int] | None:
    """Where the first of the phrases called `name` stands in `line`; a language may have none."""
    found = (pattern.search(line) for pattern in phrases(name))
    return next((match.span() for match in found if match), None)


# --- a page or a heading ---------------------------------------------------------------------


def _topic(found: Stated, cast: Cast) -> Stated:
    """A page or heading: "topic Saying no: weekends", "on the page The Token Seat: chairs"."""
    pieces = pieces_of(found.rest)
    named = page_named(pieces, found.rest, cast)
    if named is None:
        return found
    rest = part_of(without(found.rest, pieces, named.start, named.end))
    return Stated(replace(found.filters, topics=(named.topic,)), rest, rest)
