"""`partnerqa serve`: the chat page, the search page and the API."""

from __future__ import annotations

import argparse
import contextlib
import socket
from typing import TYPE_CHECKING

from partnerqa.cli import options
from partnerqa.cli.opening import open_index
from partnerqa.errors import PortError
from partnerqa.settings import Settings, read_settings

if TYPE_CHECKING:
    import uvicorn

    from partnerqa.index.opened import Index

HELP = "Serve the chat page, the search page and the API."
BACKLOG = 128


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--host", metavar="HOST", help="address to serve on (setting `host`)")
    parser.add_argument(
        "--port", metavar="PORT", help="port to serve on (setting `port`); 0 takes a free one"
    )
    options.add_index(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C; the index and the address are checked before anything starts."""
    settings = read_settings(
        {"index": arguments.index, "host": arguments.host, "port": arguments.port}
    )
    with open_index(settings) as index, bound(settings.host, settings.port) as listener:
        server = _server(settings, index, _address(settings.host, listener))
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            server.run(sockets=[listener])
        return 0 if server.started else 1


def bound(host: str, port: int) -> socket.socket:
    """A listening socket at the address; PortError if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise PortError(
            f"{host}:{port} cannot be served on ({error.strerror or error}); free it or choose "
            "another, for example `partnerqa serve --port 8001`."
        ) from error


def _address(host: str, listener: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}"


def _server(settings: Settings, index: Index, address: str) -> uvicorn.Server:
    import uvicorn

    from partnerqa.serve.app import create_app

    class Announcing(uvicorn.Server):
        """Says where it is once it really answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                print(f"Serving {address} (Ctrl-C ends)", flush=True)

    # The access log holds addresses with the question in them, so it stays off.
    return Announcing(
        uvicorn.Config(
            create_app(settings, index=index),
            log_level="warning",
            access_log=False,
            server_header=False,
        )
    )
