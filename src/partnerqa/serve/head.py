"""`HEAD` wherever `GET` works: the same headers, and no body."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class HeadAsGet:
    """ASGI middleware that lets every door answer HEAD as GET; the server sends no body then."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            # A copy: the server reads its own scope to know that it must leave the body out.
            scope = {**scope, "method": "GET"}
        await self.app(scope, receive, send)


def with_head(allowed: str) -> str:
    """The value of an `Allow` header, with HEAD where it holds GET."""
    methods = [method.strip() for method in allowed.split(",")]
    return ", ".join([*methods, "HEAD"] if "GET" in methods else methods)
