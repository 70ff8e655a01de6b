"""The role of each speaker: beside their name, in their cue, or of those they are an example of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.name import people_in
from partnerqa.corpus.person import role_in
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.role import role_beside, role_of_group, role_of_paragraph, stated_roles
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Attribution, Role, Span

# Rules whose cue is nothing but a name and what is said of its bearer.
_APART = frozenset({"dash", "parenthesis", "label", "caption-label", "topic-line"})
_NOT_WRITTEN = frozenset({Part.SPEECH, Part.FURNITURE, Part.QUESTION})
_LOOK_BACK = 800  # characters: the sentence before, however long the paragraph is
_PERSPECTIVE = re.compile(
    r"[Ff]rom (?P<who>(?:an?|the) [\w -]{3,40}?)[’']s? (?:own )?"
    r"(?:point of view|perspective|side|viewpoint)\b"
)
_EXAMPLE = re.compile(
    r"(?:[Ff]or (?:example|instance)|[Oo]ne (?:example|such)|[Pp]ar exemple|[Aa]s)\b"
)
_SINGLE = re.compile(
    r"(?:(?:[Aa]s well|[Ff]or example|[Aa]lso),? )?(?:[Oo]ne|[Aa]nother|[Aa]n?|[Uu]ne?)\s"
)


def with_roles(
    text: str, pieces: Sequence[Piece], found: Sequence[Found], settled: Sequence[Attribution]
) -> list[Attribution]:
    """`settled`, the attributions of `found` in the same order, with the roles that are told."""
    people = {name for each in settled if each.speaker for name in people_in(each.speaker)}
    stated = stated_roles(text, _written(pieces, found), people)
    return [
        _with_role(text, words, attribution, stated)
        for words, attribution in zip(found, settled, strict=True)
    ]


def _written(pieces: Sequence[Piece], found: Sequence[Found]) -> list[Span]:
    """The researchers' own blocks: those in which no turn or block of speech begins."""
    spoken = sorted(words.span.start for words in found if words.rule in {"block", "turn"})
    return [
        piece.span
        for piece in pieces
        if piece.part not in _NOT_WRITTEN
        and bisect_left(spoken, piece.block.start) == bisect_left(spoken, piece.block.end)
    ]


def _with_role(
    text: str,
    words: Found,
    attribution: Attribution,
    stated: Mapping[str, tuple[Role, Span]],
) -> Attribution:
    if attribution.role is not None or attribution.speaker is None:
        return attribution
    told = (
        _beside(attribution.speaker, stated)
        or (_in_cue(text, words.cue) if words.cue else None)
        or _of_context(text, words)
    )
    if told is None:
        return attribution
    role, evidence = told
    return replace(attribution, role=role, evidence=(*attribution.evidence, evidence))


def _beside(speaker: str, stated: Mapping[str, tuple[Role, Span]]) -> tuple[Role, Span] | None:
    """The role that the page states beside the name; of two who speak together, if it is one."""
    told = [stated.get(name) for name in people_in(speaker)]
    roles = {entry[0] if entry else None for entry in told}
    return told[0] if len(roles) == 1 else None


def _in_cue(text: str, cue: Cue) -> tuple[Role, Span] | None:
    """The role beside the name in the cue: "Claire, a patient-researcher, said", "(Ana, carer)"."""
    for name in cue.people:
        told = role_beside(text, name)
        if told is not None:
            return told
    if cue.rule not in _APART:
        return None
    role = role_in(text, cue.evidence.start, cue.evidence.end)
    return (role, cue.evidence) if role else None


def _of_context(text: str, words: Found) -> tuple[Role, Span] | None:
    """The role of those whom the researchers speak of as they bring in the speaker."""
    if words.context is None:
        return None
    if words.rule != "block":
        return _of_example(text, words, words.context)
    stretch = _after_last_quotation(text, words.context)
    if words.cue is not None and words.cue.rule == "topic-line":
        return role_of_paragraph(text, stretch)
    # A caption brings its speaker in itself: only "Another caregiver told us …" speaks of them.
    told = role_of_paragraph(text, stretch, sentences_back=1)
    return told if told and _SINGLE.match(told[1].of(text)) else None


def _after_last_quotation(text: str, span: Span) -> Span:
    """The end of a paragraph that quotes others: what comes before speaks of them."""
    found = quotations(text, span.start, span.end).quotations
    quoting = [each for each in found if each.inner.of(text).count(" ") >= 2]
    return Span(quoting[-1].outer.end, span.end) if quoting else span


def _of_example(text: str, words: Found, context: Span) -> tuple[Role, Span] | None:
    """As in "Some patient partners said … For example, Ana said, “…": Ana is one of them."""
    end = words.cue.evidence.start if words.cue else words.span.start
    end = min(end, words.span.start)
    before = sentences(text, max(context.start, end - _LOOK_BACK), end)
    if not before:
        return None
    own = _PERSPECTIVE.match(text, before[-1].start, before[-1].end)
    if own is not None:
        role = role_in(text, *own.span("who"))
        return (role, Span(*own.span())) if role else None
    if len(before) < 2 or not _EXAMPLE.match(text, before[-1].start):
        return None
    group = before[-2]
    role = role_of_group(text, group)
    return (role, group) if role and not _SINGLE.match(group.of(text)) else None
