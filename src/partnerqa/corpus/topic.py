"""Whom a paragraph is about at a given place, so that "she said" can be told, or left untold.

A light form of centering (Grosz, Joshi and Weinstein 1995): each sentence may set the topic by
its subject; a sentence whose subject is a pronoun keeps it; one about somebody unnamed, or about
two people at once, leaves nobody whom a pronoun could surely mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerqa.corpus.lexicon import ACTING, RELATIONS, REPORTING_FR
from partnerqa.corpus.name import NAME, UPPER, Knowledge, Name, bare, clean, names
from partnerqa.corpus.person import APPOSITION, BARE, GENERIC
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Span

_OPENERS = re.compile(
    r"(?:(?:[Ff]or (?:example|instance)|[Hh]owever|[Bb]ut|[Aa]nd|[Ss]imilarly|[Bb]y contrast"
    r"|[Ii]n contrast|[Tt]hen|[Ll]ater|[Aa]fterwards|[Aa]t first|[Ii]nstead|[Ss]till|[Aa]lso"
    r"|[Aa]s well|[Mm]eanwhile|[Pp]ar exemple|[Mm]ais|[Ee]t|[Pp]uis"
    r"|[Uu]nlike [^,]{2,40}|[Ll]ike [^,]{2,40}"
    r"|[Ww]hen [^,]{2,60}|[Aa]fter [^,]{2,60}|[Aa]s [^,]{2,60}"
    r"|[Oo]n (?:the )?[^,]{2,40}|[Ii]n (?:the )?[^,]{2,40}|[Aa]t [^,]{2,40}"
    r"|[Oo]ne (?:day|time|year)|[Oo]ver [^,]{2,40}"
    r"|[Ss]peaking of [^,]{2,40}|[Tt]alking about [^,]{2,60}|[Aa]sked [^,]{2,60}),? )+"
)
_ASIDE = re.compile(r"(?i)(?:speaking|talking|asked|thinking) (?:of|about)?")
_WHEN = re.compile(
    r"(?:When|After|Before|While|Once|Since|Quand|Lorsque|Après que|Depuis que)"
    rf" (?P<name>{NAME})(?=,|\s[^\W\d_])"
)

# Who the subject is: a pronoun, somebody unnamed, two people, one person, or a relation of one.
_PRONOUN = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|[Ii]t|[Ii]l|[Ee]lle|[Ss]on|[Ss]a|[Ss]es"
    r"|[Tt]his|[Tt]hat|[Ii]ts)(?![\w’'])"
)
_SOMEBODY = re.compile(rf"(?:(?i:{GENERIC})|{BARE})")
_ANONYMOUS = re.compile(
    r"\b(?:by|from|par) (?:someone|somebody|another|one (?:of|person|participant|man|woman|partner)"
    r"|quelqu’un)\b"
)
_TOGETHER = re.compile(
    rf"(?P<name>{NAME})(?:[’']s?)?,? (?:and|et|&) (?P<second>{NAME}|(?:her|his|their|sa|son) )"
)
_FRONT = re.compile(
    rf"(?P<name>{NAME})(?:(?P<owner>[’']s?(?!\w)) (?P<owned>[^\W\d_]+)"
    rf"|{APPOSITION}{{0,2}},?\s(?:[^\W\d_]+ly |also |both )?"
    r"(?P<verb>(?:n’|s’|l’|m’)?[^\W\d_]+))"
)
_DESCRIBED = re.compile(
    r",? (?:who|whose|qui|dont|an? |une? |himself|herself|lui-même|elle-même)"
    r"|, (?:aged )?\d| \(\d"
)
_RELATED = re.compile(
    rf"(?:{NAME}[’']s|[Hh]is|[Hh]er|[Tt]heir|[Ss]a|[Ss]on)"
    rf" (?:[^\W\d_]+ )?(?P<relation>[^\W\d_]+(?:-in-law)?),? (?P<name>{NAME})"
)
_SOMEBODYS = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ss]a|[Ss]on) (?:[^\W\d_]+ )?"
    rf"(?:{'|'.join(sorted(RELATIONS))})\b(?![’'-])"
)
_FAMILY = frozenset(
    "mother father mum mom dad husband wife partner son daughter sister brother grandmother "
    "grandfather aunt uncle nephew niece cousin grandson granddaughter mother-in-law father-in-law "
    "mère père mari femme fils fille sœur frère".split()
)
_OWNED_BY = re.compile(r"[’']s? ([^\W\d_]+)")

# A name put first by other words: "For Ana, …", "Le récit de Bakary …".
_ABOUT = re.compile(
    r"(?:[Ff]or|[Pp]our|[Ii]t was|[Cc]’est|[Ww]ith|[Tt]ake|[Cc]hez|[Ff]rom|[Aa]ccording to"
    rf"|[Ss]elon) (?P<name>{NAME})"
)
_OF_SOMEBODY = re.compile(rf"(?:L[’'] ?|Le |La |Les )[^\W\d_]+ (?:de |d[’'])(?P<name>{NAME})")
_NAMED = re.compile(rf"(?i:{GENERIC})(?:, | \()(?P<name>{NAME})(?=[,)])")
_BY_OR_FROM = re.compile(
    r"[^,;]{2,80}\b(?:(?:came|comes|come|heard|hear) from|(?:was|were|is) (?:\w+ ){1,3}by"
    rf"|[Aa]mong them (?:was|is)|for) (?P<name>{NAME})(?=,|[.:]|\s*$)"
)
_BESIDE = frozenset(
    "with and to from told asked than by beside between like friend colleague partner husband wife "
    "sister brother son daughter mother father met et avec à".split()
)
_PLACING = frozenset("in at the from across unlike".split())
_VERBS = ACTING | REPORTING_FR


@dataclass(frozen=True, slots=True)
class Topic:
    """The person whom a pronoun means, the words that name them, and how sure that is."""

    name: str
    evidence: Span
    confidence: float


def topic_after(
    text: str, stretch: Span, knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """The topic at the end of a stretch of narrative without quotes, given that at its start."""
    topic = before
    # What is quoted without being speech (a title, a term) names nobody.
    plain = _blanked(text, stretch)
    for sentence in sentences(plain, 0, len(plain)):
        found = _of_sentence(plain, sentence, knowledge, _moved(topic, -stretch.start))
        topic = _moved(found, stretch.start)
    return topic


def _blanked(text: str, stretch: Span) -> str:
    words = stretch.of(text)
    for quotation in quotations(words, 0, len(words)).quotations:
        inner = quotation.inner
        words = words[: inner.start] + "·" * (inner.end - inner.start) + words[inner.end :]
    return words


def _moved(topic: Topic | None, by: int) -> Topic | None:
    if topic is None:
        return None
    evidence = Span(topic.evidence.start + by, topic.evidence.end + by)
    return Topic(topic.name, evidence, topic.confidence)


def _of_sentence(
    text: str, whole: Span, knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """The topic after the sentence `whole`, given the one before it."""
    whom = _WHEN.match(text, whole.start, whole.end)
    if whom is not None:
        return _when(text, whole, whom, knowledge, before)
    opener = _OPENERS.match(text, whole.start, whole.end)
    if opener and _ASIDE.match(opener.group()):
        # "Talking about her friend Ana, who joined that day, she …": nothing changes before "she".
        return before
    sentence = Span(opener.end() if opener else whole.start, whole.end)
    if _ANONYMOUS.search(text, sentence.start, sentence.end):
        return None
    return _of_clause(text, Span(whole.start, sentence.start), sentence, knowledge, before)


def _of_clause(
    text: str, opener: Span, sentence: Span, knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """The topic after a sentence, which `opener` opens."""
    related = _RELATED.match(text, sentence.start, sentence.end)
    if related is not None and related["relation"] in _FAMILY:
        name = clean(text, *related.span("name"))
        return Topic(name.display, name.span, 0.93) if name else None
    if _SOMEBODYS.match(text, sentence.start, sentence.end):
        return None  # "Her husband waited in the car": he may be the next to speak
    if _PRONOUN.match(text, sentence.start, sentence.end):
        introduced = _introduced(text, opener, knowledge)
        return introduced or _kept(text, sentence, knowledge, before)
    return _of_main_clause(text, sentence, knowledge, before)


def _introduced(text: str, opener: Span, knowledge: Knowledge) -> Topic | None:
    """As in "When we read this to Ana, she laughed": the one whom the sentence's opener names."""
    people = _people(text, opener, knowledge)
    if len({name.display for name in people}) != 1:
        return None
    return Topic(people[0].display, people[0].span, 0.93)


