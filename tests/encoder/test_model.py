from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnerqa.encoder.model import (
    DEFAULT_MODEL,
    canonical_name,
    load_model,
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


def test_loading_draws_no_progress_bar(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    load_model(str(tiny))
    assert capfd.readouterr().err == ""
