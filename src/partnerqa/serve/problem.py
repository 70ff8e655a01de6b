"""Every error of the service as RFC 9457 problem details: one table, one shape.

An asker's browser gets the same problem as a page, a program as `application/problem+json`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import Field
from starlette.exceptions import HTTPException

from partnerqa.errors import (
    CallError,
    EncoderError,
    FilterError,
    HistoryError,
    NotFoundError,
    PartnerqaError,
    QuestionError,
    SealedIndexError,
    VerbatimError,
)
from partnerqa.serve.complaint import complaint, where
from partnerqa.serve.head import with_head
from partnerqa.serve.schema import Wire
from partnerqa.serve.security import HEADERS

MEDIA_TYPE = "application/problem+json"
LOG = logging.getLogger("partnerqa.serve")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its name in `type`, its status, and what it is in a few words."""

    name: str
    status: int
    title: str


QUESTION = Kind("question", 422, "The question cannot be searched")
FILTER = Kind("filter", 422, "A filter names something that the collection does not hold")
HISTORY = Kind("history", 422, "The turns do not form a conversation")
REQUEST = Kind("request", 422, "The request is not as described in the OpenAPI document")
CALL = Kind("call", 400, "The request cannot be done as asked")
JSON_TEXT = Kind("json", 400, "The body is not JSON")
NOT_FOUND = Kind("not-found", 404, "There is nothing here")
METHOD = Kind("method", 405, "This address does not take that method")
TOO_LARGE = Kind("too-large", 413, "The request is too large")
MEDIA = Kind("media-type", 415, "The body has the wrong media type")
INDEX = Kind("index", 503, "The index cannot be used")
ENCODER = Kind("encoder", 500, "The question cannot be encoded")
VERBATIM = Kind("verbatim", 500, "The stored words differ from their page, so they are not served")
INTERNAL = Kind("internal", 500, "Something went wrong here")

TABLE: dict[type[PartnerqaError], Kind] = {
    QuestionError: QUESTION,
    FilterError: FILTER,
    HistoryError: HISTORY,
    NotFoundError: NOT_FOUND,
    CallError: CALL,
    SealedIndexError: INDEX,
    EncoderError: ENCODER,
    VerbatimError: VERBATIM,
    PartnerqaError: INTERNAL,
}
BY_STATUS = {kind.status: kind for kind in (CALL, NOT_FOUND, METHOD, TOO_LARGE, MEDIA, INDEX)}
KINDS = (*TABLE.values(), REQUEST, JSON_TEXT, METHOD, TOO_LARGE, MEDIA)


class FieldProblem(Wire):
    """What is wrong with one field or parameter."""

    where: str = Field(description="Name or path of the field.", examples=["filters.roles[0]"])
    message: str = Field(description="What is wrong with it, and what was expected.")


class Problem(Wire):
    """An error as RFC 9457 problem details."""

    type: str = Field(
        description="Address of the kind of problem; tells problems apart.",
        examples=["/problems#question"],
    )
    title: str = Field(description="The kind in a few words.", examples=[QUESTION.title])
    status: int = Field(ge=400, le=599, description="The HTTP status.", examples=[422])
    detail: str = Field(
        description="The value, what was expected, and what to do next.",
        examples=["the question is empty; type what you would like to know"],
    )
    errors: list[FieldProblem] = Field(
        default_factory=list, description="One entry for each field that cannot be used."
    )


def problem(kind: Kind, detail: str, errors: list[FieldProblem] | None = None) -> Problem:
    """A problem of `kind` that happened."""
    return Problem(
        type=f"/problems#{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=detail,
        errors=errors or [],
    )


def kind_of(error: PartnerqaError) -> Kind:
    """The kind of the nearest class of `error` that the table holds."""
    return next(TABLE[base] for base in type(error).__mro__ if base in TABLE)


def problem_of(error: PartnerqaError, errors: list[FieldProblem] | None = None) -> Problem:
    """What to tell about `error`; what is no fault of the caller is written to the log."""
    kind = kind_of(error)
    if kind.status >= 500:
        LOG.error("%s: %s", type(error).__name__, error)
    return problem(kind, str(error), errors)


def json_response(told: Problem, headers: dict[str, str] | None = None) -> Response:
    """The problem for a program."""
    return JSONResponse(
        told.model_dump(mode="json"), told.status, headers=headers, media_type=MEDIA_TYPE
    )


def wants_page(request: Request) -> bool:
    """Whether the caller is a person's browser at one of the pages."""
    page = not request.url.path.startswith("/api/")
    return page and "text/html" in request.headers.get("accept", "")


def respond(request: Request, told: Problem, headers: dict[str, str] | None = None) -> Response:
    """The problem as a page or as JSON, whichever the caller reads."""
    if wants_page(request):
        page: Response = request.app.state.pages.problem(request, told, headers)
        return page
    return json_response(told, headers)


def _partnerqa_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, PartnerqaError)
    return respond(request, problem_of(error, _fields(request, error)))


