from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerqa.encoder.model import (
    CROSS_ENCODER,
    DEFAULT_MODEL,
    MODEL,
    canonical_name,
    load_model,
    load_reranker,
    model_folder,
    model_hash,
)
from partnerqa.errors import EncoderError


def test_the_default_model_has_one_name_with_and_without_its_publisher() -> None:
    assert canonical_name("sentence-transformers/all-MiniLM-L6-v2") == DEFAULT_MODEL
    assert canonical_name("all-MiniLM-L6-v2") == DEFAULT_MODEL


def test_a_folder_is_remembered_by_its_last_part_only(tmp_path: Path) -> None:
    assert canonical_name(str(tmp_path / "gone" / "house-model")) == "house-model"
    assert canonical_name("somebody/some-model") == "somebody/some-model"


def test_both_names_of_the_default_model_mean_the_same_files() -> None:
    assert model_hash("sentence-transformers/all-MiniLM-L6-v2") == model_hash(DEFAULT_MODEL)


def test_one_changed_byte_of_the_weights_changes_the_hash(tiny: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "copy"))
    assert model_hash(str(copy)) == model_hash(str(tiny))
    weights = bytearray((copy / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (copy / "model.safetensors").write_bytes(weights)
    assert model_hash(str(copy)) != model_hash(str(tiny))


def test_prose_and_other_formats_beside_the_weights_leave_the_hash(
    tiny: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "copy"))
    (copy / "README.md").write_text("About this model", encoding="utf-8")
    (copy / "onnx").mkdir()
    (copy / "onnx" / "model.onnx").write_bytes(b"a copy")
    assert model_hash(str(copy)) == model_hash(str(tiny))


def test_a_folder_that_is_no_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=f"{tmp_path} holds no modules.json"):
        model_folder(str(tmp_path))


def test_a_model_with_broken_weights_is_refused_by_name(tiny: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "broken"))
    (copy / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(EncoderError, match="broken cannot be loaded"):
        load_model(str(copy))


def test_a_folder_that_is_no_reranker_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=f"reranker folder {tmp_path} holds no config.json"):
        model_folder(str(tmp_path), CROSS_ENCODER)


def test_a_reranker_with_broken_weights_is_refused_by_name(
    tiny_reranker: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(tiny_reranker, tmp_path / "broken"))
    (copy / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(EncoderError, match=r"reranker .*broken cannot be loaded"):
        load_reranker(str(copy))


def test_a_reranker_with_code_of_its_own_is_refused_unasked(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(
        '{"model_type": "house", "auto_map": {"AutoConfig": "house.HouseConfig"}}', encoding="utf-8"
    )
    (tmp_path / "house.py").write_text("raise AssertionError('was run')", encoding="utf-8")
    with pytest.raises(EncoderError, match=r"reranker .* cannot be loaded .*custom code"):
        load_reranker(str(tmp_path))


def test_a_published_name_that_cannot_be_fetched_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def offline(name: str, **_: object) -> str:
        raise FileNotFoundError(name)

    monkeypatch.setattr("huggingface_hub.snapshot_download", offline)
    for make, word in ((MODEL, "model"), (CROSS_ENCODER, "reranker")):
        with pytest.raises(EncoderError, match=f"^{word} some/name is neither .*; name a folder"):
            model_folder("some/name", make)


def test_a_published_reranker_is_loaded_from_where_it_was_fetched_to(
    tiny_reranker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.snapshot_download", lambda *_, **__: str(tiny_reranker))
    assert load_reranker("some/name").num_labels == 1


def test_loading_draws_no_progress_bar(
    tiny: Path, tiny_reranker: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    capfd.readouterr()
    load_model(str(tiny))
    load_reranker(str(tiny_reranker))
    assert capfd.readouterr().err == ""
