"""What every door shares: the open index and the settings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from partnerqa.errors import MissingIndexError
from partnerqa.index.opened import Index
from partnerqa.serve.metrics import Metrics
from partnerqa.serve.schema import CollectionJson
from partnerqa.serve.shelf import Shelf

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the operator chose: see the settings of the same names."""

    limit: int
    log_questions: bool
    public_url: str


async def opened_index(request: Request) -> AsyncIterator[Index]:
    """The index in force, open until the reply is sent; MissingIndexError if none is served."""
    shelf = shelf_of(request)
    if shelf is None:
        raise MissingIndexError("no index is open; run `partnerqa index`, then start again")
    if shelf.is_outdated():
        await run_in_threadpool(shelf.renew)
    with shelf.borrowed() as index:
        yield index


def shelf_of(request: Request) -> Shelf | None:
    """What holds the open index; None before the service has started and after it has ended."""
    return cast(Shelf | None, getattr(request.app.state, "shelf", None))


Opened = Annotated[Index, Depends(opened_index)]


def choices_of(request: Request) -> Choices:
    """What the operator chose."""
    return cast(Choices, request.app.state.choices)


def metrics_of(request: Request) -> Metrics:
    """The service's own counters."""
    return cast(Metrics, request.app.state.metrics)


def collection_wire(index: Index) -> CollectionJson:
    """Name and notice of the collection; they stand in every answer."""
    return CollectionJson(name=index.manifest.collection, notice=index.manifest.notice)
