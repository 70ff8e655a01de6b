from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import faiss
import numpy as np
import pytest

from partnerqa.errors import MissingIndexError
from partnerqa.index.manifest import (
    checksums,
    current_build,
    read_manifest,
    write_manifest,
)
from partnerqa.index.opened import Index
from partnerqa.index.rows import Rows
from partnerqa.index.vectors import Vectors
from partnerqa.index.verify import verify


def reseal(directory: Path, change: Callable[[Path], None]) -> None:
    """Change the build and give it checksums that fit, so that only its contents can tell."""
    build = current_build(directory)
    manifest = read_manifest(build)
    change(build)
    name = write_manifest(build, replace(manifest, files=checksums(build)))
    build.rename(directory / name)
    (directory / "CURRENT").write_text(name)


def in_store(statement: str) -> Callable[[Path], None]:
    def change(build: Path) -> None:
        connection = sqlite3.connect(build / "documents.sqlite")
        with connection:
            connection.execute(statement)
        connection.close()

    return change


def test_a_sealed_index_is_whole(sealed: Path) -> None:
    assert verify(sealed) == []


def test_no_index_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError):
        verify(tmp_path)


def test_one_flipped_byte_in_any_file_is_found(mine: Path) -> None:
    build = current_build(mine)
    for path in sorted(path for path in build.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        for place in (0, len(whole) - 1):
            flipped = bytearray(whole)
            flipped[place] ^= 0x10
            path.write_bytes(flipped)
            assert any(path.name in fault for fault in verify(mine)), (path.name, place)
        path.write_bytes(whole)
    assert verify(mine) == []


def test_a_changed_quote_is_named_beside_the_checksum(mine: Path) -> None:
    in_store("UPDATE quotes SET text = 'I had two ties.' WHERE id = 'tie'")(current_build(mine))
    checksum, quote = verify(mine)
    assert "documents.sqlite: its checksum differs" in checksum
    assert "quote tie differs from characters" in quote


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE quotes SET text = 'I had two ties.' WHERE id = 'tie'", "quote tie differs"),
        ("UPDATE passages SET start = start + 1 WHERE number = 1", "passage 1 differs"),
        ("UPDATE quotes SET speaker = NULL WHERE id = 'tie'", "holds 3 named; the manifest says 4"),
        ("UPDATE passages SET kind = 'narrative' WHERE number = 0", "rows.npz tells passage 0"),
        ("UPDATE passages SET codes = '[]' WHERE number = 0", "codes.npz gives passage 0 other"),
        ("UPDATE quotes SET codes = '[]' WHERE id = 'form'", "holds 0 coded; the manifest says 1"),
        ("DELETE FROM passages WHERE number = 5", "holds 5 passages; the manifest says 6"),
        ("DELETE FROM speakers WHERE name = 'Oona'", "refers to speakers that are not there"),
    ],
)
def test_contents_that_fit_their_checksums_are_compared_all_the_same(
    mine: Path, statement: str, fault: str
) -> None:
    reseal(mine, in_store(statement))
    found = verify(mine)
    assert any(fault in line for line in found), found


def with_vectors(change: Callable[[Vectors], Vectors]) -> Callable[[Path], None]:
    def rewrite(build: Path) -> None:
        path = str(build / "vectors.faiss")
        old = faiss.read_index(path)
        new = faiss.IndexFlatIP(old.d)
        new.add(change(old.reconstruct_n(0, old.ntotal)))
        faiss.write_index(new, path)

    return rewrite


def test_a_vector_that_is_no_number_or_too_long_is_found(mine: Path) -> None:
    def spoil(rows: Vectors) -> Vectors:
        rows[1, 5] = np.nan
        rows[4] *= 2
        return rows

    reseal(mine, with_vectors(spoil))
    assert verify(mine) == [
        "vectors.faiss row 1 has length nan; expected 1",
        "vectors.faiss row 4 has length 2.00; expected 1",
    ]


def test_a_vector_too_few_is_found(mine: Path) -> None:
    reseal(mine, with_vectors(lambda rows: rows[:5]))
    assert verify(mine) == ["vectors.faiss holds 5 passages; the manifest says 6"]


def test_rows_of_another_collection_are_found(mine: Path) -> None:
    def swap(build: Path) -> None:
        rows = Rows.open(build / "rows.npz")
        replace(rows, document=rows.document[::-1].copy()).save(build / "rows.npz")

    reseal(mine, swap)
    assert any("rows.npz tells passage 0 otherwise" in line for line in verify(mine))


def test_an_encoder_of_another_model_is_found(mine: Path) -> None:
    def rename(build: Path) -> None:
        path = build / "encoder" / "encoder.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"hash": "0" * 64}))

    reseal(mine, rename)
    assert verify(mine) == ["the encoder is another export than that of model all-MiniLM-L6-v2"]


def test_a_damaged_file_of_the_reranker_is_found(my_reranker: Path) -> None:
    assert verify(my_reranker) == []
    folder = current_build(my_reranker) / "reranker"
    names = ["model.onnx", "model.weights", "reranker.json", "tokenizer.json"]
    assert sorted(path.name for path in folder.iterdir()) == names
    for name in names:
        path = folder / name
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + b"?")
        assert verify(my_reranker) == [f"{path}: its checksum differs from the manifest"]
        path.write_bytes(whole)
    assert verify(my_reranker) == []


def test_a_reranker_of_another_model_is_found(my_reranker: Path) -> None:
    def rename(build: Path) -> None:
        path = build / "reranker" / "reranker.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"hash": "0" * 64}))

    reseal(my_reranker, rename)
    assert verify(my_reranker) == [
        "the reranker is another export than that of model tiny-reranker"
    ]


def test_a_resealed_but_unchanged_index_is_whole(mine: Path) -> None:
    reseal(mine, lambda _: None)
    assert verify(mine) == []
    Index.open(mine).close()
