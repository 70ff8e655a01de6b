"""`GET /api/v1/quotes/{id}`: one quote by its permalink."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from pydantic import Field

from partnerqa.index.opened import Index
from partnerqa.records import Quote
from partnerqa.search.search import other_parts
from partnerqa.serve import problem as problems
from partnerqa.serve.citation import Source, citation
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.schema import QUOTE_ID, AlsoInJson, CollectionJson, WholeQuoteJson, Wire
from partnerqa.serve.service import API, Opened, choices_of, collection_wire
from partnerqa.serve.wire import also_in_wire, whole_quote_wire

router = APIRouter(prefix=API, tags=["quotes"], dependencies=PLAIN)

QuoteId = Annotated[
    str, Path(description="Id of the quote.", examples=[QUOTE_ID], min_length=1, max_length=64)
]


class QuoteAnswerJson(Wire):
    """One quote, with all that is needed to cite it."""

    quote: WholeQuoteJson = Field(description="The quote.")
    also_in: list[AlsoInJson] = Field(description="Other pages with the same words.")
    citation: str = Field(
        description="The words with speaker, page and permalink, as plain text.",
        examples=[
            "“Don’t be the conscience of the meeting every single time. …” — D’Arcy (patient), …"
        ],
    )
    collection: CollectionJson = Field(description="Where the words come from.")


@router.get(
    "/quotes/{quote_id}",
    summary="One quote",
    description="A quote by its id. Ids are made from the content and survive a rebuild; the "
    "quote of a participant who was withdrawn is gone.",
    operation_id="quote",
    responses=problems.problems(
        problems.NOT_FOUND, problems.REQUEST, problems.VERBATIM, problems.INDEX, noun="quote"
    ),
)
def quote(request: Request, quote_id: QuoteId, index: Opened) -> QuoteAnswerJson:
    """One quote."""
    return told_quote(index, quote_id, source_of(request, index))


def told_quote(index: Index, quote_id: str, source: Source) -> QuoteAnswerJson:
    """The quote with its citation and its other places. Raises NotFoundError."""
    record = index.store.quote(quote_id)
    told = whole_quote(index, record)
    return QuoteAnswerJson(
        quote=told,
        also_in=also_in_wire(index.store.same_words(quote_id), index.store.document),
        citation=citation(told, source),
        collection=collection_wire(index),
    )


def whole_quote(index: Index, record: Quote) -> WholeQuoteJson:
    """The quote with the other parts of it. Raises VerbatimError."""
    document = index.store.document(record.document_id)
    return whole_quote_wire(record, other_parts(index.store, record), document)


def source_of(request: Request, index: Index) -> Source:
    """What a citation says about where the words were found."""
    base = choices_of(request).public_url or str(request.base_url)
    return Source(index.manifest.collection, index.manifest.notice, base.rstrip("/"))
