"""The default model and its export, a tiny model of another make, and a tiny cross-encoder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from partnerqa.encoder.model import DEFAULT_MODEL, load_model
from partnerqa.encoder.reranker import Reranker
from partnerqa.encoder.reranker_export import export_reranker
from partnerqa.encoder.runtime import Encoder
from partnerqa.index.manifest import current_build

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


@pytest.fixture(scope="session")
def exported(sample_index: Path) -> Path:
    """The folder of the default model's export."""
    return current_build(sample_index) / "encoder"


@pytest.fixture(scope="session")
def encoder(exported: Path) -> Encoder:
    """The default model as serving runs it."""
    return Encoder.open(exported)


@pytest.fixture(scope="session")
def model() -> SentenceTransformer:
    """The default model as sentence-transformers runs it."""
    return load_model(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, save_bert: Callable[..., Path]) -> Path:
    """A saved model with random weights: first-token pooling, a dense layer, two prompts.

    It spells every word in letters, reads 40 tokens and does not normalise.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling

    folder = tmp_path_factory.mktemp("tiny")
    network = Transformer(str(save_bert(folder / "network")), max_seq_length=40)
    torch.manual_seed(7)
    model = SentenceTransformer(
        modules=[network, Pooling(32, "cls"), Dense(32, 12)],
        prompts={"query": "ask ", "document": "tell "},
        device="cpu",
    )
    model.save(str(folder / "model"), create_model_card=False)
    return folder / "model"


@pytest.fixture(scope="session")
def exported_reranker(tiny_reranker: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny cross-encoder's export."""
    folder = tmp_path_factory.mktemp("export") / "reranker"
    export_reranker(str(tiny_reranker), folder)
    return folder


@pytest.fixture(scope="session")
def reranker(exported_reranker: Path) -> Reranker:
    """The tiny cross-encoder as serving runs it."""
    return Reranker.open(exported_reranker)
