"""Cues before a quotation ("Karen said, “…", "In Shayne’s words, “…"), as small named rules.

A rule looks at the lead of a place for one form, and returns the cue that it found, or None. To
read a new convention, write one function and put it into `BEFORE`, where the first that finds
something decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.lexicon import REPORTING, REPORTING_FR, SPEECH_NOUNS
from partnerqa.corpus.name import LOWER, NAME, Name, clean
from partnerqa.corpus.person import APPOSITION, GENERIC, SUBJECT, Generic, generic
from partnerqa.corpus.place import Place
from partnerqa.corpus.subject import (
    ADVERBS,
    VERB,
    is_reporting,
    may_be_person,
    people_in_groups,
    subject_cue,
)
from partnerqa.records import Span

# Verbs that surely report, even where nobody is named or the quotation stands far off.
_STRONG_VERBS = (
    "say tell explain add note describe recall remember comment remark observe suggest argue "
    "agree ask answer reply respond report state stress emphasise emphasize mention continue "
    "conclude advise recommend warn joke confess acknowledge put go speak write admit insist "
    "sum laugh reflect express share summarise summarize call talk"
).split()
_STRONG = REPORTING_FR | frozenset("said told spoke spoken wrote written went".split())
_STRONG |= {form for verb in _STRONG_VERBS for form in REPORTING if form.startswith(verb[:4])}
_NEAR = 4  # words between a verb and the quotation that surely belongs to it


# --- somebody's own words -------------------------------------------------------------------

_OWNED_WORDS = re.compile(
    rf"(?:[Ii]n |[Ff]rom |[Tt]o quote |[Tt]o use )?(?P<name>{NAME})(?:[’'](?:s\b)?|, whose)"
    rf"(?: own)?(?: [{LOWER}-]+){{0,3}}? (?P<noun>{'|'.join(sorted(SPEECH_NOUNS))})\b"
)
_HIS_WORDS = re.compile(
    r"\b(?:(?:[Ii]n|[Tt]o use|[Dd]ans) (?P<whose>his|her|their|ses) (?:own )?"
    r"(?:words|opinion|view|experience|mots|propos)"
    r"|(?:[Ss]elon|[Dd]’après|[Aa]ccording to) (?P<who>lui|elle|eux|him|her|them))\b"
)
_HIS_MESSAGE = re.compile(
    r"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?:\w+ ){0,2}?"
    r"(?:message|advice|answer|reply|response|comment|view|verdict|conclusion|motto|point|wish"
    r"|hope|suggestion|recommendation|tip|request|plea)\b"
    r"[^.“\"‘«]{0,60}(?:is|was|would be|ran|came)?[:,]?\s*$"
)
_PRONOUN_OF = {"his": "he", "her": "she", "him": "he", "lui": "il", "elle": "elle"}
_WORDS_OF = re.compile(
    r"\b(?:[Ii]n the (?:words|view|opinion|eyes|experience) of|[Aa]ccording to|[Tt]o quote"
    r"|[Aa]s told by|[Ww]ords from|[Ss]elon"
    r"|[Dd]’après|[Dd]ans les mots d(?:e |’)|[Ll]es mots d(?:e |’)|[Pp]our citer)\s*"
    rf"(?:{SUBJECT})"
)


def words_of(place: Place) -> Cue | None:
    """As in "According to Cathy, “…", "In the words of one participant, “…"."""
    found = list(_WORDS_OF.finditer(place.text, place.lead.start, place.lead.end))
    return subject_cue(place, found[-1], "words-of", 0.97, placed=True) if found else None


def owned_words(place: Place) -> Cue | None:
    """As in "In Shayne’s words, “…", "Ceri’s comment was typical: “…"."""
    for match in _OWNED_WORDS.finditer(place.text, place.lead.start, place.lead.end):
        people = people_in_groups(place, match, "name", placed=True)
        if people and place.text[match.end() : place.lead.end].count(",") <= 2:
            return Cue("owned-words", Span(match.start(), match.end()), 0.97, people)
    return _his_words(place) or _his_message(place)


def _his_words(place: Place) -> Cue | None:
    """As in "In her own words, “…", "Selon lui, « …"."""
    match = _HIS_WORDS.search(place.text, place.lead.start, place.lead.end)
    if match is None:
        return None
    pronoun = _PRONOUN_OF.get((match["whose"] or match["who"]).lower(), "they")
    return Cue("owned-words", Span(match.start(), match.end()), 0.97, pronoun=pronoun)


def _his_message(place: Place) -> Cue | None:
    """As in "These days his message to a fellow patient would be: “…"."""
    match = _HIS_MESSAGE.search(place.lead_words)
    if match is None:
        return None
    pronoun = _PRONOUN_OF.get(match["whose"].lower(), "they")
    start = place.lead.start
    evidence = Span(start + match.start(), start + match.end())
    return Cue("owned-words", evidence, 0.95, pronoun=pronoun)


# --- a label --------------------------------------------------------------------------------

_LABEL = re.compile(
    rf"\s*(?P<name>{NAME})(?:\s\((?P<about>[^()\n]{{1,60}})\)|, [^,:\n]{{1,60}})?\s?:\s*$"
)


def label(place: Place) -> Cue | None:
    """As in "Karen: “…", "Karen, patient partner: “…"."""
    match = _LABEL.match(place.text, place.lead.start, place.lead.end)
    people = people_in_groups(place, match, "name") if match else ()
    if match is None or not people:
        return None
    return Cue("label", Span(match.start("name"), match.end()), 0.97, people)


# --- a subject and its verb -----------------------------------------------------------------

_PAIR = re.compile(rf"{SUBJECT}{APPOSITION}{{0,2}},?[ \u00a0]{ADVERBS}{VERB}(?![\w’'-])")
_SUBJECT_GROUPS = ("name", "second", "generic", "pronoun")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|got)\s+(?:\w+\s+)?$")
_TOLD = frozenset("told asked advised warned informed reassured assured dit".split())
_TO_SOMEBODY = re.compile(r"\s(?:her|him|them|lui|leur)\b")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A reporting clause of the lead: its cue, and how near and how sure it is.

    `gap` counts the words from its verb to the quotation; `strong` is True for a verb that surely
    reports or stands near.
    """

    cue: Cue
    gap: int
    strong: bool


