"""The subject of a reporting clause and its verb: the grammar of cues before and after a quote."""

from __future__ import annotations

import re

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.lexicon import REPORTING, REPORTING_FR
from partnerqa.corpus.name import LOWER, Name, clean
from partnerqa.corpus.person import generic
from partnerqa.corpus.place import Place
from partnerqa.records import Span

# What may stand between a subject and its verb: adverbs, auxiliaries, French pronouns.
ADVERBS = (
    r"(?:(?:also|then|later|once|often|always|even|just|still|now|simply|both|all|each|first|too"
    r"|has|had|have|would|will|did|does|could|can|might|was|is|has been|who|further|similarly"
    r"|recently|never|sometimes|again|herself|himself|themself|themselves|initially"
    r"|aussi|ensuite|encore|nous|m’|lui|a|ont|avait|se|s’|l’|le|en|y|bien|toujours|souvent"
    rf"|[{LOWER}]+ly|[{LOWER}]+ment)[ \u00a0]){{0,4}}"
)
VERB = rf"(?:s’|m’|l’|n’)?(?P<verb>[{LOWER}]+(?:-[{LOWER}]+)?)"

_PLACING = frozenset("from in at of across de à du".split())
_BODIES = frozenset("charity company network hospital organisation organization group".split())
_BODY = re.compile(
    r",?\s[^.“”]{0,60}\b(?:charity|charities|organi[sz]ation|network|company|campaign|foundation"
    r"|in a statement|spokes\w+|organisme|fondation)\b"
)


def is_reporting(verb: str) -> bool:
    """Whether a verb says that its subject is speaking ("said", "explique", "dit-elle")."""
    return verb in REPORTING or verb in REPORTING_FR or verb.partition("-")[0] in REPORTING_FR


def people_in_groups(
    place: Place, match: re.Match[str], *groups: str, placed: bool = False
) -> tuple[Name, ...]:
    """The people whom `groups` of `match` name, in order; nobody if one of them is no person.

    `placed` where the cue's own form has the preposition before the name ("in Ana’s words").
    """
    known = match.re.groupindex
    found: list[Name] = []
    for group in groups:
        if group not in known or match.start(group) < 0:
            continue
        name = clean(place.text, match.start(group), match.end(group))
        if name is None or not may_be_person(place, name, placed=placed):
            return ()
        found.append(name)
    return tuple(found)


def may_be_person(place: Place, name: Name, *, placed: bool = False) -> bool:
    """Whether a name near a quotation is a person's, and not that of a place or a body."""
    before = place.text[max(0, name.start - 24) : name.start].rstrip()
    last = before.lower().rpartition(" ")[2]
    if last == "the" or last in _BODIES:
        return False
    if last in _PLACING and not placed and not place.knowledge.knows(name.display):
        return False
    if _BODY.match(place.text, name.end):
        return False
    opens = not before or before[-1] in '.!?:\n”’"'
    return place.knowledge.is_person(name.display, opens_sentence=opens)


def subject_cue(
    place: Place, match: re.Match[str], rule: str, confidence: float, *, placed: bool = False
) -> Cue | None:
    """A cue from a match of `person.SUBJECT`, whichever kind of subject it found."""
    evidence = Span(match.start(), match.end())
    groups = match.re.groupindex
    people = people_in_groups(place, match, "name", "second", placed=placed)
    if people:
        return Cue(rule, evidence, confidence, people)
    named = people_in_groups(place, match, "named")
    if named:
        about = generic(place.text, *match.span("generic"))
        return Cue(rule, evidence, confidence, named, unnamed=about)
    if "pronoun" in groups and match.start("pronoun") >= 0:
        return Cue(rule, evidence, confidence, pronoun=match["pronoun"].lower())
    if "generic" in groups and match.start("generic") >= 0:
        return Cue(rule, evidence, confidence, unnamed=generic(place.text, *match.span("generic")))
    return None
