"""Records turned into the JSON of every door, each word compared with its page on the way.

Every quote and every stretch of narrative that leaves through here is cut out of its document once
more and compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from partnerqa.errors import VerbatimError
from partnerqa.records import (
    Answer,
    Attribution,
    Document,
    Filters,
    Hit,
    Match,
    Quote,
    Span,
    Speaker,
)
from partnerqa.serve.schema import (
    AlsoInJson,
    AnswerJson,
    AttributionJson,
    CollectionJson,
    DocumentJson,
    DocumentReferenceJson,
    EvidenceJson,
    FiltersJson,
    HitJson,
    MatchJson,
    NarrativeJson,
    PartJson,
    QuoteJson,
    SectionJson,
    SpanJson,
    SpeakerJson,
    WholeQuoteJson,
)

Documents = Callable[[str], Document]


class Worded(Protocol):
    """Anything that claims to be a stretch of a document (quotes and hits do)."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """The character after the last one."""

    @property
    def text(self) -> str:
        """The words."""


def check_verbatim(words: Worded, document: Document) -> None:
    """Raise VerbatimError unless the words are exactly what the document holds there."""
    if document.text[words.start : words.end] != words.text:
        raise VerbatimError(
            f"words at {words.start}-{words.end} of document {document.id} differ from the stored "
            "page and are not served; run `partnerqa verify`, then `partnerqa index`"
        )


def document_reference(document: Document) -> DocumentReferenceJson:
    """The short form of a document that stands in a quote."""
    return DocumentReferenceJson(
        id=document.id, title=document.title, url=document.url, language=document.language
    )


def attribution_wire(attribution: Attribution, document: Document) -> AttributionJson:
    """How the speaker was found, with the words that prove it."""
    evidence = [
        EvidenceJson(start=span.start, end=span.end, text=span.of(document.text))
        for span in attribution.evidence
    ]
    return AttributionJson(
        rule=attribution.rule, evidence=evidence, confidence=attribution.confidence
    )


def _quote_fields(quote: Quote, document: Document) -> dict[str, Any]:
    check_verbatim(quote, document)
    said = quote.attribution
    return {
        "id": quote.id,
        "text": quote.text,
        "speaker": said.speaker,
        "speaker_id": said.speaker_id,
        "role": said.role,
        "document": document_reference(document),
        "section": list(quote.section),
        "start": quote.start,
        "end": quote.end,
        "lead_in": quote.lead_in.of(document.text) if quote.lead_in else None,
        "question": quote.question.of(document.text) if quote.question else None,
        "utterance": quote.utterance,
        "shortened": quote.shortened,
        "codes": list(quote.codes),
        "attribution": attribution_wire(said, document),
        "profile_url": said.profile_url,
    }


def quote_wire(quote: Quote, document: Document) -> QuoteJson:
    """A quote of `document`; raises VerbatimError if the words are not the document's."""
    return QuoteJson(**_quote_fields(quote, document))


def whole_quote_wire(quote: Quote, parts: Sequence[Quote], document: Document) -> WholeQuoteJson:
    """A quote with its other `parts`; raises VerbatimError if one is not the document's."""
    return WholeQuoteJson(**_quote_fields(quote, document), parts=_parts(parts, document))


def _parts(parts: Sequence[Quote], document: Document) -> list[PartJson]:
    for part in parts:
        check_verbatim(part, document)
    return [PartJson(id=part.id, text=part.text, start=part.start, end=part.end) for part in parts]


def _match(match: Match) -> MatchJson:
    return MatchJson(words=match.words, meaning=match.meaning)


def _spans(spans: Sequence[Span]) -> list[SpanJson]:
    return [SpanJson(start=span.start, end=span.end) for span in spans]


def also_in_wire(quotes: Sequence[Quote], documents: Documents | None) -> list[AlsoInJson]:
    """The other pages that hold the same words."""
    return [
        AlsoInJson(
            id=quote.id,
            document=document_reference(documents(quote.document_id)) if documents else None,
            section=list(quote.section),
        )
        for quote in quotes
    ]


