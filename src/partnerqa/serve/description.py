"""`GET /api/v1/openapi.json`: the service described, with all that errors and events hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from partnerqa.serve.ask import EVENT_MODELS
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.problem import Problem
from partnerqa.serve.service import API

REFERENCE = "#/components/schemas/{model}"

# A door like the others, so that it is counted and refuses unknown parameters as they do.
router = APIRouter(prefix=API, include_in_schema=False, dependencies=PLAIN)


@router.get("/openapi.json")
def description(request: Request) -> JSONResponse:
    """The OpenAPI document."""
    return JSONResponse(request.app.openapi())


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """The OpenAPI document with the schemas that only appear in errors and events."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                description=app.description,
                routes=app.routes,
                tags=app.openapi_tags,
            )
            _add_models(app.openapi_schema["components"]["schemas"])
        return app.openapi_schema

    return openapi


def _add_models(schemas: dict[str, Any]) -> None:
    models: list[type[BaseModel]] = [Problem, *EVENT_MODELS.values()]
    for model in models:
        schema = model.model_json_schema(ref_template=REFERENCE)
        schemas.update(schema.pop("$defs", {}))
        schemas[model.__name__] = schema
