"""What tests of several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the sample collection, built once; nobody changes it.

    A test that builds an index of its own begins with a copy of this one: the exported encoder
    is then taken over, which saves the seconds of an export.
    """
    directory = tmp_path_factory.mktemp("sample") / "index"
    build_index(read_collection([ROOT / "corpus"]), directory)
    return directory
