"""The one-time export of a sentence-transformers model to a folder that serving runs without it.

The graph holds the whole forward pass: network, pooling, dense layers, normalisation.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from partnerqa.encoder.graph import (
    Features,
    Graph,
    window,
    write_description,
    write_graph,
    write_tokenizer,
)
from partnerqa.encoder.model import canonical_name, load_model, model_hash
from partnerqa.encoder.runtime import DESCRIPTION, Encoder
from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

_LEAST_COSINE = 0.9999
# One word, several lengths in one batch, accents, and more than a window: what padding and
# truncation could get wrong.
_TRIALS = (
    "Listening",
    "She asked what mattered to us before anything else.",
    "On n'était pas des experts, mais on connaissait la maladie mieux que personne. " * 2,
    "Nobody had told me that the meeting would be so long and so friendly. " * 60,
)


def export_model(name: str, directory: Path) -> None:
    """Write the model `name` into `directory`: network, weights, tokenizer and description.

    The export is run at once beside the model itself: a cosine below 0.9999 on any trial text
    is an EncoderError, as is a model that has no such export (another input than text, no fast
    tokenizer, a prompt that pooling leaves out).
    """
    model = load_model(name)
    _refuse_unsupported(name, model)
    directory.mkdir(parents=True, exist_ok=True)
    write_tokenizer(name, model.tokenizer, directory)
    write_description(directory / DESCRIPTION, _describe(name, model))
    write_graph(_graph(name, model), directory)
    _compare(name, model, Encoder.open(directory))


def _refuse_unsupported(name: str, model: SentenceTransformer) -> None:
    leaves_out = any(getattr(module, "include_prompt", True) is False for module in model)
    if leaves_out and any(_prompts(model).values()):
        raise EncoderError(
            f"model {name} leaves its prompt out of the pooling, which cannot be exported; "
            "choose another model"
        )


def _describe(name: str, model: SentenceTransformer) -> dict[str, object]:
    return {
        "name": canonical_name(name),
        "hash": model_hash(name),
        "dimension": len(model.encode(_TRIALS[0])),
        "window": window(model.max_seq_length or model.tokenizer.model_max_length),
        "prompts": _prompts(model),
        "padding": model.tokenizer.pad_token_id or 0,
    }


def _prompts(model: SentenceTransformer) -> dict[str, str]:
    """The texts put before queries and passages, as encode_query and encode_document choose."""
    known = {key: prompt or "" for key, prompt in model.prompts.items()}
    default = known.get(model.default_prompt_name or "", "")
    passage = [known[key] for key in ("document", "passage", "corpus") if key in known]
    return {
        "query": known.get("query", default),
        "passage": passage[0] if passage else default,
    }


def _graph(name: str, model: SentenceTransformer) -> Graph:
    features = model.tokenizer(list(_TRIALS[:2]), padding=True, return_tensors="pt")
    return Graph(name, model, _embedding, features, "embedding")


def _embedding(model: SentenceTransformer, features: Features) -> torch.Tensor:
    """The forward pass, ending in rows of length 1."""
    import torch

    embedding = model(dict(features))["sentence_embedding"][:, : model.truncate_dim]
    return torch.nn.functional.normalize(embedding, dim=1)


def _compare(name: str, model: SentenceTransformer, encoder: Encoder) -> None:
    expected = model.encode_document(list(_TRIALS), normalize_embeddings=True)
    cosines = np.sum(expected * encoder.encode(_TRIALS, prompt="passage"), axis=1)
    if not cosines.min() >= _LEAST_COSINE:
        raise EncoderError(
            f"the export of model {name} differs from the model (cosine {cosines.min():.5f}, "
            f"expected at least {_LEAST_COSINE}); choose another model"
        )
