"""A collection's own signposts: read beside its pages, sealed in its index, shown in answers."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from partnerqa.conversation.answer import answer
from partnerqa.corpus.collection import read_collection
from partnerqa.errors import CorpusError
from partnerqa.index.build import build_index, is_current
from partnerqa.index.opened import Index
from partnerqa.index.verify import verify

PAGE = "The first day\n\nOna said, “I waited a whole hour for the right bus to the meeting.”\n"
OWN = '[press]\nshow = "instead"\npatterns = ["i am a journalist"]\ntext.en = "Write to Alma."\n'


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of one page, with signposts beside it."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "bus.txt").write_text(PAGE, encoding="utf-8")
    (folder / "signposts.toml").write_text(OWN, encoding="utf-8")
    return folder


@pytest.fixture
def directory(pages: Path, sample_index: Path, tmp_path: Path) -> Path:
    """The index of that folder."""
    place = tmp_path / "index"
    shutil.copytree(sample_index, place, copy_function=os.link)  # for its encoder
    build_index(read_collection([pages]), place)
    return place


def test_an_answer_shows_the_collections_own_signpost(directory: Path) -> None:
    with Index.open(directory) as index:
        told = answer(index, "I am a journalist, who waited for the bus?")
    assert "Write to Alma." in told.message
    assert told.hits == ()


def test_own_signposts_are_sealed_and_an_altered_file_shows(directory: Path) -> None:
    with Index.open(directory) as index:
        stored = index.directory / "signposts.toml"
        assert stored.read_text(encoding="utf-8") == OWN
        assert "signposts.toml" in index.manifest.files
    assert verify(directory) == []
    stored.write_text(OWN.replace("Alma", "Nobody"), encoding="utf-8")
    assert verify(directory) == [f"{stored}: its checksum differs from the manifest"]


def test_an_index_is_stale_when_its_signposts_change(directory: Path, pages: Path) -> None:
    assert is_current(read_collection([pages]), directory)
    (pages / "signposts.toml").write_text(OWN.replace("Alma", "Bela"), encoding="utf-8")
    assert not is_current(read_collection([pages]), directory)


def test_a_collection_without_signposts_has_none_in_its_index(sample_index: Path) -> None:
    with Index.open(sample_index) as index:
        assert "signposts.toml" not in index.manifest.files


def test_signposts_that_are_not_toml_are_named_with_their_line(pages: Path) -> None:
    (pages / "signposts.toml").write_text('[press]\nshow = "instead\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"signposts\.toml:2: is not valid TOML"):
        read_collection([pages])


def test_a_second_file_of_signposts_is_refused(pages: Path) -> None:
    other = pages / "other"
    other.mkdir()
    (other / "train.txt").write_text(PAGE.replace("bus", "train"), encoding="utf-8")
    (other / "signposts.toml").write_text(OWN, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"other/signposts\.toml:1: is a second one beside"):
        read_collection([pages])
