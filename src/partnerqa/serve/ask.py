"""`POST /api/v1/ask`: one question of a conversation, answered with people's own words."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Header, Request, Response
from fastapi.openapi.models import Example
from fastapi.sse import EventSourceResponse, format_sse_event
from pydantic import BaseModel, Field

from partnerqa.conversation.answer import answer
from partnerqa.conversation.turn import MOST_CHARACTERS, MOST_TURNS, Turn
from partnerqa.conversation.turn import MOST_QUOTES as MOST_SHOWN
from partnerqa.errors import PartnerqaError
from partnerqa.index.language import language_of
from partnerqa.index.opened import Index
from partnerqa.records import Answer
from partnerqa.search.query import MAX_QUESTION
from partnerqa.serve import problem as problems
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.schema import (
    QUOTE_ID,
    AnswerJson,
    CollectionJson,
    FiltersJson,
    HitJson,
    NarrativeJson,
    Wire,
)
from partnerqa.serve.service import (
    API,
    Opened,
    choices_of,
    collection_wire,
    metrics_of,
)
from partnerqa.serve.wire import answer_wire, filters_record, filters_wire, hit_wire, narrative_wire

QUESTIONS = logging.getLogger("partnerqa.questions")
MOST_QUOTES = 50
EVENTS = "text/event-stream"

router = APIRouter(prefix=API, tags=["ask"], dependencies=PLAIN)


FILTERS_TOLD = (
    "What to narrow the search to. In a conversation, send back the `filters` of the last answer. "
    "What the message itself states (“researchers only: …”) takes the place of a sent filter of "
    "the same kind. A sent filter that an earlier message of `history` had brought in goes when "
    "the subject changes; any other holds until a message takes it off (“everyone again”)."
)


class TurnJson(Wire):
    """What one side said."""

    role: Literal["user", "assistant"] = Field(
        description="`user` asked it; `assistant` is an earlier answer.", examples=["assistant"]
    )
    content: str = Field(
        description="The question as typed, which is not empty, or the answer's `message`. "
        "At most 10,000 characters.",
        examples=["1 person: 1 patient. These are their own words."],
        json_schema_extra={"maxLength": MOST_CHARACTERS},
    )
    quotes: list[str] = Field(
        default_factory=list,
        description="Ids of the quotes that an assistant turn showed, at most 50. "
        "A user turn has none.",
        examples=[[QUOTE_ID]],
        json_schema_extra={"maxItems": MOST_SHOWN},
    )


class AskRequest(Wire):
    """A question, with the conversation that led to it."""

    question: str = Field(
        description="What is asked, as typed. 1 to 2,000 characters with a word among them.",
        examples=["What did people say about first meetings?"],
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION},
    )
    history: list[TurnJson] = Field(
        default_factory=list,
        description="The turns so far, oldest first, at most 400. An assistant turn follows a "
        "user turn. The service itself keeps none.",
        json_schema_extra={"maxItems": MOST_TURNS},
    )
    filters: FiltersJson = Field(default_factory=FiltersJson, description=FILTERS_TOLD)
    limit: int | None = Field(
        default=None,
        ge=1,
        le=MOST_QUOTES,
        strict=True,  # true and "5" are no numbers
        description="Most quotes to give, 1 to 50; the service's setting `limit` if left out.",
        examples=[5],
    )


class UnderstoodJson(Wire):
    """The first event: what was searched and what was found, before the quotes."""

    status: Literal["answered", "related", "not_covered"] = Field(description="As in an answer.")
    understood_as: str = Field(description="The stand-alone question that was searched.")
    filters: FiltersJson = Field(description="The filters in force.")
    message: str = Field(description="One of the service's own fixed texts.")
    language: str = Field(description="Language of `message` (ISO 639-1).")
    collection: CollectionJson = Field(description="Where the words come from.")


class FollowUpsJson(Wire):
    """Questions that this collection can answer next."""

    follow_ups: list[str] = Field(description="The questions.")


class DoneJson(Wire):
    """The last event: how many quotes were sent."""

    quotes: int = Field(ge=0, description="Number of quote events before this one.")


EVENT_MODELS: dict[str, type[BaseModel]] = {
    "understood_as": UnderstoodJson,
    "quote": HitJson,
    "narrative": NarrativeJson,
    "follow_ups": FollowUpsJson,
    "done": DoneJson,
}
EXAMPLES: dict[str, Example] = {
    "first": {
        "summary": "A first question",
        "value": {"question": "What did people say about first meetings?", "limit": 5},
    },
    "next": {
        "summary": "A question that leans on the one before",
        "value": {
            "question": "And what did caregivers say?",
            "history": [
                {"role": "user", "content": "What did people say about first meetings?"},
                {
                    "role": "assistant",
                    "content": "1 person: 1 patient. These are their own words.",
                    "quotes": [QUOTE_ID],
                },
            ],
        },
    },
}
STREAM_EXAMPLE = (
    'event: understood_as\ndata: {"status": "answered", …}\n\n'
    f'event: quote\ndata: {{"kind": "quote", "id": "{QUOTE_ID}", …}}\n\n'
    'event: narrative\ndata: {"kind": "narrative", …}\n\n'
    'event: follow_ups\ndata: {"follow_ups": [ … ]}\n\n'
    'event: done\ndata: {"quotes": 1}\n\n'
)
RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "An answer in one of its three states; or, asked for with "
        "`Accept: text/event-stream`, the same answer as events, each with JSON of one schema: "
        "`understood_as` (UnderstoodJson), a `quote` (HitJson) for each quote, a `narrative` "
        "(NarrativeJson) for each stretch of narrative, `follow_ups` (FollowUpsJson), `done` "
        "(DoneJson). A fault after the first event is a last event, `problem` (Problem).",
        "content": {
            EVENTS: {"schema": {"type": "string"}, "example": STREAM_EXAMPLE},
        },
    },
    **problems.problems(
        problems.JSON_TEXT,
        problems.TOO_LARGE,
        problems.MEDIA,
        problems.QUESTION,
        problems.FILTER,
        problems.HISTORY,
        problems.REQUEST,
        problems.VERBATIM,
        problems.INDEX,
    ),
}


@router.post(
    "/ask",
    summary="Ask a question",
    description="Finds the words in which people answer the question. Nothing is generated: every "
    "quote is cut out of its stored page and compared before it is sent. Neither the question "
    "nor the history is kept. A message that asks nothing, such as thanks or a greeting, gets "
    "`not_covered`, no quotes, and a reply in `message`.",
    operation_id="ask",
    response_model=AnswerJson,
    responses=RESPONSES,
)
def ask(
    request: Request,
    question: Annotated[AskRequest, Body(openapi_examples=EXAMPLES)],
    index: Opened,
    accept: Annotated[
        str,
        Header(
            description="`application/json` (default) or `text/event-stream`.",
            examples=["application/json", EVENTS],
        ),
    ] = "application/json",
) -> Response:
    """Answer a question, whole or as events."""
    found = answered(request, index, question)
    if prefers_events(accept):
        return EventSourceResponse(events(index, found))
    told = told_answer(index, found)
    return Response(told.model_dump_json(), media_type="application/json")


def answered(request: Request, index: Index, question: AskRequest) -> Answer:
    """The answer as a record. The question is logged only if the operator says so."""
    choices = choices_of(request)
    if choices.log_questions:
        QUESTIONS.info("%s", question.question)
    found = answer(
        index,
        question.question,
        history=turns(question.history),
        filters=filters_record(question.filters),
        limit=question.limit or choices.limit,
    )
    metrics_of(request).answers.labels(found.status).inc()
    return found


def told_answer(index: Index, found: Answer) -> AnswerJson:
    """The answer as JSON, every quote compared with its page."""
    return answer_wire(
        found, collection_wire(index), index.store.document, language_told(index, found)
    )


def language_told(index: Index, found: Answer) -> str:
    """The language that our own message is written in."""
    return language_of(found.message, index.manifest.language)


def turns(history: Sequence[TurnJson]) -> tuple[Turn, ...]:
    """The history as records."""
    return tuple(Turn(turn.role, turn.content, tuple(turn.quotes)) for turn in history)


def prefers_events(accept: str) -> bool:
    """Whether `text/event-stream` is named, and wanted at least as much as JSON."""
    wanted = dict(_preference(part) for part in accept.split(","))
    return wanted.get(EVENTS, 0.0) > 0 and wanted[EVENTS] >= wanted.get("application/json", 0.0)


def _preference(part: str) -> tuple[str, float]:
    """`text/html;q=0.8` is `("text/html", 0.8)`."""
    name, _, rest = part.partition(";")
    for parameter in rest.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return name.strip().lower(), float(value)
            except ValueError:
                return name.strip().lower(), 0.0
    return name.strip().lower(), 1.0


def events(index: Index, found: Answer) -> Iterator[bytes]:
    """The answer as server-sent events; each quote is compared just before it is sent."""
    try:
        yield from _events(index, found)
    except PartnerqaError as error:
        yield _event("problem", problems.problem_of(error))


def _events(index: Index, found: Answer) -> Iterator[bytes]:
    yield _event(
        "understood_as",
        UnderstoodJson(
            status=found.status,
            understood_as=found.understood_as,
            filters=filters_wire(found.filters),
            message=found.message,
            language=language_told(index, found),
            collection=collection_wire(index),
        ),
    )
    for hit in found.hits:
        yield _event("quote", hit_wire(hit, index.store.document))
    for hit in found.narrative:
        yield _event("narrative", narrative_wire(hit))
    yield _event("follow_ups", FollowUpsJson(follow_ups=list(found.follow_ups)))
    yield _event("done", DoneJson(quotes=len(found.hits)))


def _event(name: str, data: Wire) -> bytes:
    return format_sse_event(event=name, data_str=data.model_dump_json())
