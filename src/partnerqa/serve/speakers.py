"""`GET /api/v1/speakers` and `/speakers/{id}`: the people who are heard."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from partnerqa.serve import problem as problems
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.schema import SPEAKER_ID, CollectionJson, QuoteJson, SpeakerJson, Wire
from partnerqa.serve.service import API, Opened, collection_wire
from partnerqa.serve.wire import quote_wire, speaker_wire

router = APIRouter(prefix=API, tags=["speakers"], dependencies=PLAIN)


class SpeakersJson(Wire):
    """Everybody who is named in the collection."""

    speakers: list[SpeakerJson] = Field(description="The people.")
    collection: CollectionJson = Field(description="Where they speak.")


class SpeakerAnswerJson(Wire):
    """One person and all their words."""

    speaker: SpeakerJson = Field(description="The person.")
    quotes: list[QuoteJson] = Field(description="Their quotes, in reading order.")
    collection: CollectionJson = Field(description="Where they speak.")


@router.get(
    "/speakers",
    summary="All speakers",
    description="Everybody who is named in the collection. One first name in two modules is two "
    "people.",
    operation_id="speakers",
    responses=problems.problems(problems.REQUEST, problems.INDEX),
)
def speakers(index: Opened) -> SpeakersJson:
    """Everybody who is named."""
    people = [speaker_wire(entry.speaker, entry.quotes) for entry in index.store.speakers()]
    return SpeakersJson(speakers=people, collection=collection_wire(index))


@router.get(
    "/speakers/{speaker_id}",
    summary="One speaker",
    description="A person and all their quotes.",
    operation_id="speaker",
    responses=problems.problems(
        problems.NOT_FOUND,
        problems.REQUEST,
        problems.VERBATIM,
        problems.INDEX,
        noun="speaker",
    ),
)
def speaker(
    speaker_id: Annotated[
        str,
        Path(
            description="Id of the speaker.",
            examples=[SPEAKER_ID],
            min_length=1,
            max_length=200,
        ),
    ],
    index: Opened,
) -> SpeakerAnswerJson:
    """One person and their words."""
    store = index.store
    record = store.speaker(speaker_id)
    quotes = [
        quote_wire(quote, store.document(quote.document_id))
        for quote in store.quotes(speaker_id=speaker_id)
    ]
    return SpeakerAnswerJson(
        speaker=speaker_wire(record, len(quotes)),
        quotes=quotes,
        collection=collection_wire(index),
    )
