"""The words beside a quotation that say who is speaking, as a list of small named rules.

Each rule looks at one place (before, after) and one form ("Karen said, “…", "in Shayne’s words").
A rule returns what it found, or None; the first that finds something decides. To read a new
convention, write one function and put it into `BEFORE` or `AFTER`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from partnerqa.corpus.lexicon import NOT_PARTICIPANTS, REPORTING, REPORTING_FR, SPEECH_NOUNS
from partnerqa.corpus.name import LOWER, NAME, UPPER, Knowledge, Name, clean
from partnerqa.corpus.person import APPOSITION, GENERIC, SUBJECT, Generic, generic
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in its paragraph: the words around it up to its neighbours.

    `lead` is the part of the sentence before it, `tail` the part of the sentence after it;
    `closed` tells whether the words end as a sentence does; `introduces` whether another
    quotation follows within the tail's own sentence.
    """

    text: str
    inner: Span
    lead: Span
    tail: Span
    closed: bool
    introduces: bool
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is said to be speaking: people by name, or a pronoun, or somebody unnamed."""

    rule: str
    evidence: Span
    confidence: float
    people: tuple[Name, ...] = ()
    pronoun: str | None = None
    unnamed: Generic | None = None

    def moved(self, by: int) -> Cue:
        """The same cue `by` characters further on in the text."""
        people = tuple(Name(name.start + by, name.end + by, name.display) for name in self.people)
        evidence = Span(self.evidence.start + by, self.evidence.end + by)
        unnamed = None
        if self.unnamed is not None:
            span = Span(self.unnamed.span.start + by, self.unnamed.span.end + by)
            unnamed = Generic(span, self.unnamed.role, self.unnamed.takes_part)
        return replace(self, evidence=evidence, people=people, unnamed=unnamed)

    @property
    def takes_part(self) -> bool:
        """Whether the words are a participant's at all, and not an interviewer's or a sign's."""
        return self.unnamed is None or self.unnamed.takes_part


Rule = Callable[[Place], Cue | None]

