"""Whatever happens while an index is built, the one that was there goes on serving."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.errors import DamagedIndexError, PathError, SealedIndexError
from partnerqa.index import build as build_module
from partnerqa.index.build import build_index
from partnerqa.index.manifest import current_build, read_manifest
from partnerqa.index.opened import Index
from partnerqa.index.swap import building
from partnerqa.index.verify import verify
from partnerqa.records import Collection

DIES = 9
BUILD = """
import os, pickle, resource, sys
from pathlib import Path
from partnerqa.errors import PartnerqaError
from partnerqa.index.build import build_index

directory, stage, largest = sys.argv[1:]
if largest:  # no file may grow beyond this many bytes: as on a disk that is full
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
pages = pickle.load(sys.stdin.buffer)
try:
    build_index(pages, Path(directory), progress=lambda at, *_: at == stage and os._exit(9))
except PartnerqaError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""


def build_apart(
    pages: Collection, directory: Path, *, dies_at: str = "", largest: str = ""
) -> tuple[int, str]:
    """Build in a process of its own; its exit status and what it said on standard error."""
    process = subprocess.run(
        [sys.executable, "-c", BUILD, str(directory), dies_at, largest],
        input=pickle.dumps(pages),
        capture_output=True,
        check=False,
    )
    return process.returncode, process.stderr.decode()


@pytest.fixture
def other(pages: Collection) -> Collection:
    """Another collection, to tell one index from the other."""
    return replace(pages, name="Another", quotes=pages.quotes[:4])


def name_of(directory: Path) -> str:
    with Index.open(directory) as index:
        return index.manifest.collection


def test_a_crash_at_any_stage_leaves_the_old_index_whole_and_the_next_build_clears_up(
    mine: Path, other: Collection
) -> None:
    for stage in ("encode", "vectors", "seal", "verify"):
        assert build_apart(other, mine, dies_at=stage) == (DIES, "")
        assert len(list(mine.glob("build-*"))) == 2, stage
        assert verify(mine) == [], stage
        assert name_of(mine) == "Three pages", stage
    build_index(other, mine)
    assert name_of(mine) == "Another"
    assert sorted(path.name for path in mine.iterdir()) == ["CURRENT", current_build(mine).name]


def test_a_crash_after_the_swap_leaves_the_new_index_whole(mine: Path, other: Collection) -> None:
    assert build_apart(other, mine, dies_at="swap") == (DIES, "")
    assert name_of(mine) == "Another"
    assert verify(mine) == []


@pytest.mark.parametrize("largest", ["100", "3000", "20000"])
def test_a_full_disk_is_one_clear_line_and_the_old_index_stays(
    mine: Path, other: Collection, largest: str
) -> None:
    status, told = build_apart(other, mine, largest=largest)
    assert (status, told.count("\n")) == (1, 1)
    assert told.startswith(f"PathError: the index in {mine} cannot be written (")
    assert name_of(mine) == "Three pages"
    assert [path.name for path in mine.glob("build-*")] == [current_build(mine).name]


def test_a_folder_that_cannot_be_made_is_one_clear_error(pages: Collection, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(PathError, match=r"cannot be written .*choose another folder with --index"):
        build_index(pages, tmp_path / "file")


def test_two_builds_at_once_are_refused(mine: Path, pages: Collection) -> None:
    with building(mine), pytest.raises(SealedIndexError, match="another process is building"):
        build_index(pages, mine)
    assert verify(mine) == []


def test_a_build_that_is_not_in_order_is_not_put_in_force(
    mine: Path, other: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = build_module._counts
    monkeypatch.setattr(build_module, "_counts", lambda *parts: counts(*parts) | {"quotes": 7})
    with pytest.raises(DamagedIndexError, match="holds 4 quotes; the manifest says 7"):
        build_index(other, mine)
    assert name_of(mine) == "Three pages"
    assert len(list(mine.glob("build-*"))) == 1


def test_a_build_leaves_other_things_in_the_folder_alone(mine: Path, other: Collection) -> None:
    (mine / "build-notes").mkdir()
    (mine / "README.md").write_text("About this folder", encoding="utf-8")
    build_index(other, mine)
    assert (mine / "build-notes").is_dir()
    assert (mine / "README.md").read_text(encoding="utf-8") == "About this folder"


def test_opening_while_a_build_swaps_finds_the_new_one(
    mine: Path, other: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swapped_meanwhile(build: Path) -> object:
        monkeypatch.undo()
        build_index(other, mine)
        return read_manifest(build)

    monkeypatch.setattr("partnerqa.index.opened.read_manifest", swapped_meanwhile)
    assert name_of(mine) == "Another"


def test_whoever_may_read_the_manifest_may_read_every_file(sealed: Path) -> None:
    build = current_build(sealed)
    modes = {path.stat().st_mode for path in build.rglob("*") if path.is_file()}
    assert modes == {(build / "manifest.json").stat().st_mode}
