"""The units that are embedded and ranked: whole quotes, or parts of long ones, and narrative.

A passage never crosses a section. Its embedded text is its heading, its lead-in and its words;
only the words are ever shown as the passage's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from partnerqa.corpus.sentence import sentences
from partnerqa.records import Collection, Document, Passage, Quote, Span

Count = Callable[[str], int]

_LEAD_IN_SHARE = 3  # a lead-in and heading together take at most a third of the window
_NARRATIVE_TOKENS = 128  # a paragraph's worth: longer stretches mix several things that are said


def passages(collection: Collection, count: Count, window: int) -> tuple[Passage, ...]:
    """Every quote and every stretch of narrative as passages, numbered from 0.

    `count` gives the number of encoder tokens in a text without special ones; `window` is the
    most that the embedded text of a passage may have. Raises ValueError for a window below 16.
    """
    if window < 16:
        raise ValueError(f"window {window} is too small; expected at least 16 tokens")
    quotes: dict[str, list[Quote]] = {}
    for quote in collection.quotes:
        quotes.setdefault(quote.document_id, []).append(quote)
    made = (
        passage
        for document in collection.documents
        for passage in _of_document(document, quotes.get(document.id, []), count, window)
    )
    return tuple(replace(passage, number=number) for number, passage in enumerate(made))


def _of_document(
    document: Document, quotes: Sequence[Quote], count: Count, window: int
) -> Iterator[Passage]:
    """The passages of a document, first of its quotes; not numbered yet."""
    for quote in quotes:
        lead_in = _searched_with(document, quote, quotes)
        yield from _of_quote(document, quote, lead_in, count, window)
    yield from _of_narrative(document, count, window)


def embedded_text(passage: Passage) -> str:
    """What the encoder and the word index see of `passage`: heading, lead-in, words."""
    return "\n".join(part for part in (passage.heading, passage.lead_in, passage.text) if part)


def _searched_with(document: Document, quote: Quote, own: Sequence[Quote]) -> str:
    """What introduces a quote, the question that it answers, and the other parts of a split one."""
    spans = [span.of(document.text) for span in (quote.lead_in, quote.question) if span]
    if quote.utterance is None:
        return "\n".join(spans)
    parts = [
        other.text for other in own if other.utterance == quote.utterance and other is not quote
    ]
    return "\n".join((*spans, *parts))


def _of_quote(
    document: Document, quote: Quote, lead_in: str, count: Count, window: int
) -> Iterator[Passage]:
    heading = quote.section[-1] if quote.section else ""
    lead_in = _tail(lead_in, count, max(0, window // _LEAD_IN_SHARE - count(heading)))
    room = max(8, window - count(heading) - count(lead_in))
    for part in _parts(document.text, Span(quote.start, quote.end), count, room):
        yield Passage(
            number=0,
            kind="quote",
            document_id=document.id,
            start=part.start,
            end=part.end,
            text=part.of(document.text),
            section=quote.section,
            quote_id=quote.id,
            lead_in=lead_in,
            codes=quote.codes,
        )


def _of_narrative(document: Document, count: Count, window: int) -> Iterator[Passage]:
    for stretch in document.narrative:
        section = document.section_at(stretch.start)
        for part in _parts(document.text, stretch, count, min(window, _NARRATIVE_TOKENS)):
            yield Passage(
                number=0,
                kind="narrative",
                document_id=document.id,
                start=part.start,
                end=part.end,
                text=part.of(document.text),
                section=section.path,
            )


def _parts(text: str, span: Span, count: Count, room: int) -> Iterator[Span]:
    """`span` whole if it fits into `room` tokens, else in runs of sentences that do."""
    if count(span.of(text)) <= room:
        yield span
        return
    start = end = span.start
    for piece in _pieces(text, span, count, room):
        if end > start and count(text[start : piece.end]) > room:
            yield Span(start, end)
            start = piece.start
        elif end == start:
            start = piece.start
        end = piece.end
    if end > start:
        yield Span(start, end)


def _pieces(text: str, span: Span, count: Count, room: int) -> Iterator[Span]:
    """The sentences of `span`; one that alone is too long is halved at white space."""
    for sentence in sentences(text, span.start, span.end):
        yield from _halved(text, sentence, count, room)


def _halved(text: str, span: Span, count: Count, room: int) -> Iterator[Span]:
    middle = (span.start + span.end) // 2
    cut = text.rfind(" ", span.start + 1, middle) if count(span.of(text)) > room else -1
    if cut < 0:
        yield span
        return
    yield from _halved(text, Span(span.start, cut), count, room)
    yield from _halved(text, Span(cut + 1, span.end), count, room)


def _tail(text: str, count: Count, room: int) -> str:
    """The last sentences of `text` that fit into `room` tokens: those nearest to the quote."""
    kept = len(text)
    for sentence in reversed(sentences(text)):
        if count(text[sentence.start :]) > room:
            break
        kept = sentence.start
    return text[kept:]
