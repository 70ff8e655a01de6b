"""The application: one open index, every door, one shape of error."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.requests import Request
from starlette.types import ASGIApp, Scope

import partnerqa
from partnerqa.index.opened import Index
from partnerqa.serve import (
    ask,
    codes,
    description,
    documents,
    head,
    health,
    metrics,
    pages,
    problem,
    quotes,
    search,
    security,
    speakers,
)
from partnerqa.serve.folder import web_folder
from partnerqa.serve.service import Choices
from partnerqa.serve.shelf import Shelf
from partnerqa.settings import Settings

DESCRIPTION = """\
Ask a collection of health-experience pages and get people's own words: verbatim, each with its
speaker and its place. **Nothing is generated and nothing you ask is kept.**

Offsets are half-open (`[start, end)`) and count Unicode code points. Scores, confidences and shares
are numbers from 0 to 1. Errors are problem details (RFC 9457, `application/problem+json`). Unknown
parameters and fields are refused by name. A body may hold at most 256 KiB.
"""
TAGS = [
    {"name": "ask", "description": "Questions, one turn after another."},
    {"name": "search", "description": "Ranked quotes and narrative."},
    {"name": "quotes", "description": "Single quotes by permalink."},
    {"name": "documents", "description": "The pages that the words stand in."},
    {"name": "speakers", "description": "The people who are heard."},
    {"name": "codes", "description": "What the researchers say that quotes are about."},
    {"name": "operation", "description": "Health, readiness and counts."},
]
DOORS = (ask, search, quotes, documents, speakers, codes, description, health, metrics, pages)


def create_app(settings: Settings, *, index: Index | None = None) -> FastAPI:
    """The service over the index that `settings.index` names, opened when the service starts.

    An `index` that is given is served instead and left open at the end. When a build puts another
    index in force in the same folder, that one is served from the next request on.
    """
    app = FastAPI(
        title="partnerqa",
        version=partnerqa.__version__,
        summary="People's own words, verbatim, each with its speaker.",
        description=DESCRIPTION,
        openapi_tags=TAGS,
        openapi_url=None,  # `description` serves it; the framework's pages load foreign scripts
        redirect_slashes=False,  # an address with a slash too many leads nowhere, and says so
        lifespan=_lifespan(settings, index),
    )
    app.state.choices = Choices(settings.limit, settings.log_questions, settings.public_url)
    app.state.metrics = metrics.Metrics()
    app.state.pages = pages.Pages()
    for door in DOORS:
        app.include_router(door.router)
    app.mount("/static", StaticFiles(directory=web_folder() / "static"), name="static")
    problem.install(app)
    _add_middleware(app)
    app.openapi = description.described(app)  # type: ignore[method-assign]  # FastAPI's own way
    return app


def _lifespan(settings: Settings, given: Index | None) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if not settings.log_questions:
            logging.getLogger("uvicorn.access").addFilter(without_query)
        shelf = app.state.shelf = _shelf(settings, given, app.state.metrics)
        try:
            yield
        finally:
            app.state.shelf = None
            shelf.close()

    return lifespan


def _shelf(settings: Settings, given: Index | None, counters: metrics.Metrics) -> Shelf:
    """The index to serve, and how to open the one that comes after it."""
    index = given or Index.open(settings.index, threads=settings.threads)
    counters.describe(index.manifest.counts)
    directory = index.directory.parent
    model, reranker = settings.chosen("model"), settings.chosen("reranker")

    def reopen() -> Index:
        newer = Index.open(directory, model=model, reranker=reranker, threads=settings.threads)
        counters.describe(newer.manifest.counts)
        return newer

    return Shelf(index, reopen, ours=given is None)


def without_query(record: logging.LogRecord) -> bool:
    """Cut the query string, which may hold a question, out of a line of uvicorn's access log."""
    if isinstance(record.args, tuple) and len(record.args) == 5:
        client, method, path, version, status = record.args
        record.args = (client, method, str(path).partition("?")[0], version, status)
    return True


def _add_middleware(app: FastAPI) -> None:
    """The last one that is added is the first to see a request."""
    app.add_middleware(head.HeadAsGet)
    app.add_middleware(security.BodyLimit, refuse=_too_large)
    app.add_middleware(security.SecurityHeaders)
    routes = [route for door in DOORS for route in door.router.routes]
    app.add_middleware(metrics.Measured, metrics=app.state.metrics, routes=routes)


def _too_large(scope: Scope, most: int) -> ASGIApp:
    detail = f"the request is larger than {most} bytes; send a shorter history"
    return problem.respond(Request(scope), problem.problem(problem.TOO_LARGE, detail))