def narrative_wire(hit: Hit) -> NarrativeJson:
    """A stretch of narrative; raises VerbatimError if the words are not the document's."""
    check_verbatim(hit, hit.document)
    return NarrativeJson(
        text=hit.text,
        document=document_reference(hit.document),
        section=list(hit.section),
        start=hit.start,
        end=hit.end,
        score=hit.score,
        match=_match(hit.match),
        highlights=_spans(hit.highlights),
    )


def hit_wire(hit: Hit, documents: Documents | None = None) -> HitJson | NarrativeJson:
    """A hit; `documents` looks up the other pages with the same words."""
    if hit.quote is None:
        return narrative_wire(hit)
    check_verbatim(hit, hit.document)
    return HitJson(
        **_quote_fields(hit.quote, hit.document),
        score=hit.score,
        match=_match(hit.match),
        highlights=_spans(hit.highlights),
        also_in=also_in_wire(hit.also_in, documents),
        parts=_parts(hit.parts, hit.document),
    )


def filters_wire(filters: Filters) -> FiltersJson:
    """Filters as JSON."""
    return FiltersJson(
        speakers=list(filters.speakers),
        roles=list(filters.roles),
        topics=list(filters.topics),
        languages=list(filters.languages),
    )


def filters_record(filters: FiltersJson) -> Filters:
    """Filters as they came, as a record."""
    return Filters(
        tuple(filters.speakers),
        tuple(filters.roles),
        tuple(filters.topics),
        tuple(filters.languages),
    )


def answer_wire(
    answer: Answer,
    collection: CollectionJson,
    documents: Documents | None = None,
    language: str = "en",
) -> AnswerJson:
    """An answer; quotes that differ from their page raise VerbatimError."""
    found = [hit_wire(hit, documents) for hit in answer.hits]
    return AnswerJson(
        status=answer.status,
        understood_as=answer.understood_as,
        filters=filters_wire(answer.filters),
        quotes=[hit for hit in found if isinstance(hit, HitJson)],
        narrative=[narrative_wire(hit) for hit in answer.narrative],
        follow_ups=list(answer.follow_ups),
        message=answer.message,
        language=language,
        collection=collection,
    )


def document_wire(
    document: Document, quotes: Sequence[Quote], collection: CollectionJson
) -> DocumentJson:
    """A whole document with its quotes in reading order."""
    return DocumentJson(
        id=document.id,
        title=document.title,
        url=document.url,
        language=document.language,
        path=document.path,
        module=document.module,
        text=document.text,
        sections=[
            SectionJson(path=list(section.path), start=section.start, end=section.end)
            for section in document.sections
        ],
        quotes=[quote_wire(quote, document) for quote in sorted(quotes, key=lambda q: q.start)],
        collection=collection,
    )


def speaker_wire(speaker: Speaker, quotes: int) -> SpeakerJson:
    """A speaker with the number of quotes. Aliases stay inside: they are for reading only."""
    return SpeakerJson(
        id=speaker.id,
        name=speaker.name,
        role=speaker.role,
        module=speaker.module,
        profile_url=speaker.profile_url,
        quotes=quotes,
    )


def quote_json(quote: Quote, document: Document) -> dict[str, Any]:
    """A quote as plain JSON values, for doors that are not HTTP."""
    return quote_wire(quote, document).model_dump(mode="json")


def hit_json(hit: Hit, documents: Documents | None = None) -> dict[str, Any]:
    """A hit as plain JSON values, for doors that are not HTTP."""
    return hit_wire(hit, documents).model_dump(mode="json")


def answer_json(
    answer: Answer,
    collection: CollectionJson | None = None,
    documents: Documents | None = None,
    language: str = "en",
) -> dict[str, Any]:
    """An answer as plain JSON values, for doors that are not HTTP."""
    named = collection or CollectionJson(name="", notice="")
    return answer_wire(answer, named, documents, language).model_dump(mode="json")
