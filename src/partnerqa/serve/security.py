"""What every response carries so that a browser keeps the page to itself, and a size limit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES: Final = 256 * 1024  # of a request's body

# No script, style, font, picture or connection from another host, nothing inline, and no text
# that could become HTML: with trusted types a browser refuses innerHTML altogether.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# Nothing that was asked, and nobody's words, may stay behind in a cache.
UNKEPT = "no-store"
# Our own styles and scripts, and the empty chat: kept, and checked before each use. Of a
# page with no-store, some browsers forget the conversation too as soon as somebody follows a link.
CHECKED = "no-cache"


class SecurityHeaders:
    """ASGI middleware that adds HEADERS to every response and says what may be cached."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        caching = CHECKED if _is_ours_alone(scope) else UNKEPT

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Cache-Control"] = caching
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _is_ours_alone(scope: Scope) -> bool:
    """Whether the reply holds neither what was asked nor anybody's words."""
    empty_chat = scope["path"] == "/" and not scope["query_string"]
    return scope["path"].startswith("/static/") or (empty_chat and scope["method"] == "GET")


class BodyLimit:
    """ASGI middleware that refuses bodies above `most` bytes before anything reads them."""

    def __init__(
        self, app: ASGIApp, refuse: Callable[[Scope, int], ASGIApp], most: int = MOST_BYTES
    ) -> None:
        self.app = app
        self.refuse = refuse
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        body = None if self._announced(scope) > self.most else await self._read(receive)
        if body is None:
            await self.refuse(scope, self.most)(scope, receive, send)
            return
        await self.app(scope, _again(body, receive), send)

    def _announced(self, scope: Scope) -> int:
        length = dict(scope["headers"]).get(b"content-length", b"0")
        return int(length) if length.isdigit() else 0

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body, or None as soon as it is too large."""
        body = b""
        while True:
            message = await receive()
            part: bytes = message.get("body", b"")
            body += part
            if len(body) > self.most:
                return None
            if not message.get("more_body", False):
                return body


def _again(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """A `receive` that gives the body that was read, then whatever comes after it."""
    given = False

    async def receive_again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again