_ADVERBS = (
    r"(?:(?:also|then|later|once|often|always|even|just|still|now|simply|both|all|each|first|too"
    r"|has|had|have|would|will|did|does|could|can|might|was|is|has been|who|further|similarly"
    r"|recently|never|sometimes|again|herself|himself|themself|themselves|initially"
    r"|aussi|ensuite|encore|nous|m’|lui|a|ont|avait|se|s’|l’|le|en|y|bien|toujours|souvent"
    rf"|[{LOWER}]+ly|[{LOWER}]+ment)[ \u00a0]){{0,4}}"
)
_PHRASES_FIRST = r"(?:[’']d |[’']s )?"
_VERB = rf"(?:s’|m’|l’|n’)?(?P<verb>[{LOWER}]+(?:-[{LOWER}]+)?)"
_PAIR = re.compile(rf"{SUBJECT}{APPOSITION}{{0,2}},?[ \u00a0]{_ADVERBS}{_VERB}(?![\w’'-])")
_VERB_FIRST = re.compile(
    rf"[,.]?\s*(?:comme |ainsi |as |de )?(?:l’|le |s’|se |nous |m’)?(?:a |ont |avait |had |has )?"
    rf"(?P<verb>[{LOWER}]+)[ \u00a0](?:to us |us |la |le |l’)?{SUBJECT}"
)
_FRENCH_INVERTED = re.compile(
    r"[,.]?\s*(?:s’|se |nous |m’)?(?:(?P<aux>a|ont|avait|est|s’est)(?:-t)?-(?P<who1>ils?|elles?)\s)?"
    rf"(?P<verb>[{LOWER}]+?)(?:(?:-t)?-(?P<who2>ils?|elles?))?(?![\w-])"
)
_SUBJECT_FIRST = re.compile(
    rf"[,.]?\s*(?:[–—-]\s*)?(?:as |comme )?{SUBJECT}{APPOSITION}{{0,2}},?[ \u00a0]{_ADVERBS}{_VERB}"
    r"(?![\w’'-])"
)
_OWNED_WORDS = re.compile(
    rf"(?:[Ii]n |[Ff]rom |[Tt]o quote |[Tt]o use )?(?P<name>{NAME})(?:[’'](?:s\b)?|, whose)"
    rf"(?: own)?(?: [{LOWER}-]+){{0,3}}? (?P<noun>{'|'.join(sorted(SPEECH_NOUNS))})\b"
)
_HIS_WORDS = re.compile(
    r"\b(?:(?:[Ii]n|[Tt]o use|[Dd]ans) (?P<whose>his|her|their|ses) (?:own )?(?:words|mots|propos)"
    r"|(?:[Ss]elon|[Dd]’après|[Aa]ccording to) (?P<who>lui|elle|eux|him|her|them))\b"
)
_HIS_MESSAGE = re.compile(
    r"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?:\w+ ){0,2}?"
    r"(?:message|advice|answer|reply|response|comment|view|verdict|conclusion|motto|point|wish|hope)\b"
    r"[^.“\"‘«]{0,60}(?:is|was|would be|ran|came)?[:,]?\s*$"
)
_WORDS_OF = re.compile(
    rf"\b(?:[Ii]n the words of|[Aa]ccording to|[Tt]o quote|[Aa]s told by|[Ww]ords from|[Ss]elon"
    rf"|[Dd]’après|[Dd]ans les mots d(?:e |’)|[Ll]es mots d(?:e |’)|[Pp]our citer)\s*"
    rf"(?:{SUBJECT})"
)
_FOR = re.compile(
    rf"\b(?:[Ff]or|[Pp]our)[ \u00a0](?P<name>{NAME})(?:,[^,]{{2,60}})?,? (?:it|this|that|these|the|c’|ce|cela)\b"
)
_OPINION = re.compile(
    rf"(?P<name>{NAME}){APPOSITION}?,? (?:is|was|est|était) (?:of the opinion|convinced|sure|certain|clear|adamant"
    r"|emphatic|blunt|d’avis|convaincue?|catégorique|claire?)\b"
)
_ONE_OF_THEM = re.compile(
    rf"\b(?P<who>(?:[Oo]ne|[Aa]nother|[Aa]n?|[Ss]everal|[Uu]ne?|[Uu]n autre|[Uu]ne autre|[Aa] few) (?:[{LOWER}’'-]+ ){{1,4}}?)"
    rf"(?:also |later |had |has |have |nous a |a )?(?P<verb>[{LOWER}]+)\b"
)
_AND_VERB = re.compile(rf"\b(?:and|but|then|et|puis) (?:also |later |then )?(?P<verb>[{LOWER}]+)\b")
_OPENS_WITH_NAME = re.compile(rf"(?P<name>{NAME})(?:{APPOSITION}{{1,2}},?)? [{LOWER}]+")
_CAME_FROM = re.compile(
    rf"\b(?:[Ff]rom|[Dd]e) (?P<name>{NAME}){APPOSITION}?,? (?:came|comes|we heard|vient)\b"
)
_LABEL = re.compile(
    rf"\s*(?P<name>{NAME})(?:\s\((?P<about>[^()\n]{{1,60}})\)|, [^,:\n]{{1,60}})?\s?:\s*$"
)
_PARENTHESIS = re.compile(
    rf"\s*[,.;]?\s*[(\[]\s*(?:as |comme )?(?:{SUBJECT})(?P<about>[,;:] [^()\[\]\n]{{1,80}}"
    rf"| (?:told us|put it|said|says|explained|nous a dit|l’a dit))?\s*[)\]]"
)
_DASH = re.compile(
    rf"\s*[—–―-]{{1,2}}\s*(?:{SUBJECT})(?P<about>,? [^\n.]{{1,80}}|\s\([^()\n]+\))?\s*\.?\s*$"
)
_NAME_ALONE = re.compile(rf"\s+(?P<name>{NAME})(?P<about>, [^\n.]{{1,60}})?\s*$")
_WORDS_AFTER = re.compile(
    rf"[,;]?\s*(?:as|comme|to quote|to borrow|in|dans|en|with|were|was|is|selon)?\s*(?:les mots de )?(?P<name>{NAME})[’'](?:s\b)?(?: own)?"
    rf"(?: [{LOWER}-]+){{0,2}}? (?:{'|'.join(sorted(SPEECH_NOUNS))})\b"
)
_AFTER_WORDS_OF = re.compile(
    r"[,;]?\s*(?:in the words of|according to|to quote|selon|d’après|were the words of"
    rf"|was how|is how|comme le (?:dit|disait|résume|raconte|rappelle|souligne))\s*(?:{SUBJECT})"
)
_STRONG = REPORTING_FR | frozenset(
    form
    for base in (
        "say tell explain add note describe recall remember comment remark observe suggest argue "
        "agree ask answer reply respond report state stress emphasise emphasize mention continue "
        "conclude advise recommend warn joke confess acknowledge put go speak write admit insist "
        "sum laugh reflect express share summarise summarize call talk"
    ).split()
    for form in REPORTING
    if form.startswith(base[:4])
)


