"""From cues to attributions: names settled, pronouns resolved, roles stated, all with evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.name import NAME_WORD, Knowledge, bare, is_shared
from partnerqa.corpus.person import role_in
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.role import role_beside, role_of_group, role_of_paragraph, stated_roles
from partnerqa.corpus.sentence import sentences
from partnerqa.corpus.topic import Topic, begins_with_pronoun, topic_after
from partnerqa.records import Attribution, Role, Span


@dataclass(frozen=True, slots=True)
class Page:
    """What attribution looks at: the text, its pieces, and what is known of its people."""

    text: str
    pieces: Sequence[Piece]
    knowledge: Knowledge


def attributions(page: Page, found: Sequence[Found]) -> list[Attribution]:
    """The attribution of each of `found`, which are in the order of the page."""
    settled: list[Attribution] = []
    earlier: list[Found] = []
    for words in found:
        settled.append(_attribution(page, earlier, settled, words))
        earlier.append(words)
    people = page.knowledge.people | {each.speaker for each in settled if each.speaker}
    shared = {each.speaker for each in settled if each.speaker and is_shared(each.speaker, people)}
    sure = [replace(each, speaker=None) if each.speaker in shared else each for each in settled]
    return _with_roles(page, found, [_in_full(page, each) for each in sure])


def _in_full(page: Page, attribution: Attribution) -> Attribution:
    """As in "Dr. Pillai": told under the one fuller name that the page gives with that title and surname."""
    speaker = attribution.speaker or ""
    surname = bare(speaker)
    if surname == speaker or " " in surname:
        return attribution
    title = re.escape(speaker[: -len(surname)])
    fuller = set(re.findall(rf"{title}{NAME_WORD}[ ](?:{NAME_WORD}[ ])?{surname}\b", page.text))
    return replace(attribution, speaker=fuller.pop()) if len(fuller) == 1 else attribution


def _attribution(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], words: Found
) -> Attribution:
    cue = words.cue
    if cue is None:
        return _of_earlier_sentence(page, earlier, settled, words)
    if cue.people:
        return _named(page, cue, words)
    if cue.pronoun:
        return _of_pronoun(page, earlier, settled, words, cue)
    role = cue.unnamed.role if cue.unnamed else None
    return Attribution(None, role, cue.rule, (cue.evidence,), cue.confidence)


def _named(page: Page, cue: Cue, words: Found) -> Attribution:
    speaker = cue.people[0].display
    if len(cue.people) > 1:
        speaker = " ".join(page.text[cue.people[0].start : cue.people[-1].end].split())
    role = cue.unnamed.role if cue.unnamed else None
    rule = words.rule if words.rule == "split-quote" else cue.rule
    return Attribution(speaker, role, rule, (cue.evidence,), cue.confidence)


def _of_pronoun(
    page: Page,
    earlier: Sequence[Found],
    settled: Sequence[Attribution],
    words: Found,
    cue: Cue,
) -> Attribution:
    """A pronoun means the one person whom the paragraph has named before it, if there is one."""
    topic = _antecedent(page, earlier, settled, words, cue.evidence.start)
    rule = f"{cue.rule}-pronoun"
    if topic is None:
        return Attribution(None, None, rule, (cue.evidence,), cue.confidence)
    return Attribution(topic.name, None, rule, (topic.evidence, cue.evidence), topic.confidence)


def _antecedent(
    page: Page,
    earlier: Sequence[Found],
    settled: Sequence[Attribution],
    words: Found,
    position: int,
) -> Topic | None:
    """The topic of the paragraph at `position`, past every quote in it that came before."""
    if words.context is None:
        return None
    end = min(position, words.span.start - 1)
    return _topic_through(page, earlier, settled, words.context, end)


def _topic_through(
    page: Page,
    earlier: Sequence[Found],
    settled: Sequence[Attribution],
    context: Span,
    end: int,
) -> Topic | None:
    """The topic of the paragraph `context` at `end`."""
    topic = _topic_above(page, earlier, settled, context)
    start = context.start
    for index in range(bisect_left(earlier, start, key=lambda other: other.span.start), len(earlier)):
        other = earlier[index]
        topic = topic_after(page.text, Span(start, other.span.start - 1), page.knowledge, topic)
        topic = _speaker_as_topic(settled[index], topic)
        start = other.span.end + 1
    return topic_after(page.text, Span(start, end), page.knowledge, topic) if end > start else topic


def _speaker_as_topic(attribution: Attribution, topic: Topic | None) -> Topic | None:
    """Whoever has just been quoted is whom the paragraph is about."""
    if attribution.speaker is None:
        return None if attribution.evidence else topic
    if len(people_in(attribution.speaker)) > 1:
        return None
    return Topic(attribution.speaker, attribution.evidence[0], min(0.96, attribution.confidence))


def _topic_above(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], context: Span
) -> Topic | None:
    """Whom the paragraph above left as the topic, where this one follows right on it."""
    index = bisect_left(page.pieces, context.start, key=lambda piece: piece.block.start) - 1
    while index >= 0 and page.pieces[index].part is Part.FURNITURE:
        index -= 1
    if index < 0 or page.pieces[index].part in {Part.HEADING, Part.TITLE}:
        return None
    if not (begins_with_pronoun(page.text, context.start) or page.text[context.start] in _MARKS):
        return None
    above = page.pieces[index]
    quoted = bool(earlier) and earlier[-1].span.end > above.block.start
    if quoted or above.part is not Part.NARRATIVE:
        return _last_speaker(page, earlier, settled, index)
    topic = topic_after(page.text, above.span, page.knowledge, None)
    return Topic(topic.name, topic.evidence, topic.confidence - 0.01) if topic else None


_MARKS = "“\"‘«'"


def _last_speaker(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], above: int
) -> Topic | None:
    """The last speaker, if their words stand in or right above the piece at `above`."""
    if not earlier or settled[-1].speaker is None or len(people_in(settled[-1].speaker)) > 1:
        return None
    while page.pieces[above].block.start > earlier[-1].span.start:
        if page.pieces[above].part not in _BETWEEN:
            return None
        above -= 1
    return Topic(settled[-1].speaker, settled[-1].evidence[0], 0.93)


_BETWEEN = frozenset({Part.SPEECH, Part.CAPTION, Part.QUESTION, Part.FURNITURE})


def _of_earlier_sentence(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], words: Found
) -> Attribution:
    """Words without a cue of their own: whoever the sentences before them are about."""
    nobody = Attribution(None, None, words.rule, (), 0.9)
    if words.rule not in {"uncued", "block"} or words.context is None:
        return nobody
    if words.rule == "block":
        if words.lead_in != words.context:
            return nobody  # a caption that names nobody stands between
        topic = _topic_through(page, earlier, settled, words.context, words.context.end)
    else:
        topic = _antecedent(page, earlier, settled, words, words.span.start)
    if topic is None:
        return nobody
    sure = topic.confidence - 0.02
    return Attribution(topic.name, None, "earlier-sentence", (topic.evidence,), sure)


# --- roles ------------------------------------------------------------------------------------


def _with_roles(
    page: Page, found: Sequence[Found], settled: Sequence[Attribution]
) -> list[Attribution]:
    people = {
        name
        for attribution in settled
        if attribution.speaker
        for name in people_in(attribution.speaker)
    }
    spoken = sorted(words.span.start for words in found if words.rule in {"block", "turn"})
    written = [
        piece.span
        for piece in page.pieces
        if piece.part not in {Part.SPEECH, Part.FURNITURE, Part.QUESTION}
        and bisect_left(spoken, piece.block.start) == bisect_left(spoken, piece.block.end)
    ]
    stated = stated_roles(page.text, written, people)
    return [
        _with_role(page, words, attribution, stated)
        for words, attribution in zip(found, settled, strict=True)
    ]


def people_in(speaker: str) -> list[str]:
    """The names in a speaker's: two people who speak together are told as the page tells them."""
    return _TOGETHER.split(speaker)


