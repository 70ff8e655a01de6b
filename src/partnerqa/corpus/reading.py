"""One page, read: its document, its quotes with attribution, and what a person should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from partnerqa.corpus.attribution import Page, attributions
from partnerqa.corpus.block import blocks
from partnerqa.corpus.caption import topic_line
from partnerqa.corpus.found import Found
from partnerqa.corpus.identifier import identifier, speaker_id
from partnerqa.corpus.inline import inline, unbalanced
from partnerqa.corpus.layout import BlockKind, Layout
from partnerqa.corpus.name import Knowledge, bare, people_in
from partnerqa.corpus.outline import outline
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.roster import Roster
from partnerqa.corpus.section import sections
from partnerqa.corpus.transcript import turns
from partnerqa.records import Attribution, Document, Fault, Quote, Span


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a page besides its layout."""

    path: str
    module: str = ""
    title: str | None = None
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A document with its quotes in reading order, and its faults."""

    document: Document
    quotes: tuple[Quote, ...]
    faults: tuple[Fault, ...]


def read_page(
    layout: Layout,
    source: Source,
    *,
    knowledge: Knowledge | None = None,
    roster: Roster | None = None,
    name_confidence: float = 0.9,
) -> ReadPage:
    """Read one page. A name less sure than `name_confidence` (0 to 1) is left out, not its quote.

    `knowledge` is what `known_people` gathered over all pages of the module; without it, the page
    is read by what it shows itself.
    """
    known = knowledge or known_people(layout, None, roster)
    pieces = outline(layout, known)
    found = _all_found(layout, pieces, known)
    document = _document(layout, source, pieces, found)
    page = Page(layout.text, pieces, known, _resolved(roster, source))
    settled = attributions(page, found)
    sure = [_sure_enough(attribution, name_confidence) for attribution in settled]
    told = [_by_roster(entry, roster, layout, source) for entry in sure]
    quotes = tuple(_quotes(document, found, told))
    return ReadPage(document, quotes, tuple(unbalanced(layout.text, pieces, source.path)))


def known_people(
    layout: Layout, knowledge: Knowledge | None = None, roster: Roster | None = None
) -> Knowledge:
    """What the page, its module and the roster show of words and people."""
    known = knowledge or Knowledge()
    known.learn(layout.text)
    known.meet(roster.names() if roster else ())
    for block in layout.blocks:
        if block.end - block.start < 130 and block.kind is not BlockKind.HEADING:
            cue = topic_line(layout.text, block.span, known)
            known.meet(name.display for name in cue.people) if cue else None
    return known


def _resolved(roster: Roster | None, source: Source) -> frozenset[str]:
    """The names of which the roster says whose they are on this page."""
    if roster is None:
        return frozenset()
    return frozenset(name for name in roster.names() if roster.find(name, source.path))


def _all_found(layout: Layout, pieces: Sequence[Piece], known: Knowledge) -> list[Found]:
    spoken = turns(layout)
    if spoken:
        return list(spoken)
    every = [*blocks(layout.text, pieces), *inline(layout.text, pieces, known)]
    return sorted(every, key=lambda found: found.span.start)


def _document(
    layout: Layout, source: Source, pieces: Sequence[Piece], found: Iterable[Found]
) -> Document:
    title = source.title or _title(layout, pieces) or source.path
    return Document(
        id=identifier(source.module, source.path),
        path=source.path,
        title=title,
        text=layout.text,
        module=source.module,
        url=source.url,
        language=source.language,
        sections=sections(layout.text, pieces),
        narrative=tuple(_narrative(layout.text, pieces, [each.span for each in found])),
    )


def _title(layout: Layout, pieces: Sequence[Piece]) -> str | None:
    first = next((piece for piece in pieces if piece.part is Part.TITLE), None)
    words = first.span.of(layout.text) if first else layout.title
    return " ".join(words.split()) if words else None


def _narrative(text: str, pieces: Sequence[Piece], quoted: Sequence[Span]) -> Iterable[Span]:
    """The researchers' paragraphs, cut where somebody is quoted."""
    quotes = sorted(quoted, key=lambda span: span.start)
    index = 0
    for piece in pieces:
        if piece.part is not Part.NARRATIVE:
            continue
        start = piece.block.start
        while index < len(quotes) and quotes[index].end <= start:
            index += 1
        while index < len(quotes) and quotes[index].start < piece.block.end:
            yield from _worth_reading(text, start, quotes[index].start - 1)
            start = quotes[index].end + 1
            index += 1
        yield from _worth_reading(text, start, piece.block.end)


def _worth_reading(text: str, start: int, end: int) -> Iterable[Span]:
    """A stretch of narrative without its white space, if it says more than a reporting clause."""
    words = text[start:end]
    stripped = words.strip()
    if stripped.count(" ") >= 7:
        begin = start + len(words) - len(words.lstrip())
        yield Span(begin, begin + len(stripped))


def _sure_enough(attribution: Attribution, least: float) -> Attribution:
    if attribution.speaker is None or attribution.confidence >= least:
        return attribution
    return replace(attribution, speaker=None)


def _by_roster(
    attribution: Attribution, roster: Roster | None, layout: Layout, source: Source
) -> Attribution:
    """The name, role and profile that the roster gives to whoever the page names."""
    if attribution.speaker is None:
        return attribution
    link = _profile_link(attribution, layout)
    if roster is None or not roster.entries or len(people_in(attribution.speaker)) > 1:
        return replace(attribution, profile_url=link, speaker_id=_id(source, attribution.speaker))
    if roster.is_ambiguous(attribution.speaker, source.path):
        return replace(attribution, speaker=None)
    entry = roster.find(attribution.speaker, source.path)
    if entry is None:
        return replace(attribution, profile_url=link, speaker_id=_id(source, attribution.speaker))
    return replace(
        attribution,
        speaker=entry.name,
        role=entry.role or attribution.role,
        speaker_id=_id(source, entry.name),
        profile_url=entry.profile_url or link,
    )


def _id(source: Source, name: str) -> str:
    return speaker_id(source.module, name)


def _profile_link(attribution: Attribution, layout: Layout) -> str | None:
    """Where a link leads that the page lays on the speaker's name or profile."""
    speaker = bare(attribution.speaker or "").casefold()
    for link in layout.links:
        words = layout.text[link.start : link.end].casefold()
        if speaker and speaker in words and len(words) < len(speaker) + 24:
            return link.url
    return None


def _quotes(
    document: Document, found: Sequence[Found], settled: Sequence[Attribution]
) -> Iterable[Quote]:
    seen: Counter[str] = Counter()
    parts = Counter(_number(each) for each in found)
    for each, attribution in zip(found, settled, strict=True):
        words = each.span.of(document.text)
        seen[words] += 1
        yield Quote(
            id=identifier(document.title, words, str(seen[words])),
            document_id=document.id,
            start=each.span.start,
            end=each.span.end,
            text=words,
            section=document.section_at(each.span.start).path,
            attribution=attribution,
            lead_in=each.lead_in,
            question=each.question,
            utterance=(
                identifier(document.id, str(_number(each))) if parts[_number(each)] > 1 else None
            ),
            shortened=each.shortened,
        )


def _number(found: Found) -> tuple[str, int]:
    """What the parts of one split quote share: the place of their first part, or their block."""
    if found.rule == "block" and found.utterance is not None:
        return ("block", found.utterance)
    return ("inline", found.span.start if found.utterance is None else found.utterance)