def _is_reporting(verb: str) -> bool:
    return verb in REPORTING or verb in REPORTING_FR or verb.partition("-")[0] in REPORTING_FR


def _people(
    place: Place, match: re.Match[str], *groups: str, placed: bool = False
) -> tuple[Name, ...]:
    """The names in `groups` of `match` that are people's, in order.

    `placed` where the cue's own form has the preposition before the name ("in Ana’s words").
    """
    known = match.re.groupindex
    found: list[Name] = []
    for group in groups:
        if group not in known or match.start(group) < 0:
            continue
        name = clean(place.text, match.start(group), match.end(group))
        if name is None or not _may_be_person(place, name, placed=placed):
            return ()
        found.append(name)
    return tuple(found)


def _may_be_person(place: Place, name: Name, *, placed: bool = False) -> bool:
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


_PLACING = frozenset("from in at of across de à du".split())
_BODIES = frozenset("charity company network hospital organisation organization group".split())
_BODY = re.compile(
    r",?\s[^.“”]{0,60}\b(?:charity|charities|organi[sz]ation|network|company|campaign|foundation"
    r"|in a statement|spokes\w+|organisme|fondation)\b"
)


def _cue(
    place: Place, match: re.Match[str], rule: str, confidence: float, *, placed: bool = False
) -> Cue | None:
    """A cue from a match of SUBJECT, whichever kind of subject it found."""
    evidence = Span(match.start(), match.end())
    groups = match.re.groupindex
    people = _people(place, match, "name", "second", placed=placed)
    if people:
        return Cue(rule, evidence, confidence, people)
    named = _people(place, match, "named")
    if named:
        about = generic(place.text, *match.span("generic"))
        return Cue(rule, evidence, confidence, named, unnamed=about)
    if "pronoun" in groups and match.start("pronoun") >= 0:
        return Cue(rule, evidence, confidence, pronoun=match["pronoun"].lower())
    if "generic" in groups and match.start("generic") >= 0:
        return Cue(rule, evidence, confidence, unnamed=generic(place.text, *match.span("generic")))
    return None


# --- before the quotation -------------------------------------------------------------------


def owned_words_before(place: Place) -> Cue | None:
    """As in "In Shayne’s words, “…", "Ceri’s comment was typical: “…"."""
    for match in _OWNED_WORDS.finditer(place.text, place.lead.start, place.lead.end):
        people = _people(place, match, "name", placed=True)
        if people and place.text[match.end() : place.lead.end].count(",") <= 2:
            return Cue("owned-words", Span(match.start(), match.end()), 0.97, people)
    return _his_words(place)


def _his_words(place: Place) -> Cue | None:
    match = _HIS_WORDS.search(place.text, place.lead.start, place.lead.end)
    if match is None:
        lead = place.lead.of(place.text)
        match = _HIS_MESSAGE.search(lead)
        return _his_message(place, match) if match else None
    whose = (match["whose"] or match["who"]).lower()
    pronoun = {"his": "he", "her": "she", "him": "he", "lui": "il", "elle": "elle"}.get(whose, "they")
    return Cue("owned-words", Span(match.start(), match.end()), 0.97, pronoun=pronoun)


def _his_message(place: Place, match: re.Match[str]) -> Cue:
    """As in "These days his message to a fellow patient would be: “…"."""
    pronoun = {"his": "he", "her": "she"}.get(match["whose"].lower(), "they")
    start = place.lead.start
    return Cue("owned-words", Span(start + match.start(), start + match.end()), 0.95, pronoun=pronoun)


