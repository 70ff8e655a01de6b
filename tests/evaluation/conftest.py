"""One page, three people, indexed for real: every answer can be held in the head."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index

PAGE = """Money and travel

Train fares were often paid late. For example Nkechi said, “They paid my train fare only after \
three months.”

Money and travel - Tomas

My bus ticket costs less than the stamp that I need to send the claim form, so I never claim it.

View profile

Some were nervous at the first meeting. For example Ines said, “My hands were shaking under the \
table when I had to introduce myself.”
"""


@pytest.fixture(scope="session")
def index(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The page's index; the encoder is taken over from the sample's."""
    folder = tmp_path_factory.mktemp("evaluation")
    (folder / "pages").mkdir()
    (folder / "pages" / "money.txt").write_text(PAGE, "utf-8")
    place = folder / "index"
    shutil.copytree(sample_index, place)
    build_index(read_collection([folder / "pages"]), place)
    with Index.open(place) as opened:
        yield opened
