from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from partnerqa.encoder.model import model_folder
from partnerqa.errors import (
    DamagedIndexError,
    FormatError,
    MissingIndexError,
    ModelMismatchError,
)
from partnerqa.index.build import build_index
from partnerqa.index.lexical import LexicalQuery
from partnerqa.index.manifest import FORMAT_VERSION, build_name, current_build
from partnerqa.index.opened import Index
from partnerqa.records import Collection


def files(directory: Path) -> list[Path]:
    """Every file of the build in force."""
    return sorted(path for path in current_build(directory).rglob("*") if path.is_file())


def test_an_open_index_encodes_and_finds(index: Index) -> None:
    vector = index.encoder.encode_query("everybody but me wore a tie")
    (near, *_), _ = index.vectors.search(vector, 6)
    (named, *_), _ = index.lexical.search(LexicalQuery("nobody paid"), 6)
    assert index.store.passage(near).quote_id == "tie"
    assert index.store.passage(named).quote_id in {"train", "train-again"}


def test_stored_vectors_are_those_of_the_embedded_texts(index: Index) -> None:
    text = "Travel\nBram's answer was short.\nNobody paid for my train."
    (number,) = np.flatnonzero(index.rows.quote == index.rows.quotes.index("train"))
    expected = index.encoder.encode([text], prompt="passage")[0]
    assert index.vectors.vectors([number])[0] == pytest.approx(expected, abs=1e-5)


def test_a_folder_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError, match=f"no index in {tmp_path}.*`partnerqa index`"):
        Index.open(tmp_path)


def test_one_altered_byte_in_any_file_is_noticed(mine: Path) -> None:
    for path in files(mine):
        whole = path.read_bytes()
        altered = bytearray(whole)
        altered[len(whole) // 2] ^= 1
        path.write_bytes(altered)
        with pytest.raises(DamagedIndexError, match=f"{path.name}.*`partnerqa index`"):
            Index.open(mine)
        path.write_bytes(whole)
    Index.open(mine).close()


def test_any_missing_file_is_noticed(mine: Path) -> None:
    for path in files(mine):
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(DamagedIndexError, match=path.name):
            Index.open(mine)
        path.write_bytes(whole)
    Index.open(mine).close()


def test_a_file_that_does_not_belong_is_noticed(mine: Path) -> None:
    (current_build(mine) / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DamagedIndexError, match=r"notes\.txt: it does not belong to the index"):
        Index.open(mine)


@pytest.mark.parametrize("name", ["build-0123456789abcdef", "../elsewhere", "", "\udcff"])
def test_a_current_file_that_names_no_build_is_noticed(mine: Path, name: str) -> None:
    (mine / "CURRENT").write_bytes(name.encode("utf-8", "surrogateescape"))
    with pytest.raises(DamagedIndexError, match="CURRENT"):
        Index.open(mine)


@pytest.mark.parametrize("version", [FORMAT_VERSION + 1, 0, None])
def test_another_format_version_says_to_build_again(mine: Path, version: int | None) -> None:
    build = current_build(mine)
    facts = json.loads((build / "manifest.json").read_bytes()) | {"format_version": version}
    text = json.dumps(facts).encode()
    (build / "manifest.json").write_bytes(text)
    build.rename(mine / build_name(text))
    (mine / "CURRENT").write_text(build_name(text))
    with pytest.raises(FormatError, match=f"{version}.*reads {FORMAT_VERSION}.*`partnerqa index`"):
        Index.open(mine)


@pytest.mark.parametrize("name", ["all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"])
def test_the_model_it_was_built_with_is_accepted_under_its_names(sealed: Path, name: str) -> None:
    Index.open(sealed, model=name).close()


def test_a_copy_of_the_model_in_a_folder_is_the_same_model(sealed: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(model_folder("all-MiniLM-L6-v2"), tmp_path / "copy")
    Index.open(sealed, model=str(copy)).close()
    (copy / "config.json").write_text("{}")
    with pytest.raises(ModelMismatchError):
        Index.open(sealed, model=str(copy))


def test_another_model_says_what_to_do(sealed: Path) -> None:
    with pytest.raises(
        ModelMismatchError,
        match=r"built with model all-MiniLM-L6-v2, not with other/model; .* --model other/model",
    ):
        Index.open(sealed, model="other/model")


def test_the_reranker_it_was_built_with_is_accepted(
    sealed: Path, with_reranker: Path, tiny_reranker: Path, tmp_path: Path
) -> None:
    Index.open(sealed, reranker="").close()
    Index.open(with_reranker, reranker="tiny-reranker").close()
    copy = shutil.copytree(tiny_reranker, tmp_path / "copy")
    Index.open(with_reranker, reranker=str(copy)).close()


def test_another_reranker_or_none_says_what_to_do(sealed: Path, with_reranker: Path) -> None:
    with pytest.raises(
        ModelMismatchError,
        match=r'with reranker "", not with other/one; set reranker to "", .* --reranker other/one`',
    ):
        Index.open(sealed, reranker="other/one")
    with pytest.raises(
        ModelMismatchError,
        match=r'with reranker tiny-reranker, not with ""; .* `partnerqa index --reranker ""`',
    ):
        Index.open(with_reranker, reranker="")


def test_a_reranker_that_cannot_be_opened_is_damage(my_reranker: Path) -> None:
    (current_build(my_reranker) / "reranker" / "reranker.json").write_text("{}")
    with pytest.raises(DamagedIndexError, match=r"reranker folder .*`partnerqa index`"):
        Index.open(my_reranker, check=False)


def test_opening_changes_nothing_on_disk(sealed: Path) -> None:
    def state() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in sealed.rglob("*")}

    before = state()
    with Index.open(sealed) as index:
        index.lexical.search(LexicalQuery("train"), 5)
        index.store.quotes()
    assert state() == before


def test_an_open_index_outlives_the_build_that_replaces_it(mine: Path, pages: Collection) -> None:
    with Index.open(mine) as index:
        old = index.directory
        build_index(pages, mine)
        assert not old.exists()
        answers: list[object] = []

        def ask() -> None:
            numbers, _ = index.lexical.search(LexicalQuery("train nobody"), 5)
            answers.append({passage.quote_id for passage in index.store.passages(numbers)})
            answers.append(index.vectors.search(index.encoder.encode_query("train"), 1)[0].size)
            answers.append(len(index.store.quotes()))

        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert answers == [{"train", "train-again"}, 1, 5]