def opinion_before(place: Place) -> Cue | None:
    """As in "Mrs. Tietz is of the opinion that …", "Ana was clear: …"."""
    for match in _OPINION.finditer(place.text, place.lead.start, place.lead.end):
        people = _people(place, match, "name")
        if people:
            return Cue("opinion", Span(match.start(), match.end()), 0.95, people)
    return None


def somebody_before(place: Place) -> Cue | None:
    """As in "One donor said that …": any noun for somebody, before a verb that surely reports."""
    for match in _ONE_OF_THEM.finditer(place.text, place.lead.start, place.lead.end):
        verb = match["verb"]
        if verb in _STRONG and not _TO_SOMEBODY.match(place.text, match.end("verb")):
            who = generic(place.text, match.start("who"), match.end("who"))
            return Cue("subject-verb", Span(match.start(), match.end()), 0.93, unnamed=who)
    return None


def coordinated_before(place: Place) -> Cue | None:
    """As in "Keith looked after his wife and said that the bed “…": one subject, two verbs."""
    found = [
        match
        for match in _AND_VERB.finditer(place.text, place.lead.start, place.lead.end)
        if match["verb"] in _STRONG
    ]
    opening = _OPENS_WITH_NAME.match(place.text, place.lead.start, place.lead.end)
    if not found or opening is None:
        return None
    people = _people(place, opening, "name")
    evidence = Span(place.lead.start, found[-1].end())
    return Cue("coordinated", evidence, 0.94, people) if people else None


def for_whom_before(place: Place) -> Cue | None:
    """As in "For Iolo, a retired miner, it was ‘…’"."""
    for match in _FOR.finditer(place.text, place.lead.start, place.lead.end):
        people = _people(place, match, "name")
        if people:
            return Cue("for-whom", Span(match.start(), match.end()), 0.93, people)
    return None


def words_of_before(place: Place) -> Cue | None:
    """As in "According to Cathy, “…", "In the words of one participant, “…"."""
    found = list(_WORDS_OF.finditer(place.text, place.lead.start, place.lead.end))
    return _cue(place, found[-1], "words-of", 0.97, placed=True) if found else None


def label_before(place: Place) -> Cue | None:
    """As in "Karen: “…", "Karen, patient partner: “…"."""
    match = _LABEL.match(place.text, place.lead.start, place.lead.end)
    people = _people(place, match, "name") if match else ()
    if match is None or not people:
        return None
    return Cue("label", Span(match.start("name"), match.end()), 0.97, people)


def subject_and_verb_before(place: Place) -> Cue | None:
    """As in "Karen said, “…", "As Dave G put it, “…", "another caregiver told us, “…"."""
    cues: list[tuple[bool, int, Cue]] = []
    for match in _pairs(place):
        if _is_told(place, match):
            outside = Generic(Span(*match.span()), None, takes_part=False)
            told = Cue("told", Span(*match.span()), 0.95, unnamed=outside)
            cues.append((True, 0, told))
            continue
        gap = len(place.text[match.end() : place.lead.end].split())
        near = gap <= 4
        if match["generic"] is not None and match["named"] is None and gap > 1:
            if match["verb"] not in _STRONG:
                continue  # "that people wanted to talk about it": nobody is speaking
        cue = _cue(place, match, "subject-verb", 0.98 if near else 0.95)
        if cue is not None:
            cues.append((match["verb"] in _STRONG or near, gap, cue))
    strong = [entry for entry in cues if entry[0]] or cues
    if not strong:
        return None
    _, gap, cue = strong[-1]
    if gap > 4 and len({_who(other) for _, _, other in cues}) > 1:
        return _closest_or_first(place, [entry[2] for entry in strong])
    return cue


def _pairs(place: Place) -> Iterator[re.Match[str]]:
    """Every subject with a reporting verb in the lead; a subject without one hides no other."""
    position = place.lead.start
    while match := _PAIR.search(place.text, position, place.lead.end):
        reporting = _is_reporting(match["verb"]) and not _is_only_met(match)
        if reporting:
            yield match
        position = match.end() if reporting else max(match.end(group) for group in _SUBJECT_GROUPS)


_PASSIVE = re.compile(r"\b(?:was|were|been|being|got)\s+(?:\w+\s+)?$")
_TO_SOMEBODY = re.compile(r"\s(?:her|him|them|lui|leur)\b")