def _of_main_clause(
    text: str, sentence: Span, knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """The topic after a clause whose subject is no pronoun."""
    if _is_together(text, sentence.start, sentence.end, knowledge):
        return None
    subject = _subject(text, sentence.start, sentence.end, knowledge)
    if subject is not None:
        others = _companions(text, sentence, knowledge) - {subject.display}
        return Topic(subject.display, subject.span, 0.86 if others else 0.96)
    unnamed = _SOMEBODY.match(text, sentence.start, sentence.end) is not None
    if unnamed or _owned_relation(text, sentence.start, sentence.end):
        return _only_other(text, sentence, knowledge, None)
    return _only_other(text, sentence, knowledge, before)


def _when(
    text: str, whole: Span, match: re.Match[str], knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """As in "When Ngozi heard that her son was ill she rolled up her sleeve"."""
    name = clean(text, *match.span("name"))
    if name is None or not knowledge.is_person(name.display, opens_sentence=False):
        return before
    others = _companions(text, whole, knowledge) - {name.display}
    return Topic(name.display, name.span, 0.86 if others else 0.95)


def begins_with_pronoun(text: str, position: int) -> bool:
    """Whether the sentence at `position` has a pronoun for its subject."""
    opener = _OPENERS.match(text, position)
    return _PRONOUN.match(text, opener.end() if opener else position) is not None


def _is_together(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    match = _TOGETHER.match(text, start, end)
    name = clean(text, *match.span("name")) if match else None
    return name is not None and knowledge.is_person(name.display, opens_sentence=True)


def _subject(text: str, start: int, end: int, knowledge: Knowledge) -> Name | None:
    """The person who is the subject of the sentence, or whom "For Ana, …" puts first."""
    for pattern in (_ABOUT, _OF_SOMEBODY, _NAMED, _BY_OR_FROM):
        name = _put_first(pattern, text, start, end, knowledge)
        if name is not None:
            return name
    return _acting(text, start, end, knowledge)


def _put_first(
    pattern: re.Pattern[str], text: str, start: int, end: int, knowledge: Knowledge
) -> Name | None:
    match = pattern.match(text, start, end)
    name = clean(text, *match.span("name")) if match else None
    if name is not None and knowledge.is_person(name.display, opens_sentence=False):
        return name
    return None


def _acting(text: str, start: int, end: int, knowledge: Knowledge) -> Name | None:
    match = _FRONT.match(text, start, end)
    name = clean(text, *match.span("name")) if match else None
    if match is None or name is None or name.start != start or match["owned"] in RELATIONS:
        return None
    titled = bare(name.display) != name.display
    described = _DESCRIBED.match(text, name.end) is not None
    if not (
        match["owned"]
        or titled
        or described
        or knowledge.knows(name.display)
        or _is_verb(match["verb"])
    ):
        return None
    return name if knowledge.is_person(name.display, opens_sentence=True) else None


def _is_verb(word: str) -> bool:
    return word in _VERBS or word.partition("’")[2] in _VERBS or word.endswith("ed")


def _owned_relation(text: str, start: int, end: int) -> bool:
    """Whether a sentence is about a relation of somebody named: "Theo’s wife recalled …"."""
    match = _FRONT.match(text, start, end)
    return match is not None and match["owned"] in RELATIONS


def _kept(text: str, sentence: Span, knowledge: Knowledge, before: Topic | None) -> Topic | None:
    """A pronoun keeps the topic; a second person in the sentence makes it less sure."""
    if before is None:
        return None
    others = {name.display for name in _people(text, sentence, knowledge)} - {before.name}
    return Topic(before.name, before.evidence, before.confidence - 0.02 * len(others))


def _only_other(
    text: str, sentence: Span, knowledge: Knowledge, before: Topic | None
) -> Topic | None:
    """The one person whom a sentence without a personal subject names: "It gave Ana a reason"."""
    people = _people(text, sentence, knowledge)
    if len({name.display for name in people}) == 1:
        same = before is not None and before.name == people[0].display
        return Topic(people[0].display, people[0].span, 0.96 if same else 0.91)
    return before if not people else None


def _people(text: str, sentence: Span, knowledge: Knowledge) -> list[Name]:
    """Those whom a sentence names in mid-sentence, or who are known as people."""
    found: list[Name] = []
    for name in names(text, sentence.start, sentence.end):
        opens = name.start == sentence.start
        before = text[max(sentence.start, name.start - 8) : name.start].rstrip().lower()
        placed = before.rpartition(" ")[2] in _PLACING
        relation = _OWNED_BY.match(text, name.end, name.end + 24)
        if relation is not None and relation.group(1) in RELATIONS:
            continue
        if knowledge.knows(name.display) or (not opens and not placed and _is_plain(name)):
            found.append(name)
    return [name for name in found if knowledge.is_person(name.display, opens_sentence=False)]


def _companions(text: str, sentence: Span, knowledge: Knowledge) -> set[str]:
    """The people whom a sentence names besides its subject, and whom a pronoun could mean too."""
    found: set[str] = set()
    for name in names(text, sentence.start, sentence.end):
        before = text[max(sentence.start, name.start - 16) : name.start].rstrip(" ,").lower()
        beside = knowledge.knows(name.display) or before.rpartition(" ")[2] in _BESIDE
        if beside and knowledge.is_person(name.display, opens_sentence=False):
            found.add(name.display)
    return found


def _is_plain(name: Name) -> bool:
    return not any(letter.isdigit() for letter in name.display) and name.display[0] in UPPER