def subject_and_verb(place: Place) -> Cue | None:
    """As in "Karen said, “…", "As Dave G put it, “…", "another caregiver told us, “…"."""
    clauses = [clause for match in _pairs(place) if (clause := _clause(place, match)) is not None]
    strong = [clause for clause in clauses if clause.strong] or clauses
    if not strong:
        return None
    last = strong[-1]
    if last.gap > _NEAR and len({_who(clause.cue) for clause in clauses}) > 1:
        return _closest_or_first([clause.cue for clause in strong])
    return last.cue


def _pairs(place: Place) -> Iterator[re.Match[str]]:
    """Every subject with a reporting verb in the lead; a subject without one hides no other."""
    position = place.lead.start
    while match := _PAIR.search(place.text, position, place.lead.end):
        reporting = is_reporting(match["verb"]) and not _is_only_met(match)
        if reporting:
            yield match
        position = match.end() if reporting else max(match.end(group) for group in _SUBJECT_GROUPS)


def _clause(place: Place, match: re.Match[str]) -> _Clause | None:
    if _is_told(place, match):
        outside = Generic(Span(*match.span()), None, takes_part=False)
        return _Clause(Cue("told", outside.span, 0.95, unnamed=outside), gap=0, strong=True)
    gap = len(place.text[match.end() : place.lead.end].split())
    strong = match["verb"] in _STRONG
    if _is_unnamed(match) and gap > 1 and not strong:
        return None  # "that people wanted to talk about it": nobody is speaking
    near = gap <= _NEAR
    cue = subject_cue(place, match, "subject-verb", 0.98 if near else 0.95)
    return _Clause(cue, gap, strong or near) if cue else None