def _is_told(place: Place, match: re.Match[str]) -> bool:
    """Whether the words are what a participant was told: "she was told", "her GP told her"."""
    before = place.text[match.start() : match.start("verb")]
    if match["verb"] in _TOLD and _PASSIVE.search(before):
        return True
    to_somebody = _TO_SOMEBODY.match(place.text, match.end("verb"))
    return match["generic"] is not None and match["named"] is None and to_somebody is not None


_TOLD = frozenset("told asked advised warned informed reassured assured dit".split())


def _is_only_met(match: re.Match[str]) -> bool:
    """Whether the researchers are the subject, but not as those who ask ("anyone we met")."""
    return match["generic"] in {"we", "We"} and not match["verb"].startswith("ask")


_SUBJECT_GROUPS = ("name", "second", "generic", "pronoun")


def _who(cue: Cue) -> str:
    if cue.people:
        return " ".join(name.display for name in cue.people)
    return cue.pronoun or "somebody"


def _closest_or_first(place: Place, cues: list[Cue]) -> Cue:
    """Of several subjects, the one that opens the sentence when pronouns may refer to it."""
    named = [cue for cue in cues if cue.people]
    if len({_who(cue) for cue in named}) == 1 and all(cue.people or cue.pronoun for cue in cues):
        return named[0]
    last = cues[-1]
    return Cue(last.rule, last.evidence, 0.7, last.people, last.pronoun, last.unnamed)


def came_from_before(place: Place) -> Cue | None:
    """As in "And from Eun-ji, a physiotherapist, came this: “…"."""
    match = _CAME_FROM.search(place.text, place.lead.start, place.lead.end)
    name = clean(place.text, *match.span("name")) if match else None
    if match is None or name is None or not place.lead.of(place.text).rstrip().endswith((":", ",")):
        return None
    return Cue("came-from", Span(match.start(), match.end()), 0.95, (name,))


def introduced_before(place: Place) -> Cue | None:
    """A sentence with one person in it that ends in a colon or a comma: "Emma was clear: “…"."""
    lead = place.lead.of(place.text).rstrip()
    if not lead.endswith((":", ",")):
        return None
    people = _subjects(place)
    if len({name.display for name in people}) == 1:
        name = people[0]
        return Cue("introduced", Span(name.start, place.lead.start + len(lead)), 0.93, (name,))
    return None


_MENTION = re.compile(rf"(?<![\w’'-]){NAME}")


def _subjects(place: Place) -> list[Name]:
    """The people whom the lead names."""
    found: list[Name] = []
    for match in _MENTION.finditer(place.text, place.lead.start, place.lead.end):
        name = clean(place.text, match.start(), match.end())
        if name is not None and _may_be_person(place, name):
            found.append(name)
    return found


_UNNAMED = re.compile(rf"(?P<generic>(?i:{GENERIC}))(?:, (?P<named>{NAME})(?=,))?")


def unnamed_before(place: Place) -> Cue | None:
    """As in "For one caregiver, “…", "A sign read: “…": nobody is named, but a cue it is."""
    lead = place.lead.of(place.text).rstrip()
    if not lead.endswith((":", ",")):
        return None
    found = list(_UNNAMED.finditer(place.text, place.lead.start, place.lead.end))
    return _cue(place, found[0], "unnamed", 0.93) if found else None


# --- after the quotation --------------------------------------------------------------------


def parenthesis_after(place: Place) -> Cue | None:
    """As in "“…” (Karen)", "“…” [Dave G, patient partner]"."""
    match = _PARENTHESIS.match(place.text, place.tail.start, place.tail.end)
    return _cue(place, match, "parenthesis", 0.97) if match else None


def dash_after(place: Place) -> Cue | None:
    """As in "“…” — Nkechi, patient partner" at the end of a paragraph."""
    match = _DASH.match(place.text, place.tail.start, place.tail.end)
    ends_line = place.text[place.tail.end : place.tail.end + 1] in {"", "\n"}
    if match is None and place.lead.start == place.lead.end and ends_line:
        match = _NAME_ALONE.match(place.text, place.tail.start, place.tail.end)
    return _cue(place, match, "dash", 0.97) if match else None


