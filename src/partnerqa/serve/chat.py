"""The chat page's form: a conversation that the browser carries, with or without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import Field, Json, TypeAdapter, ValidationError

from partnerqa.errors import NotFoundError
from partnerqa.index.opened import Index
from partnerqa.serve.ask import AskRequest, TurnJson
from partnerqa.serve.quotes import whole_quote
from partnerqa.serve.schema import AnswerJson, FiltersJson, HitJson, WholeQuoteJson, Wire

FILTER_FIELDS = {
    "speaker": "speakers",
    "role": "roles",
    "topic": "topics",
    "language": "languages",
}
LISTS = frozenset(FILTER_FIELDS)
TURNS = TypeAdapter(list[TurnJson])


class ChatForm(Wire):
    """What the form sends: the question or a button that was pressed, and the turns so far."""

    question: str = ""
    suggestion: str = ""
    history: Json[list[TurnJson]] = Field(default_factory=list)
    speaker: list[str] = Field(default_factory=list)
    role: list[str] = Field(default_factory=list)
    topic: list[str] = Field(default_factory=list)
    language: list[str] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, and what it was answered with: in full, or only the quotes of earlier ones."""

    question: str
    quotes: Sequence[WholeQuoteJson | HitJson]
    answer: AnswerJson | None = None


def read_form(fields: dict[str, list[str]]) -> ChatForm:
    """The form's fields. Raises RequestValidationError naming the field that cannot be used."""
    given: dict[str, Any] = {
        name: values if name in LISTS else values[-1] for name, values in fields.items()
    }
    try:
        return ChatForm(**given)
    except ValidationError as error:
        raise _as_request_error(error) from error


async def posted_form(request: Request) -> ChatForm:
    """The form of a POST."""
    body = (await request.body()).decode("utf-8", errors="replace")
    return read_form(parse_qs(body, keep_blank_values=True))


def _as_request_error(error: ValidationError) -> RequestValidationError:
    return RequestValidationError(
        [{**one, "loc": ("form", *one["loc"])} for one in error.errors(include_url=False)]
    )


def asked(form: ChatForm) -> AskRequest | None:
    """What the form asks, if it asks anything. A button that was pressed wins over the field."""
    question = form.suggestion or form.question
    if not question:
        return None
    return AskRequest(question=question, history=form.history, filters=filters(form), limit=None)


def filters(form: ChatForm) -> FiltersJson:
    """The filters that the form carries."""
    given = {field: getattr(form, name) for name, field in FILTER_FIELDS.items()}
    try:
        return FiltersJson(**given)
    except ValidationError as error:
        raise _as_request_error(error) from error


def exchanges(index: Index, history: Sequence[TurnJson]) -> list[Exchange]:
    """The turns so far as they are shown: quotes are fetched anew, what was said of them is not.

    A quote that is gone (a participant withdrew) is left out.
    """
    shown: list[Exchange] = []
    for turn in history:
        if turn.role == "user":
            shown.append(Exchange(turn.content, ()))
        elif shown:
            shown[-1] = Exchange(shown[-1].question, _quotes(index, turn.quotes))
    return shown


def _quotes(index: Index, ids: Sequence[str]) -> list[WholeQuoteJson]:
    quotes = []
    for quote_id in ids:
        try:
            quotes.append(whole_quote(index, index.store.quote(quote_id)))
        except NotFoundError:
            continue
    return quotes


def after(history: Sequence[TurnJson], question: str, answer: AnswerJson) -> str:
    """The turns to send with the next question, as JSON."""
    told = TurnJson(
        role="assistant", content=answer.message, quotes=[quote.id for quote in answer.quotes]
    )
    return dumped([*history, TurnJson(role="user", content=question), told])


def dumped(turns: Sequence[TurnJson]) -> str:
    """Turns as JSON, as the form carries them."""
    return TURNS.dump_json(list(turns)).decode()
