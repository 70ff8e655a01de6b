"""The default model and its export, and a tiny model of another make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from partnerqa.encoder.model import DEFAULT_MODEL, load_model
from partnerqa.encoder.runtime import Encoder
from partnerqa.index.manifest import current_build

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LETTERS = "abcdefghijklmnopqrstuvwxyz"


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
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved model with random weights: first-token pooling, a dense layer, two prompts.

    It spells every word in letters, reads 40 tokens and does not normalise.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling

    torch.manual_seed(7)
    folder = tmp_path_factory.mktemp("tiny")
    _save_network(folder / "network")
    network = Transformer(str(folder / "network"), max_seq_length=40)
    model = SentenceTransformer(
        modules=[network, Pooling(32, "cls"), Dense(32, 12)],
        prompts={"query": "ask ", "document": "tell "},
        device="cpu",
    )
    model.save(str(folder / "model"), create_model_card=False)
    return folder / "model"


def _save_network(folder: Path) -> None:
    from transformers import BertConfig, BertModel, BertTokenizer

    folder.mkdir()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{c}" for c in LETTERS)]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=64,
        initializer_range=0.5,  # far larger than usual: texts then differ clearly
    )
    BertModel(config).save_pretrained(folder)
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
