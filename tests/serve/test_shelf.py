"""A running service follows the index: what a build puts in force is served without a restart."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index
from partnerqa.index.manifest import CURRENT
from partnerqa.index.opened import Index
from partnerqa.serve import shelf as shelf_module
from partnerqa.serve.app import create_app
from partnerqa.serve.shelf import Shelf
from partnerqa.settings import Settings

PAGE = """The way there

Ona said, “I waited a whole hour for the right bus to the meeting.”

Bram said, “Nobody told us that the room for the meeting had moved upstairs.”
"""
WITHDRAWN = '[[speaker]]\nname = "Ona"\nwithdrawn = true\n'
BUS = {"question": "How long did people wait for the bus?"}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of one page on which two people speak."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "way.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def directory(pages: Path, sample_index: Path, tmp_path: Path) -> Path:
    """The index of that page."""
    place = tmp_path / "index"
    shutil.copytree(sample_index, place, copy_function=os.link)  # for its encoder
    build_index(read_collection([pages]), place)
    return place


@pytest.fixture(autouse=True)
def _looks_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "PAUSE", 0.0)


@pytest.fixture
def client(directory: Path) -> Iterator[TestClient]:
    """A client of the running service."""
    with TestClient(create_app(Settings(index=directory))) as client:
        yield client


def withdraw(pages: Path, directory: Path) -> None:
    (pages / "speakers.toml").write_text(WITHDRAWN, encoding="utf-8")
    build_index(read_collection([pages]), directory)


def test_a_withdrawn_person_is_gone_from_a_running_service_after_the_next_build(
    client: TestClient, pages: Path, directory: Path
) -> None:
    before = client.post("/api/v1/ask", json=BUS).json()
    assert before["quotes"][0]["speaker"] == "Ona"
    permalink = f"/api/v1/quotes/{before['quotes'][0]['id']}"
    assert client.get(permalink).status_code == 200
    withdraw(pages, directory)
    for door in ("/api/v1/speakers", "/api/v1/documents", "/metrics"):
        assert "Ona" not in client.get(door).text
    assert "hour" not in client.post("/api/v1/ask", json=BUS).text
    assert client.get(permalink).status_code == 404
    assert 'partnerqa_index{what="quotes"} 1.0' in client.get("/metrics").text


def test_a_build_that_cannot_be_opened_leaves_the_one_before_in_service(
    client: TestClient, directory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (directory / CURRENT).write_text("build-0123456789abcdef\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            assert client.post("/api/v1/ask", json=BUS).json()["status"] == "answered"
    (line,) = [record.getMessage() for record in caplog.records]  # told once, not every time
    assert line.startswith("the index before is still served: the index is damaged at")


def test_an_index_is_closed_when_the_last_request_that_borrowed_it_has_ended(
    pages: Path, directory: Path
) -> None:
    shelf = Shelf(Index.open(directory), lambda: Index.open(directory))
    with shelf.borrowed() as before:
        withdraw(pages, directory)
        assert shelf.is_outdated()
        shelf.renew()
        assert shelf.index is not before
        assert [entry.speaker.name for entry in before.store.speakers()] == ["Ona", "Bram"]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        before.store.speakers()
    assert [entry.speaker.name for entry in shelf.index.store.speakers()] == ["Bram"]
    shelf.close()


def test_the_disk_is_looked_at_once_in_a_while_only(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Index.open(directory) as index:
        shelf = Shelf(index, lambda: index, ours=False)
        assert not shelf.is_outdated()
        monkeypatch.setattr(shelf_module, "PAUSE", 60.0)
        assert not shelf.is_outdated()
        (directory / CURRENT).write_text("build-0123456789abcdef\n", encoding="utf-8")
        assert not shelf.is_outdated()


def test_a_build_is_opened_once_however_many_requests_notice_it(
    pages: Path, directory: Path
) -> None:
    opened: list[Index] = []

    def reopen() -> Index:
        opened.append(Index.open(directory))
        return opened[-1]

    shelf = Shelf(Index.open(directory), reopen)
    withdraw(pages, directory)
    shelf.renew()
    shelf.renew()
    assert opened == [shelf.index]
    shelf.close()
