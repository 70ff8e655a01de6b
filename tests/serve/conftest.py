"""The service over the sample collection, called as a program would call it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.app import create_app
from partnerqa.settings import Settings


@pytest.fixture(scope="session")
def opened(sample_index: Path) -> Iterator[Index]:
    """The index of the sample collection, open."""
    with Index.open(sample_index) as index:
        yield index


@pytest.fixture(scope="session")
def app(opened: Index) -> FastAPI:
    """The service with the default settings."""
    return create_app(Settings(index=opened.directory), index=opened)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A client of the running service; errors come back as answers, as over the network."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