def _fields(request: Request, error: PartnerqaError) -> list[FieldProblem]:
    """The field of a filter that cannot be used, as the door that was called names it."""
    if not isinstance(error, FilterError) or not error.kind:
        return []
    named = f"filters.{error.kind}s" if request.method == "POST" else error.kind
    return [FieldProblem(where=named, message=str(error))]


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = BY_STATUS.get(error.status_code) or Kind(
        "http", error.status_code, HTTPStatus(error.status_code).phrase
    )
    if error.status_code == 400:  # only the framework says so, of a body that it could not read
        return respond(request, _unread(request, _reason(error.__cause__)))
    headers = dict(error.headers or {})
    if "Allow" in headers:
        headers["Allow"] = with_head(headers["Allow"])
    return respond(request, problem(kind, _http_detail(request, error, headers)), headers)


def _http_detail(request: Request, error: HTTPException, headers: dict[str, str]) -> str:
    path = request.url.path
    if error.status_code == 404:
        return f'there is nothing at "{path}"; see /api/v1/openapi.json, or begin at /'
    if error.status_code == 405:
        return f'"{path}" does not take {request.method}; use {headers.get("Allow", "GET")}'
    return str(error.detail)


def _request_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = list(error.errors())
    if any(one["type"] == "json_invalid" and one["loc"][0] == "body" for one in found):
        reason = found[0].get("ctx", {}).get("error", "it cannot be read")
        return respond(request, _unread(request, f"{reason}; send JSON"))
    if _wrong_media(request, found):
        given = request.headers.get("content-type", "none")[:80]
        told = f'the body has the media type "{given}"; send Content-Type: application/json'
        return respond(request, problem(MEDIA, told))
    return respond(request, request_problem(found))


def request_problem(found: Sequence[Any], beginning: str | None = None) -> Problem:
    """The problem of fields that cannot be used; `beginning` is put before where they stand."""
    before = (beginning,) if beginning else ()
    fields = [
        FieldProblem(where=where((*before, *one["loc"])), message=complaint(one)) for one in found
    ]
    detail = "; ".join(f"{one.where}: {one.message}" for one in fields[:5])
    return problem(REQUEST, detail, fields)


def _wrong_media(request: Request, found: list[Any]) -> bool:
    whole_body = any(tuple(one["loc"]) == ("body",) for one in found)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    kind, _, name = media.partition("/")
    is_json = kind == "application" and (name == "json" or name.endswith("+json"))
    return whole_body and not is_json


def _unread(request: Request, reason: str) -> Problem:
    """The problem of a body that is no JSON; a compressed one is never taken apart here."""
    encoding = request.headers.get("content-encoding", "identity")
    if encoding.lower() != "identity":
        told = f'the body has the content encoding "{encoding[:80]}"; send it uncompressed'
        return problem(MEDIA, told)
    return problem(JSON_TEXT, f"the body is not JSON: {reason}")


def _reason(error: BaseException | None) -> str:
    """Why a body could not be read as JSON, and what to send."""
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 at byte {error.start}; send JSON in UTF-8"
    if isinstance(error, RecursionError):
        return "it is nested too deeply; send what /api/v1/openapi.json describes"
    if isinstance(error, ValueError):
        return "it holds a number of too many digits; send a shorter one"
    return "it cannot be read; send JSON in UTF-8"


def _unexpected(request: Request, error: Exception) -> Response:
    """The last resort. It answers outside of every middleware, so it brings the headers itself."""
    del error  # the server logs it with its traceback
    detail = "this is a fault of the service, not of your question; try again, then tell its keeper"
    response = respond(request, problem(INTERNAL, detail))
    response.headers.update(HEADERS)
    return response


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem."""
    app.add_exception_handler(PartnerqaError, _partnerqa_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _request_error)
    app.add_exception_handler(Exception, _unexpected)


def problems(*kinds: Kind, noun: str = "") -> dict[int | str, dict[str, Any]]:
    """The error responses of an operation on a `noun`, for the OpenAPI document."""
    told: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        entry = told.setdefault(kind.status, _response(kind.title))
        examples = entry["content"][MEDIA_TYPE]["examples"]
        example = problem(kind, EXAMPLES.get(kind.name, kind.title).format(noun=noun))
        examples[kind.name] = {"summary": kind.title, "value": example.model_dump(mode="json")}
        entry["description"] = "; ".join(each["summary"] for each in examples.values()) + "."
    return told


def _response(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema, "examples": {}}}}


EXAMPLES = {
    QUESTION.name: "the question is empty; type what you would like to know",
    FILTER.name: "this collection has no speaker 'Nkeshi'; did you mean 'Nkechi'?",
    HISTORY.name: "turn 1 of the history is an assistant turn that follows no question; "
    "start a new conversation",
    REQUEST.name: 'colour: "colour" is not known here; leave it out or check its spelling',
    JSON_TEXT.name: "the body is not JSON: Expecting value; send JSON",
    NOT_FOUND.name: "there is no {noun} 'zzzzzzzzzzzz' in this collection; list what it holds, or "
    "search for it",
    TOO_LARGE.name: "the request is larger than 262144 bytes; send a shorter history",
    MEDIA.name: 'the body has the media type "text/plain"; send Content-Type: application/json',
    INDEX.name: "no index is open; run `partnerqa index`, then start again",
}
