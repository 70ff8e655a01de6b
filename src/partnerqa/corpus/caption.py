"""Whose words a block are, told from the line above it, as a list of small named rules.

Design §5 lists where a caption names its speaker: as subject, in the possessive, after a
reporting verb at the end, with the role inside, two at once, or nowhere at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.lexicon import ACTING, RELATIONS, REPORTING, REPORTING_FR, SPEECH_NOUNS
from partnerqa.corpus.name import LOWER, NAME, Knowledge, Name, clean, names
from partnerqa.corpus.person import APPOSITION, generic
from partnerqa.records import Span

CaptionRule = Callable[[str, Knowledge], Cue | None]

_TOPIC_LENGTH = 130
_TAIL_LENGTH = 160  # characters at the end of a caption, in which a verb and its subject stand
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_PAIR_OF_NAMES = rf"(?P<name>{NAME})(?:,? (?:and|et|&) (?P<second>{NAME}))?"
_TOPIC = re.compile(
    rf"^(?P<topic>\S[^\n]{{1,90}}?)\s+[-–—]\s+(?P<name>{NAME})"
    rf"(?:\s?(?:,|and|&|et)\s(?P<second>{NAME}))?"
    r"(?:\s?[,(]\s?(?P<about>[^()\n]{2,60})\)?)?\s*$"
)

# A verb and its subject at the end: "…, says Franco" and "…, Franco says".
_AT_END = re.compile(
    r"(?:^|[,;:.!?”’\"]|\s[–—-])\s*(?:as |comme (?:le )?)?"
    rf"(?P<verb>[{LOWER}]+)(?: to us| us)?\s{_PAIR_OF_NAMES}"
    rf"(?:[,(]\s?(?P<about>[^()\n]{{2,80}}))?[.)]?\s*$"
)
_SUBJECT_AT_END = re.compile(
    rf"(?:[,;:.!?”’\"]|\s[–—-])\s*(?:as |comme )?"
    rf"{_PAIR_OF_NAMES}{APPOSITION}?\s(?:also |(?:l’|le )?)?"
    rf"(?P<verb>[{LOWER}]+)(?: it| us)?[.]?\s*$"
)

# A subject and its verb anywhere: where a clause may begin, the names, adverbs, the verb.
_CLAUSE_BEGINS = (
    r"(?:^|[.;:,]\s|\b(?:but|and|while|when|because|that|how|why|as|although|where|so|if|whereas"
    r"|mais|et|que|quand)\s)"
)
_SUBJECT = re.compile(
    rf"{_CLAUSE_BEGINS}(?:L[ae] )?{_PAIR_OF_NAMES}(?: and (?:his|her|their) [{LOWER}]+)?"
    rf"(?P<described>{APPOSITION}{{0,2}}),?\s"
    rf"(?:(?:[{LOWER}]+ly|both|also|still|always|never|often|soon|now|all|just)\s){{0,2}}"
    rf"(?P<verb>(?:s’|l’|a |n’)?[{LOWER}]+(?:[’'][{LOWER}]+)?)(?![\w-])"
)
_PREPOSITIONS = frozenset("on about with of and in at for from to by or sur avec de et".split())
_AFTER_VERB = re.compile(
    r"\s(?:an?|the|his|her|their|its|one|two|some|every|each|how|that|why|what|when|where|whether"
    r"|to|in|on|with|about|for|by|it|him|them|up|out|off|over|through|into|from|no|not|more|most"
    r"|all|never)\b"
)

# A name after a preposition, or after words that frame it.
_ACCORDING = re.compile(
    r"(?:[Aa]ccording to|[Ss]elon|[Dd]’après|[Ii]n the words of|[Aa]s told by|[Pp]our|[Ff]or"
    rf"|[Hh]ear from|[Cc]hez)\s{_PAIR_OF_NAMES}(?=[\s,.’']|$)"
)
_BY_WHOM = re.compile(
    r"\b(?:seen|told|described|explained|remembered|recalled|vue?s?|racontée?s?|décrite?s?"
    rf"|expliquée?s?) (?:by|par) {_PAIR_OF_NAMES}[.]?\s*$"
)
_FRAMED = re.compile(
    r"\b(?:(?:[Ii]t (?:was|is)|[Ii]t took|took|made|helped|gave|left|kept|taught|let|surprised"
    r"|worried|bothered|suited|struck|upset|pleased|frightened|moved|encouraged|convinced"
    r"|persuaded|reminded|mattered(?: most)? to"
    rf"|[Cc]’est|a permis à|a aidé|a donné à) (?P<name>{NAME})(?=[,. ]|$)"
    rf"|(?:for|to|than|pour|chez) (?P<second>{NAME})(?=[.]?\s*$|,))"
)
_CAME_FROM = re.compile(rf".{{0,60}}?\b[Ff]rom (?P<name>{NAME}){APPOSITION}?,? (?:came|comes)\b")
_ON = re.compile(rf"{_PAIR_OF_NAMES}{APPOSITION}{{1,2}},? (?:on|about|sur|à propos)\b")

# Something of somebody's: "Katie’s experience", "le récit de Bakary".
_OWNED = re.compile(rf"(?<![\w’'-])(?P<name>{NAME})[’'](?:s(?![\w]))?(?=\s)")
_OWNED_FR = re.compile(
    r"\b(?:expérience|récit|témoignage|histoire|avis|conseil|parcours|vie|point de vue|mots?|rôle"
    rf"|équipe)s? (?:de |d’)(?P<name>{NAME})"
)

# Nothing but a name, and somebody unnamed.
_LABEL = re.compile(rf"^(?P<name>{NAME})(?:\s?[,(]\s?(?P<about>[^()\n:]{{2,80}})\)?)?\s*:?\s*$")
_DASH = re.compile(rf"^\W*[—–-]+\s*{_PAIR_OF_NAMES}(?:\s?[,(]\s?(?P<about>[^\n]{{2,80}}))?\s*$")
_SOMEBODY = re.compile(
    r"(?P<generic>(?i:(?:one|another|an?|une?|un autre|une autre) )"
    rf"(?:[{LOWER}’'/-]+ ){{1,4}}?)(?P<verb>[{LOWER}]+)\b"
)


def _names(
    line: str, match: re.Match[str], knowledge: Knowledge, *, trusted: bool
) -> tuple[Name, ...]:
    """The people whom a match names; `trusted` where the place alone proves a name."""
    found: list[Name] = []
    for group in ("name", "second"):
        if group not in match.re.groupindex or match.start(group) < 0:
            continue
        name = clean(line, *match.span(group))
        if name is None:
            return ()
        opens = line[: name.start].rstrip()[-1:] in {"", ".", "!", "?", ":"}
        if not (trusted or knowledge.is_person(name.display, opens_sentence=opens)):
            return ()
        found.append(name)
    return tuple(found)


def _said(match: re.Match[str], people: tuple[Name, ...], rule: str, sure: float) -> Cue | None:
    return Cue(rule, Span(match.start(), match.end()), sure, people) if people else None


def _topic(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "Learning From Others - Louise": the line above a block that names its speaker."""
    match = _TOPIC.match(line)
    if match is None or match["topic"].rstrip().endswith((".", ",", ":")):
        return None
    return _said(match, _names(line, match, knowledge, trusted=True), "topic-line", 0.99)


