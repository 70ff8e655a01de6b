"""`GET /healthz` and `GET /readyz`: is the process alive, can it answer."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.problem import INDEX, REQUEST, problems
from partnerqa.serve.schema import CollectionJson, Wire
from partnerqa.serve.service import Opened, collection_wire

router = APIRouter(tags=["operation"], dependencies=PLAIN)


class HealthJson(Wire):
    """The process is alive."""

    status: Literal["alive"] = Field(default="alive", description="Always `alive`.")


class ReadyJson(Wire):
    """The service can answer, and from what."""

    status: Literal["ready"] = Field(default="ready", description="Always `ready`.")
    collection: CollectionJson = Field(description="What is served.")
    created: str = Field(
        description="When the index was built (UTC, ISO 8601).", examples=["2025-06-01T09:00:00Z"]
    )
    model: str = Field(description="The encoder.", examples=["all-MiniLM-L6-v2"])
    counts: dict[str, int] = Field(
        description="What the index holds.", examples=[{"documents": 12, "quotes": 120}]
    )


@router.get(
    "/healthz",
    summary="Is it alive?",
    description="Answers as long as the process runs, whatever the index.",
    operation_id="health",
    responses=problems(REQUEST),
)
async def health() -> HealthJson:
    """The process is alive."""
    return HealthJson()


@router.get(
    "/readyz",
    summary="Can it answer?",
    description="200 once the index is open, 503 otherwise.",
    operation_id="ready",
    responses=problems(REQUEST, INDEX),
)
async def ready(index: Opened) -> ReadyJson:
    """The index is open."""
    manifest = index.manifest
    return ReadyJson(
        collection=collection_wire(index),
        created=manifest.created,
        model=manifest.model,
        counts=dict(manifest.counts),
    )
