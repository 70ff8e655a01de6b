"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index

ROOT = Path(__file__).parents[1]
LETTERS = "abcdefghijklmnopqrstuvwxyz"

SaveBert = Callable[..., Path]


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the sample collection, built once; nobody changes it.

    A test that builds an index of its own begins with a copy of this one: the exported encoder
    is then taken over, which saves the seconds of an export.
    """
    directory = tmp_path_factory.mktemp("sample") / "index"
    build_index(read_collection([ROOT / "corpus"]), directory)
    return directory


@pytest.fixture(scope="session")
def save_bert() -> SaveBert:
    """Saves a tiny network with random weights that spells every word in letters."""
    return _save_bert


@pytest.fixture(scope="session")
def tiny_reranker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved cross-encoder with random weights, which reads 128 letters of question and text."""
    folder = tmp_path_factory.mktemp("reranker") / "tiny-reranker"
    return _save_bert(
        folder, "BertForSequenceClassification", num_labels=1, max_position_embeddings=128
    )


def _save_bert(folder: Path, kind: str = "BertModel", **shape: Any) -> Path:  # noqa: ANN401 (the library's own options)
    import torch
    import transformers

    torch.manual_seed(7)
    folder.mkdir()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{c}" for c in LETTERS)]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    usual = {
        "vocab_size": len(pieces),
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "intermediate_size": 64,
        "max_position_embeddings": 64,
        "initializer_range": 0.5,  # far larger than usual: texts then differ clearly
    }
    config = transformers.BertConfig(**(usual | shape))
    getattr(transformers, kind)(config).save_pretrained(folder)
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