def verb_at_end(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "…, says Franco", "…, suggests Cathy", "… as Emma explains"."""
    for pattern in (_AT_END, _SUBJECT_AT_END):
        match = pattern.search(line, max(0, len(line) - _TAIL_LENGTH))
        if match and (match["verb"] in REPORTING or match["verb"] in REPORTING_FR):
            people = _names(line, match, knowledge, trusted=True)
            if people:
                return _said(match, people, "caption-verb-at-end", 0.98)
    return None


def according_to(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "According to Cathy …", "For Susan, it is …"."""
    for match in _ACCORDING.finditer(line):
        people = _names(line, match, knowledge, trusted=False)
        sure = match.start() == 0 or not match.group().lower().startswith(("f", "p"))
        if people and (sure or all(knowledge.knows(name.display) for name in people)):
            return _said(match, people, "caption-according-to", 0.96)
    return None


def subject(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "Emma highlights …", "Claire, a patient, knows …", "Frank and Rhene wished …"."""
    found = (
        _said(match, _names(line, match, knowledge, trusted=False), "caption-subject", 0.96)
        for match in _SUBJECT.finditer(line)
        if (match["described"] and match["verb"] not in _PREPOSITIONS)
        or _is_verb(match["verb"], line[match.end() :])
    )
    return _only([cue for cue in found if cue is not None])


def _is_verb(word: str, after: str) -> bool:
    """Whether a word after a name is a verb: one that we know, or by its form and what follows."""
    if word in ACTING or word in REPORTING_FR or word.endswith("ed") or word.startswith("a "):
        return True
    return word.endswith("s") and not word.endswith("ss") and _AFTER_VERB.match(after) is not None


def came_from(line: str, _knowledge: Knowledge) -> Cue | None:
    """As in "From Marguerite, who has scleroderma, came a plea"."""
    match = _CAME_FROM.match(line)
    name = clean(line, *match.span("name")) if match else None
    return _said(match, (name,), "caption-came-from", 0.96) if match and name else None


def only_name(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "It was Faith who asked …", "It took Noor two tries …", "… hardest for Coralie"."""
    found = [
        Cue("caption-only-name", people[0].span, 0.93, people)
        for match in _FRAMED.finditer(line)
        if (people := _names(line, match, knowledge, trusted=False))
    ]
    return _only(found)


def by_whom(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "L’attente vue par Bakary", "A day described by Ana"."""
    match = _BY_WHOM.search(line)
    people = _names(line, match, knowledge, trusted=True) if match else ()
    return _said(match, people, "caption-by-whom", 0.96) if match else None


def on_something(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "Florence, who cares for her mother, on the meeting that …"."""
    match = _ON.match(line)
    people = _names(line, match, knowledge, trusted=False) if match else ()
    return _said(match, people, "caption-on", 0.96) if match else None


def somebody(line: str, _knowledge: Knowledge) -> Cue | None:
    """As in "A caregiver explains why she stopped reading papers": nobody is named."""
    match = _SOMEBODY.match(line)
    if match is None or (match["verb"] not in REPORTING and match["verb"] not in REPORTING_FR):
        return None
    about = generic(line, match.start("generic"), match.end("generic"))
    if not about.takes_part:
        return None
    return Cue("caption-unnamed", Span(match.start(), match.end()), 0.96, unnamed=about)


def possessive(line: str, knowledge: Knowledge) -> Cue | None:
    """As in "Katie’s experience …", "… on Nicole’s team …"."""
    found: list[Cue] = []
    for match in (*_OWNED.finditer(line), *_OWNED_FR.finditer(line)):
        if match.re is _OWNED and (line[match.end() :].split() or [""])[0] in RELATIONS:
            continue  # "Imogen’s husband noticed …": it is the husband who speaks
        people = _names(line, match, knowledge, trusted=False)
        said = any(word.strip(",.") in SPEECH_NOUNS for word in line[match.end() :].split()[:2])
        sure = 0.96 if said or match.start() == 0 else 0.93
        cue = _said(match, people, "caption-possessive", sure)
        if cue:
            found.append(cue)
    return _only(found)


def named_alone(line: str, knowledge: Knowledge) -> Cue | None:
    """A line that is nothing but a name, perhaps with a role: "Nkechi, patient partner"."""
    for pattern in (_DASH, _LABEL):
        match = pattern.match(line)
        if match:
            people = _names(line, match, knowledge, trusted=pattern is _DASH)
            if people and people[0].start == match.start("name"):
                return _said(match, people, "caption-label", 0.96)
    return None


def known_person(line: str, knowledge: Knowledge) -> Cue | None:
    """The one person in the line whom the page names elsewhere as a speaker."""
    found = [
        Cue("caption-known-person", name.span, 0.92, (name,))
        for name in names(line, 0, len(line))
        if knowledge.knows(name.display)
    ]
    return _only(found)


def _only(cues: list[Cue]) -> Cue | None:
    """The cue, if all that were found mean the same people; else the first, less sure."""
    if not cues:
        return None
    if len({tuple(name.display for name in cue.people) for cue in cues}) == 1:
        return cues[0]
    first = cues[0]
    sure = 0.93 if first.rule == "caption-subject" else 0.75
    return replace(first, confidence=sure)


CAPTION_RULES: tuple[CaptionRule, ...] = (
    verb_at_end,
    subject,
    named_alone,
    by_whom,
    came_from,
    according_to,
    on_something,
    possessive,
    known_person,
    only_name,
    somebody,
)


def caption_cue(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """Whom the caption `text[span]` names as the speaker of the block below it, if anybody."""
    return _first(CAPTION_RULES, text, span, knowledge)


def topic_line(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """Whom a "Topic - Name" line names."""
    # Asked of every block: most are told by their length or by having no dash.
    if span.end - span.start > _TOPIC_LENGTH or not _SPACED_DASH.search(text, span.start, span.end):
        return None
    return _first((_topic,), text, span, knowledge)


def label(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """Whom a line names that is nothing but a name, perhaps with a role."""
    return _first((named_alone,), text, span, knowledge)


def _first(
    rules: tuple[CaptionRule, ...], text: str, span: Span, knowledge: Knowledge
) -> Cue | None:
    line = span.of(text)
    for rule in rules:
        cue = rule(line, knowledge)
        if cue is not None:
            return cue.moved(span.start)
    return None