def _is_told(place: Place, match: re.Match[str]) -> bool:
    """Whether the words are what a participant was told: "she was told", "her GP told her"."""
    before = place.text[match.start() : match.start("verb")]
    if match["verb"] in _TOLD and _PASSIVE.search(before):
        return True
    to_somebody = _TO_SOMEBODY.match(place.text, match.end("verb"))
    return _is_unnamed(match) and to_somebody is not None


def _is_unnamed(match: re.Match[str]) -> bool:
    return match["generic"] is not None and match["named"] is None


def _is_only_met(match: re.Match[str]) -> bool:
    """Whether the researchers are the subject, but not as those who ask ("anyone we met")."""
    return match["generic"] in {"we", "We"} and not match["verb"].startswith("ask")


def _who(cue: Cue) -> str:
    if cue.people:
        return " ".join(name.display for name in cue.people)
    return cue.pronoun or "somebody"


def _closest_or_first(cues: Sequence[Cue]) -> Cue:
    """Of several subjects, the one that opens the sentence when pronouns may refer to it."""
    named = [cue for cue in cues if cue.people]
    if len({_who(cue) for cue in named}) == 1 and all(cue.people or cue.pronoun for cue in cues):
        return named[0]
    last = cues[-1]
    return Cue(last.rule, last.evidence, 0.7, last.people, last.pronoun, last.unnamed)


# --- other ways of saying that somebody speaks -----------------------------------------------

_OPINION = re.compile(
    rf"(?P<name>{NAME}){APPOSITION}?,? (?:is|was|est|était) (?:of the opinion|convinced|sure"
    r"|certain|clear|adamant|emphatic|blunt|d’avis|convaincue?|catégorique|claire?)\b"
)
_AND_VERB = re.compile(rf"\b(?:and|but|then|et|puis) (?:also |later |then )?(?P<verb>[{LOWER}]+)\b")
_OPENS_WITH_NAME = re.compile(rf"(?P<name>{NAME})(?:{APPOSITION}{{1,2}},?)? [{LOWER}]+")
_FOR = re.compile(
    rf"\b(?:[Ff]or|[Pp]our)[ \u00a0](?P<name>{NAME})(?:,[^,]{{2,60}})?,?"
    r" (?:it|this|that|these|the|c’|ce|cela)\b"
)
_CAME_FROM = re.compile(
    rf"\b(?:[Ff]rom|[Dd]e) (?P<name>{NAME}){APPOSITION}?,? (?:came|comes|we heard|vient)\b"
)


def opinion(place: Place) -> Cue | None:
    """As in "Mrs. Tietz is of the opinion that …", "Ana was clear: …"."""
    for match in _OPINION.finditer(place.text, place.lead.start, place.lead.end):
        people = people_in_groups(place, match, "name")
        if people:
            return Cue("opinion", Span(match.start(), match.end()), 0.95, people)
    return None


def coordinated(place: Place) -> Cue | None:
    """As in "Keith looked after his wife and said that the bed “…": one subject, two verbs."""
    found = [
        match
        for match in _AND_VERB.finditer(place.text, place.lead.start, place.lead.end)
        if match["verb"] in _STRONG
    ]
    opening = _OPENS_WITH_NAME.match(place.text, place.lead.start, place.lead.end)
    if not found or opening is None:
        return None
    people = people_in_groups(place, opening, "name")
    evidence = Span(place.lead.start, found[-1].end())
    return Cue("coordinated", evidence, 0.94, people) if people else None


def for_whom(place: Place) -> Cue | None:
    """As in "For Iolo, a retired miner, it was ‘…’"."""
    for match in _FOR.finditer(place.text, place.lead.start, place.lead.end):
        people = people_in_groups(place, match, "name")
        if people:
            return Cue("for-whom", Span(match.start(), match.end()), 0.93, people)
    return None


