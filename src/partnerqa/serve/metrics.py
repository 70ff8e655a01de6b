"""`GET /metrics`: counts and durations by route for Prometheus. Never a question's text."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import cast

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.problem import REQUEST, problems

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)  # seconds

router = APIRouter(tags=["operation"], dependencies=PLAIN)


class Metrics:
    """The counters of one service, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "partnerqa_requests",
            "Requests that were answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "partnerqa_request_seconds",
            "Time from request to end of response, in seconds.",
            ("method", "route"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.answers = Counter(
            "partnerqa_answers",
            "Answers by state: answered, related or not_covered.",
            ("status",),
            registry=self.registry,
        )
        self.index = Gauge(
            "partnerqa_index", "What the open index holds.", ("what",), registry=self.registry
        )

    def describe(self, counts: Mapping[str, int]) -> None:
        """Take over the counts of an index that was opened."""
        for what, count in counts.items():
            self.index.labels(what).set(count)

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        method = method if method in METHODS else "other"
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(method, route).observe(seconds)


def route_of(path: str, routes: Sequence[BaseRoute]) -> str:
    """The pattern of the route that `path` leads to, so that no id and no question is a label.

    It is told from the path alone: a request may be refused before it is routed.
    """
    if path.startswith("/static/"):
        return "/static"
    known = (route for route in routes if isinstance(route, Route))
    return next((one.path for one in known if one.path_regex.match(path)), "unmatched")


class Measured:
    """ASGI middleware that counts and times every request."""

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self.metrics = metrics
        self.routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500  # what the server answers if nothing was sent
        begin = time.perf_counter()

        async def send_and_note(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            seconds = time.perf_counter() - begin
            route = route_of(scope["path"], self.routes)
            self.metrics.observe(scope["method"], route, status, seconds)


@router.get(
    "/metrics",
    summary="Counts and durations",
    description="Counts and durations by route, in the Prometheus text format. "
    "Holds no question and nobody's words.",
    operation_id="metrics",
    response_class=Response,
    responses={
        200: {
            "description": "The Prometheus text format; durations in seconds.",
            "content": {
                "text/plain": {
                    "schema": {"type": "string"},
                    "example": 'partnerqa_answers_total{status="answered"} 3.0\n',
                }
            },
        },
        **problems(REQUEST),
    },
)
def metrics(request: Request) -> Response:
    """All counters of this service."""
    counted = cast(Metrics, request.app.state.metrics)
    return Response(generate_latest(counted.registry), media_type=CONTENT_TYPE_LATEST)
