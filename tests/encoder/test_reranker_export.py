"""The export of a cross-encoder beside the model itself, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.encoder.model import CROSS_ENCODER, DEFAULT_MODEL, model_hash
from partnerqa.encoder.reranker import Reranker
from partnerqa.encoder.reranker_export import export_reranker
from partnerqa.errors import EncoderError

QUESTION = "Who paid for the train?"
TEXTS = (
    "a",
    "Travel\nBram's answer was short.\nNobody paid for my train.",
    "On n'était pas des experts, mais on connaissait la maladie.",
    "over and over " * 60,
)


def own_scores(folder: Path, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
    """The scores that sentence-transformers gives, before any activation."""
    import torch
    from sentence_transformers import CrossEncoder

    model = CrossEncoder(str(folder), device="cpu")
    pairs = [(question, text) for text in texts]
    return np.asarray(model.predict(pairs, activation_fn=torch.nn.Identity()), np.float32)


@pytest.mark.parametrize("question", [QUESTION, "x", "a long question " * 20])
def test_pairs_of_every_length_have_the_models_own_scores(
    tiny_reranker: Path, reranker: Reranker, question: str
) -> None:
    own = own_scores(tiny_reranker, question, TEXTS)
    assert np.ptp(own) > 0.1  # or any export would do
    assert reranker.scores(question, TEXTS) == pytest.approx(own, abs=1e-4)


def test_the_export_tells_its_name_its_files_and_its_window(
    tiny_reranker: Path, reranker: Reranker
) -> None:
    told = (reranker.name, reranker.hash, reranker.window)
    assert told == ("tiny-reranker", model_hash(str(tiny_reranker), CROSS_ENCODER), 128)


def test_what_sentence_transformers_saved_has_the_same_scores(
    tiny_reranker: Path, reranker: Reranker, tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    saved = tmp_path / "saved"
    CrossEncoder(str(tiny_reranker), device="cpu").save(str(saved), create_model_card=False)
    export_reranker(str(saved), tmp_path / "export")
    scores = Reranker.open(tmp_path / "export").scores(QUESTION, TEXTS)
    assert scores == pytest.approx(reranker.scores(QUESTION, TEXTS), abs=1e-5)


def test_more_than_one_score_is_refused(save_bert: Callable[..., Path], tmp_path: Path) -> None:
    folder = save_bert(tmp_path / "three", "BertForSequenceClassification", num_labels=3)
    with pytest.raises(
        EncoderError, match=r"three gives 3 scores for a pair; expected one: choose another"
    ):
        export_reranker(str(folder), tmp_path / "export")
    assert not (tmp_path / "export").exists()


def test_an_encoder_is_refused_before_its_missing_part_is_made_up(
    save_bert: Callable[..., Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bare = save_bert(tmp_path / "bare", num_labels=1)
    capfd.readouterr()  # saving draws bars
    for name, kind in ((str(bare), "BertModel"), (DEFAULT_MODEL, "BertModel")):
        with pytest.raises(EncoderError, match=f"{name} is {kind}; expected a cross-encoder"):
            export_reranker(name, tmp_path / "export")
    assert capfd.readouterr().err == ""


def test_an_export_with_other_scores_than_the_models_is_refused(
    tiny_reranker: Path, tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder

    prompts = {"asked": "please answer "}
    model = CrossEncoder(
        str(tiny_reranker), device="cpu", prompts=prompts, default_prompt_name="asked"
    )
    model.save(str(tmp_path / "prompted"), create_model_card=False)
    with pytest.raises(EncoderError, match="prompted differs from the model"):
        export_reranker(str(tmp_path / "prompted"), tmp_path / "export")
