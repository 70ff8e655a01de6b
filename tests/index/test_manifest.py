from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.errors import DamagedIndexError
from partnerqa.index.manifest import (
    FORMAT_VERSION,
    Manifest,
    altered_files,
    build_name,
    checksums,
    read_manifest,
    write_manifest,
)

MANIFEST = Manifest(
    format_version=FORMAT_VERSION,
    version="0.1.0",
    created="2025-01-02T03:04:05+00:00",
    model="all-MiniLM-L6-v2",
    model_hash="0" * 64,
    corpus_hash="1" * 64,
    collection="Les réunions",
    notice="",
    language="fr",
    vector_factory="Flat",
    counts={"quotes": 1},
    files={},
    glossed=True,
    examples_hash="",
)


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A folder with two files and a manifest that fits them."""
    folder = tmp_path / "new"
    (folder / "inner").mkdir(parents=True)
    (folder / "one").write_bytes(b"1")
    (folder / "inner" / "two").write_bytes(b"2")
    name = write_manifest(folder, replace(MANIFEST, files=checksums(folder)))
    return folder.rename(tmp_path / name)


def test_a_manifest_reads_back_as_it_was_written(build: Path) -> None:
    assert read_manifest(build) == replace(MANIFEST, files=checksums(build))


def test_a_manifest_from_before_there_were_rerankers_has_none(build: Path) -> None:
    facts = json.loads((build / "manifest.json").read_text())
    without = {key: value for key, value in facts.items() if "reranker" not in key}
    text = json.dumps(without)
    (build / "manifest.json").write_text(text)
    manifest = read_manifest(build.rename(build.with_name(build_name(text.encode()))))
    assert (manifest.reranker, manifest.reranker_hash) == ("", "")


def test_checksums_are_those_of_every_other_file_by_its_path(build: Path) -> None:
    assert checksums(build) == {
        "inner/two": "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35",
        "one": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
    }


def test_an_untouched_folder_has_no_altered_files(build: Path) -> None:
    assert altered_files(build, read_manifest(build)) == []


def test_missing_altered_and_unknown_files_are_each_named(build: Path) -> None:
    (build / "one").write_bytes(b"3")
    (build / "inner" / "two").unlink()
    (build / "three").write_bytes(b"3")
    assert altered_files(build, read_manifest(build)) == [
        f"{build}/inner/two: it is missing",
        f"{build}/one: its checksum differs from the manifest",
        f"{build}/three: it does not belong to the index",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format_version": 1', "\x00"])
def test_a_manifest_that_cannot_be_read_is_damage(build: Path, text: str) -> None:
    (build / "manifest.json").write_text(text)
    with pytest.raises(DamagedIndexError, match=r"manifest\.json.*`partnerqa index`"):
        read_manifest(build)


def test_an_edited_manifest_is_damage(build: Path) -> None:
    path = build / "manifest.json"
    facts = json.loads(path.read_text()) | {"notice": "Another notice"}
    path.write_text(json.dumps(facts))
    with pytest.raises(DamagedIndexError, match="checksum differs from the folder's name"):
        read_manifest(build)