_TOGETHER = re.compile(r",? (?:and|et|&) ")


def _with_role(
    page: Page,
    words: Found,
    attribution: Attribution,
    stated: "dict[str, tuple[Role, Span]] | object",
) -> Attribution:
    if attribution.role is not None or attribution.speaker is None:
        return attribution
    told = _role_told(page, words, attribution, stated)
    if told is None:
        return attribution
    role, evidence = told
    return Attribution(
        attribution.speaker,
        role,
        attribution.rule,
        (*attribution.evidence, evidence),
        attribution.confidence,
    )


def _role_told(
    page: Page, words: Found, attribution: Attribution, stated: object
) -> tuple[Role, Span] | None:
    """Beside the name first, then of the group for which the speaker stands as an example."""
    assert attribution.speaker is not None
    roles = stated if isinstance(stated, dict) else {}
    beside = [roles.get(name) for name in people_in(attribution.speaker)]
    if beside and all(
        entry is not None and beside[0] is not None and entry[0] == beside[0][0] for entry in beside
    ):
        return beside[0]
    if words.cue is not None:
        for name in words.cue.people:
            told = role_beside(page.text, name)
            if told is not None:
                return told
        about = role_in(page.text, words.cue.evidence.start, words.cue.evidence.end)
        if about is not None and words.cue.rule in {
            "dash",
            "parenthesis",
            "label",
            "caption-label",
            "topic-line",
        }:
            return about, words.cue.evidence
    return _role_of_context(page, words)


