"""Whose words a block are, told from the line above it, as a list of small named rules.

Design §5 lists where a caption names its speaker: as subject, in the possessive, after a
reporting verb at the end, with the role inside, two at once, or nowhere at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.lexicon import ACTING, REPORTING, REPORTING_FR, SPEECH_NOUNS
from partnerqa.corpus.name import LOWER, NAME, Knowledge, Name, clean
from partnerqa.corpus.person import APPOSITION
from partnerqa.records import Span

CaptionRule = Callable[[str, Span, Knowledge], Cue | None]

_TOPIC = re.compile(
    rf"^(?P<topic>\S[^\n]{{1,90}}?)\s+[-–—]\s+(?P<name>{NAME})(?:\s?(?:,|and|&|et)\s(?P<second>{NAME}))?"
    r"(?:\s?[,(]\s?(?P<about>[^()\n]{2,60})\)?)?\s*$"
)
_PAIR_OF_NAMES = rf"(?P<name>{NAME})(?:,? (?:and|et|&) (?P<second>{NAME}))?"
_AT_END = re.compile(
    rf"(?:^|[,;:.!?”’\"]|\s[–—-])\s*(?:as |comme (?:le )?)?(?P<verb>[{LOWER}]+)(?: to us| us)?\s{_PAIR_OF_NAMES}"
    rf"(?:[,(]\s?(?P<about>[^()\n]{{2,80}}))?[.)]?\s*$"
)
_SUBJECT_AT_END = re.compile(
    rf"(?:[,;:.!?”’\"]|\s[–—-])\s*(?:as |comme )?{_PAIR_OF_NAMES}{APPOSITION}?\s(?:also |(?:l’|le )?)?"
    rf"(?P<verb>[{LOWER}]+)(?: it| us)?[.]?\s*$"
)
_ACCORDING = re.compile(
    rf"(?:[Aa]ccording to|[Ss]elon|[Dd]’après|[Ii]n the words of|[Aa]s told by|[Pp]our|[Ff]or|[Hh]ear from|[Cc]hez)\s{_PAIR_OF_NAMES}(?=[\s,.’']|$)"
)
_SUBJECT = re.compile(
    rf"(?:^|[.;:,]\s|\b(?:but|and|while|when|because|that|how|why|as|although|where|so|if|whereas|mais|et|que|quand)\s){_PAIR_OF_NAMES}{APPOSITION}{{0,2}},?\s"
    rf"(?:(?:[{LOWER}]+ly|both|also|still|always|never|often|soon|now|all|just)\s){{0,2}}(?P<verb>(?:s’|l’|a |n’)?[{LOWER}]+(?:[’'][{LOWER}]+)?)(?![\w-])"
)
_OWNED = re.compile(rf"(?<![\w’'-])(?P<name>{NAME})[’'](?:s(?![\w]))?(?=\s)")
_LABEL = re.compile(rf"^(?P<name>{NAME})(?:\s?[,(]\s?(?P<about>[^()\n:]{{2,80}})\)?)?\s*:?\s*$")
_DASH = re.compile(rf"^\W*[—–-]+\s*{_PAIR_OF_NAMES}(?:\s?[,(]\s?(?P<about>[^\n]{{2,80}}))?\s*$")


def _names(text: str, match: re.Match[str], knowledge: Knowledge, *, trusted: bool) -> tuple[Name, ...]:
    found: list[Name] = []
    for group in ("name", "second"):
        if group not in match.re.groupindex or match.start(group) < 0:
            continue
        name = clean(text, *match.span(group))
        opens = match.start(group) == match.start() or match.start(group) == 0
        if name is None or not (trusted or knowledge.is_person(name.display, opens_sentence=opens)):
            return ()
        found.append(name)
    return tuple(found)


def _said(match: re.Match[str], people: tuple[Name, ...], rule: str, sure: float) -> Cue | None:
    return Cue(rule, Span(match.start(), match.end()), sure, people) if people else None


def topic_line(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """ "Learning From Others - Louise": the line that stands above a block and names its speaker."""
    if span.end - span.start > 130:
        return None
    match = _TOPIC.match(text[span.start : span.end])
    if match is None or match["topic"].rstrip().endswith((".", ",", ":")):
        return None
    match = re.compile(_TOPIC.pattern[1:]).match(text, span.start, span.end)
    people = _names(text, match, knowledge, trusted=True) if match else ()
    return _said(match, people, "topic-line", 0.99) if match else None


def verb_at_end(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """ "…, says Franco", "…, suggests Cathy", "… as Emma explains"."""
    stop = span.end - (text[span.end - 1] in ".)")
    for pattern in (_AT_END, _SUBJECT_AT_END):
        match = pattern.search(text, max(span.start, stop - 160), span.end)
        if match and (match["verb"] in REPORTING or match["verb"] in REPORTING_FR):
            people = _names(text, match, knowledge, trusted=True)
            if people:
                return _said(match, people, "caption-verb-at-end", 0.98)
    return None


def according_to(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """ "According to Cathy …", "For Susan, it is …"."""
    for match in _ACCORDING.finditer(text, span.start, span.end):
        people = _names(text, match, knowledge, trusted=False)
        known = all(knowledge.knows(name.display) for name in people)
        if people and (known or match.start() == span.start or not match.group().startswith(("f", "p"))):
            return _said(match, people, "caption-according-to", 0.96)
    return None


def subject(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """ "Emma highlights …", "Claire, a patient-researcher, knows …", "Frank and Rhene wished …"."""
    found: list[Cue] = []
    for match in _SUBJECT.finditer(text, span.start, span.end):
        verb = match["verb"]
        if verb not in ACTING and verb not in REPORTING_FR and not verb.endswith("ed"):
            continue
        people = _names(text, match, knowledge, trusted=False)
        cue = _said(match, people, "caption-subject", 0.96)
        if cue:
            found.append(cue)
    return _only(found)


def possessive(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """ "Katie’s experience …", "… on Nicole’s team …"."""
    found: list[Cue] = []
    for match in _OWNED.finditer(text, span.start, span.end):
        people = _names(text, match, knowledge, trusted=False)
        noun = text[match.end() : span.end].split()[:2]
        said = any(word.strip(",.") in SPEECH_NOUNS for word in noun)
        cue = _said(match, people, "caption-possessive", 0.96 if said or match.start() == span.start else 0.93)
        if cue:
            found.append(cue)
    return _only(found)


def label(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """A line that is nothing but a name, perhaps with a role: "Nkechi, patient partner"."""
    for pattern in (_DASH, _LABEL):
        match = re.compile(pattern.pattern.replace("^", "", 1)).match(text, span.start, span.end)
        if match and match.end() == span.end:
            people = _names(text, match, knowledge, trusted=pattern is _DASH)
            if people:
                return _said(match, people, "caption-label", 0.96)
    return None


def known_person(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """The one person in the line whom the page names elsewhere as a speaker."""
    found: list[Cue] = []
    for match in re.finditer(NAME, text[span.start : span.end]):
        name = clean(text, span.start + match.start(), span.start + match.end())
        if name is not None and knowledge.knows(name.display):
            found.append(Cue("caption-known-person", name.span, 0.92, (name,)))
    return _only(found)


def _only(cues: list[Cue]) -> Cue | None:
    """The cue, if all that were found mean the same people; the first, less sure, if they do not."""
    if not cues:
        return None
    if len({tuple(name.display for name in cue.people) for cue in cues}) == 1:
        return cues[0]
    first = cues[0]
    sure = 0.93 if first.rule == "caption-subject" else 0.75
    return Cue(first.rule, first.evidence, sure, first.people)


CAPTION_RULES: tuple[CaptionRule, ...] = (
    verb_at_end,
    subject,
    label,
    according_to,
    possessive,
    known_person,
)


def caption_cue(text: str, span: Span, knowledge: Knowledge) -> Cue | None:
    """Whom the caption `text[span]` names as the speaker of the block below it, if anybody."""
    for rule in CAPTION_RULES:
        cue = rule(text, span, knowledge)
        if cue is not None:
            return cue
    return None
