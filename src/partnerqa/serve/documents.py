"""`GET /api/v1/documents` and `/documents/{id}`: the pages that the words stand in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from partnerqa.serve import problem as problems
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.schema import (
    DOCUMENT_ID,
    CollectionJson,
    DocumentEntryJson,
    DocumentJson,
    Wire,
)
from partnerqa.serve.service import API, Opened, collection_wire
from partnerqa.serve.wire import document_wire

router = APIRouter(prefix=API, tags=["documents"], dependencies=PLAIN)


class DocumentsJson(Wire):
    """Every page of the collection, in its order."""

    documents: list[DocumentEntryJson] = Field(description="The pages, without their texts.")
    collection: CollectionJson = Field(description="Where the pages come from.")


@router.get(
    "/documents",
    summary="All pages",
    description="Every page of the collection without its text.",
    operation_id="documents",
    responses=problems.problems(problems.REQUEST, problems.INDEX),
)
def documents(index: Opened) -> DocumentsJson:
    """Every page."""
    entries = [
        DocumentEntryJson(
            id=entry.id,
            title=entry.title,
            url=entry.url,
            language=entry.language,
            path=entry.path,
            module=entry.module,
            quotes=entry.quotes,
        )
        for entry in index.store.documents()
    ]
    return DocumentsJson(documents=entries, collection=collection_wire(index))


@router.get(
    "/documents/{document_id}",
    summary="One page",
    description="A page whole: its text, sections and quotes. All offsets point into `text` and "
    "count Unicode code points.",
    operation_id="document",
    responses=problems.problems(
        problems.NOT_FOUND,
        problems.REQUEST,
        problems.VERBATIM,
        problems.INDEX,
        noun="document",
    ),
)
def document(
    document_id: Annotated[
        str,
        Path(
            description="Id of the document.", examples=[DOCUMENT_ID], min_length=1, max_length=64
        ),
    ],
    index: Opened,
) -> DocumentJson:
    """One page."""
    store = index.store
    return document_wire(
        store.document(document_id), store.quotes(document_id=document_id), collection_wire(index)
    )