def came_from(place: Place) -> Cue | None:
    """As in "And from Eun-ji, a physiotherapist, came this: “…"."""
    match = _CAME_FROM.search(place.text, place.lead.start, place.lead.end)
    name = clean(place.text, *match.span("name")) if match else None
    if match is None or name is None or not _leads_up(place):
        return None
    return Cue("came-from", Span(match.start(), match.end()), 0.95, (name,))


# --- a sentence that leads up to the words ---------------------------------------------------

_MENTION = re.compile(rf"(?<![\w’'-]){NAME}")
_UNNAMED = re.compile(rf"(?P<generic>(?i:{GENERIC}))(?:, (?P<named>{NAME})(?=,))?")
_ONE_OF_THEM = re.compile(
    r"\b(?P<who>(?:[Oo]ne|[Aa]nother|[Aa]n?|[Ss]everal|[Uu]ne?|[Uu]n autre|[Uu]ne autre|[Aa] few)"
    rf" (?:[{LOWER}’'-]+ ){{1,6}}?)"
    rf"(?:also |later |had |has |have |nous a |a )?(?P<verb>[{LOWER}]+)\b"
)


def _leads_up(place: Place) -> bool:
    """Whether the words before the quotation end in a colon or a comma."""
    return place.lead_words.rstrip().endswith((":", ","))


def introduced(place: Place) -> Cue | None:
    """A sentence with one person in it that ends in a colon or a comma: "Emma was clear: “…"."""
    if not _leads_up(place):
        return None
    people = _mentioned(place)
    if len({name.display for name in people}) != 1:
        return None
    end = place.lead.start + len(place.lead_words.rstrip())
    return Cue("introduced", Span(people[0].start, end), 0.93, (people[0],))


def _mentioned(place: Place) -> list[Name]:
    """The people whom the lead names."""
    found = (
        clean(place.text, match.start(), match.end())
        for match in _MENTION.finditer(place.text, place.lead.start, place.lead.end)
    )
    return [name for name in found if name is not None and may_be_person(place, name)]


def somebody(place: Place) -> Cue | None:
    """As in "One donor said that …": any noun for somebody, before a verb that surely reports."""
    for match in _ONE_OF_THEM.finditer(place.text, place.lead.start, place.lead.end):
        to_somebody = _TO_SOMEBODY.match(place.text, match.end("verb"))
        if match["verb"] in _STRONG and not to_somebody:
            who = generic(place.text, match.start("who"), match.end("who"))
            return Cue("subject-verb", Span(match.start(), match.end()), 0.93, unnamed=who)
    return None


def unnamed(place: Place) -> Cue | None:
    """As in "For one caregiver, “…", "A sign read: “…": nobody is named, but a cue it is."""
    if not _leads_up(place):
        return None
    match = _UNNAMED.search(place.text, place.lead.start, place.lead.end)
    return subject_cue(place, match, "unnamed", 0.93) if match else None


_PRONOUN_FIRST = re.compile(r"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]l|[Ee]lle)[ \u00a0][^.“«]*:\s*$")


def pronoun_alone(place: Place) -> Cue | None:
    """As in "She particularly liked meeting other partners: “…"."""
    match = _PRONOUN_FIRST.match(place.text, place.lead.start, place.lead.end)
    if match is None:
        return None
    evidence = Span(match.start(), match.start() + len(match.group().rstrip()))
    return Cue("introduced", evidence, 0.93, pronoun=match["pronoun"].lower())


BEFORE: tuple[Callable[[Place], Cue | None], ...] = (
    words_of,
    owned_words,
    label,
    subject_and_verb,
    opinion,
    coordinated,
    for_whom,
    came_from,
    introduced,
    somebody,
    pronoun_alone,
    unnamed,
)
