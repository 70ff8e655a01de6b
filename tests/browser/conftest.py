"""A real browser at the real service; whatever it asks of another host fails the test."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    sync_playwright,
)

from partnerqa.index.opened import Index
from partnerqa.serve.app import create_app
from partnerqa.settings import Settings

CHROMIUM = os.environ.get("PARTNERQA_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture(scope="session")
def opened(sample_index: Path) -> Iterator[Index]:
    """The index of the sample collection, open."""
    with Index.open(sample_index) as index:
        yield index


@pytest.fixture(scope="session")
def address(opened: Index) -> Iterator[str]:
    """The address of the running service."""
    app = create_app(Settings(index=opened.directory), index=opened)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Without it these tests are left out, but never on a build machine."""
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        except Error as error:
            missing = f"no browser at {CHROMIUM}: install Debian's chromium or set "
            missing += f"PARTNERQA_CHROMIUM ({str(error).splitlines()[0]})"
            if os.environ.get("CI") == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        yield chromium
        chromium.close()


@dataclass
class Visitor:
    """Opens pages of the service, and notes everything that should not happen on them."""

    browser: Browser
    address: str
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        path: str,
        *,
        width: int = 1280,
        javascript: bool = True,
        dark: bool = False,
        allow: tuple[str, ...] = (),
    ) -> Page:
        """The page at `path`; `allow` are permissions, such as reading the clipboard."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            permissions=allow,
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(VIOLATIONS)
        context.on("page", self._watch)
        page = context.new_page()
        page.goto(path)
        return page

    def _watch(self, page: Page) -> None:
        page.on("request", self._note_request)
        page.on("pageerror", self._note_error)
        page.on("console", self._note_console)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.faults.append(f"a request to {request.url}")

    def _note_error(self, error: Error) -> None:
        self.faults.append(f"script: {error}")

    def _note_console(self, told: ConsoleMessage) -> None:
        if told.type == "error":
            self.faults.append(f"console: {told.text}")

    def close(self) -> None:
        """Close every page, and fail if anything was noted."""
        for context in self.contexts:
            for page in context.pages:
                self.faults += page.evaluate("window.violations ?? []")
            context.close()
        assert self.faults == []


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """Somebody at a browser. Fails at the end on any request elsewhere, error or violation."""
    somebody = Visitor(browser, address)
    yield somebody
    somebody.close()