def _after_last_quotation(text: str, span: Span) -> Span:
    """The end of a paragraph that quotes others: what comes before speaks of them."""
    found = quotations(text, span.start, span.end).quotations
    quoting = [each for each in found if each.inner.of(text).count(" ") >= 2]
    return Span(quoting[-1].outer.end, span.end) if quoting else span


def _role_of_context(page: Page, words: Found) -> tuple[Role, Span] | None:
    """The role of those whom the researchers speak of as they bring in the speaker."""
    if words.context is None:
        return None
    if words.rule == "block":
        stretch = _after_last_quotation(page.text, words.context)
        topic = words.cue is not None and words.cue.rule == "topic-line"
        return role_of_paragraph(page.text, stretch, sentences_back=3 if topic else 1)
    return _role_of_example(page, words)


def _role_of_example(page: Page, words: Found) -> tuple[Role, Span] | None:
    """As in "Some patient partners said … For example, Ana said, “…": Ana is one of them."""
    start = words.cue.evidence.start if words.cue else words.span.start
    stretch = Span(words.context.start if words.context else start, min(start, words.span.start))
    before = sentences(page.text, stretch.start, stretch.end)
    if not before:
        return None
    own = _PERSPECTIVE.match(page.text, before[-1].start, before[-1].end)
    if own is not None:
        role = role_in(page.text, *own.span("who"))
        return (role, Span(*own.span())) if role else None
    is_example = _EXAMPLE.match(page.text, before[-1].start)
    if not is_example or len(before) < 2:
        return None
    group = before[-2]
    role = role_of_group(page.text, group)
    return (role, group) if role and not _SINGLE.match(group.of(page.text)) else None


_PERSPECTIVE = re.compile(
    r"[Ff]rom (?P<who>(?:an?|the) [\w -]{3,40}?)[’']s? (?:own )?(?:point of view|perspective|side|viewpoint)\b"
)
_EXAMPLE = re.compile(
    r"(?:[Ff]or (?:example|instance)|[Oo]ne (?:example|such)|[Pp]ar exemple|[Aa]s)\b"
)
_SINGLE = re.compile(
    r"(?:(?:[Aa]s well|[Ff]or example|[Aa]lso),? )?(?:[Oo]ne|[Aa]nother|[Aa]n?|[Uu]ne?)\s"
)
