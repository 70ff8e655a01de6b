"""`GET /api/v1/search`: ranked quotes, narrative, or both."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from partnerqa.index.opened import Index
from partnerqa.records import Filters, Kind, Role
from partnerqa.search.query import MAX_QUESTION
from partnerqa.search.search import search
from partnerqa.search.slip import mended
from partnerqa.serve import problem as problems
from partnerqa.serve.parameters import Whole, once
from partnerqa.serve.schema import AnyHitJson, CollectionJson, FiltersJson, Named, Wire
from partnerqa.serve.service import API, Opened, collection_wire
from partnerqa.serve.wire import filters_wire, hit_wire

LIMIT = 10
MOST_HITS = 100

router = APIRouter(prefix=API, tags=["search"])


def _people() -> list[Kind]:
    return ["quote"]


class SearchQuery(Wire):
    """What to search for."""

    q: str = Field(
        description="Words to search for, 1 to 2,000 characters with a word among them; "
        'a phrase in "quotation marks" must stand in the words of a result, not only in its '
        "heading or lead-in.",
        examples=["feeling listened to"],
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION},
    )
    speaker: list[Named] = Field(
        default_factory=list,
        max_length=50,
        description="Only these people (names or ids); may be repeated.",
        examples=[["Nkechi"]],
    )
    role: list[Role] = Field(
        default_factory=list,
        max_length=4,
        description="Only people in these roles; may be repeated.",
        examples=[["patient"]],
    )
    topic: list[Named] = Field(
        default_factory=list,
        max_length=50,
        description="Only these pages, sections or codes: document ids, titles, paths, folders, "
        "headings, or codes of the researchers; may be repeated.",
        examples=[["Getting started"]],
    )
    language: list[Named] = Field(
        default_factory=list,
        max_length=50,
        description="Only pages in these languages (ISO 639-1); may be repeated.",
        examples=[["en"]],
    )
    kind: list[Kind] = Field(
        default_factory=_people,
        min_length=1,
        max_length=2,
        description="`quote` for people's own words, `narrative` for what the researchers wrote; "
        "may be repeated.",
        examples=[["quote"]],
    )
    limit: Whole = Field(
        LIMIT, ge=1, le=MOST_HITS, description="Most results to give, 1 to 100.", examples=[10]
    )


class SearchJson(Wire):
    """What was found, best first."""

    query: str = Field(description="The query as it came.", examples=["feeling listned to"])
    understood_as: str = Field(
        description="What was searched: the query with slips of the finger mended, but for what "
        "stands in quotation marks.",
        examples=["feeling listened to"],
    )
    filters: FiltersJson = Field(description="The filters in force.")
    results: list[AnyHitJson] = Field(description="Quotes and narrative, best first.")
    collection: CollectionJson = Field(description="Where the words come from.")


@router.get(
    "/search",
    summary="Search",
    description="Ranks people's own words (or the researchers' narrative) by words and meaning. "
    "The same words on two pages are one result with both sources.",
    operation_id="search",
    dependencies=[Depends(once("q", "limit"))],
    responses=problems.problems(
        problems.QUESTION, problems.FILTER, problems.REQUEST, problems.VERBATIM, problems.INDEX
    ),
)
def search_door(query: Annotated[SearchQuery, Query()], index: Opened) -> SearchJson:
    """Ranked hits."""
    return found(index, query)


def found(index: Index, query: SearchQuery) -> SearchJson:
    """The hits of a query, each compared with its page."""
    filters = Filters(
        tuple(query.speaker), tuple(query.role), tuple(query.topic), tuple(query.language)
    )
    meant = mended(index.spelling, query.q)
    hits = search(index, meant, filters=filters, kinds=tuple(query.kind), limit=query.limit)
    return SearchJson(
        query=query.q,
        understood_as=meant,
        filters=filters_wire(filters),
        results=[hit_wire(hit, index.store.document) for hit in hits],
        collection=collection_wire(index),
    )