def words_after(place: Place) -> Cue | None:
    """As in "“…”, in Shayne’s words", "“…”, according to Maria"."""
    if _after_confidence(place) != _SURE:
        return None
    match = _WORDS_AFTER.match(place.text, place.tail.start, place.tail.end)
    people = _people(place, match, "name", placed=True) if match else ()
    if match and people:
        return Cue("words-after", Span(match.start(), match.end()), 0.97, people)
    match = _AFTER_WORDS_OF.match(place.text, place.tail.start, place.tail.end)
    return _cue(place, match, "words-after", 0.97, placed=True) if match else None


def verb_after(place: Place) -> Cue | None:
    """As in "…,” she explained", "…,” recalled Karen", "…,” as Emma put it", « …, dit-elle »."""
    confidence = _after_confidence(place)
    if confidence is None:
        return None
    match = _SUBJECT_FIRST.match(place.text, place.tail.start, place.tail.end)
    if match and (_is_reporting(match["verb"]) or (confidence == _SURE and _is_past(place, match))):
        return _cue(place, match, "verb-after", confidence)
    match = _VERB_FIRST.match(place.text, place.tail.start, place.tail.end)
    if match and _is_reporting(match["verb"]):
        return _cue(place, match, "verb-after", confidence)
    match = _FRENCH_INVERTED.match(place.text, place.tail.start, place.tail.end)
    if match and match["verb"] in REPORTING_FR and (match["who1"] or match["who2"]):
        pronoun = match["who1"] or match["who2"]
        return Cue("verb-after", Span(match.start(), match.end()), confidence, pronoun=pronoun)
    return None


_SURE = 0.98


def _is_past(place: Place, match: re.Match[str]) -> bool:
    """Whether a clause right after a comma has any verb in the past: "…,” she assured us"."""
    ends = place.text[place.inner.end - 1] == "," or place.text[match.start()] == ","
    return ends and match["generic"] is None and match["verb"].endswith("ed")


def _after_confidence(place: Place) -> float | None:
    """How sure a clause after the words is theirs: not at all if a new sentence starts there."""
    tail = place.tail.of(place.text).lstrip()
    if tail.startswith(",") or not place.closed or tail[:1].islower():
        return _SURE
    if place.introduces:
        return None
    ending = place.text[place.inner.end - 1 : place.inner.end]
    return 0.95 if ending in "?!…—–" else 0.8


BEFORE: tuple[Rule, ...] = (
    words_of_before,
    owned_words_before,
    label_before,
    subject_and_verb_before,
    opinion_before,
    coordinated_before,
    for_whom_before,
    came_from_before,
    introduced_before,
    somebody_before,
    unnamed_before,
)
AFTER: tuple[Rule, ...] = (parenthesis_after, words_after, verb_after, dash_after)


def find_cue(place: Place) -> Cue | None:
    """The cue beside a quotation: after it where the words run on there, else before it."""
    if _is_written(place):
        return Cue("written", place.lead, 0.95, unnamed=Generic(place.lead, None, takes_part=False))
    runs_on = not place.closed or place.tail.of(place.text).lstrip()[:1] in {",", "(", "["}
    order = (AFTER, BEFORE) if runs_on or _starts_low(place) else (BEFORE, AFTER)
    for rules in order:
        for rule in rules:
            cue = rule(place)
            if cue is not None:
                return cue
    return None


_WRITTEN = re.compile(
    rf"\b(?:{'|'.join(sorted(NOT_PARTICIPANTS - {'we', 'nous', 'interviewer', 'interviewers'}))})\b"
    r"[^,;:]{0,60}\b(?:read|reads|reading|said|says|saying|stated|states|asked|asks|headed|disait|indiquait|dit)\b[^.]{0,12}$"
)


def _is_written(place: Place) -> bool:
    """Whether the words are those of a sign, a form or a leaflet."""
    return _WRITTEN.search(place.lead.of(place.text)) is not None


def _starts_low(place: Place) -> bool:
    tail = place.tail.of(place.text).lstrip()
    return tail[:1].islower() or tail[:1] in "—–"


__all__ = ["AFTER", "BEFORE", "UPPER", "Cue", "Place", "Rule", "find_cue"]
