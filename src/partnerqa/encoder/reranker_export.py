"""The one-time export of a cross-encoder to a folder that serving runs without torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from partnerqa.encoder.graph import (
    Features,
    Graph,
    window,
    write_description,
    write_graph,
    write_tokenizer,
)
from partnerqa.encoder.model import CROSS_ENCODER, canonical_name, load_reranker, model_hash
from partnerqa.encoder.reranker import DESCRIPTION, Reranker
from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    import torch
    from sentence_transformers import CrossEncoder

_MOST_APART = 0.001  # of a score, or of the largest one where that is above 1
_QUESTION = "Did anybody tell you what would happen?"
# One word, several lengths in one batch, accents, and more than a window: what padding and
# truncation could get wrong.
_TRIALS = (
    "No",
    "She called before the meeting and told me who would be there.",
    "On m'avait tout expliqué, même où garer la voiture, et j'ai bien dormi la veille. " * 2,
    "Nobody had told me that the meeting would be so long and so friendly. " * 60,
)


def export_reranker(name: str, directory: Path) -> None:
    """Write the cross-encoder `name` into `directory`: network, weights, tokenizer, description.

    The export is run at once beside the model itself: scores that differ by more than 0.001 are
    an EncoderError, as is a model that is no cross-encoder with one score or has no fast
    tokenizer.
    """
    model = load_reranker(name)
    directory.mkdir(parents=True, exist_ok=True)
    write_tokenizer(name, model.tokenizer, directory)
    write_description(directory / DESCRIPTION, _describe(name, model))
    write_graph(_graph(name, model), directory)
    _compare(name, model, Reranker.open(directory))


def _describe(name: str, model: CrossEncoder) -> dict[str, object]:
    return {
        "name": canonical_name(name),
        "hash": model_hash(name, CROSS_ENCODER),
        "window": window(model.tokenizer.model_max_length),
        "padding": model.tokenizer.pad_token_id or 0,
    }


def _graph(name: str, model: CrossEncoder) -> Graph:
    pairs = [_QUESTION] * 2, list(_TRIALS[:2])
    features = model.tokenizer(*pairs, padding=True, truncation=True, return_tensors="pt")
    return Graph(name, model, _score, features, "score")


def _score(model: CrossEncoder, features: Features) -> torch.Tensor:
    """The forward pass, ending in one score for each pair."""
    network: Any = model.model
    score: torch.Tensor = network(**features).logits[:, 0]
    return score


def _compare(name: str, model: CrossEncoder, reranker: Reranker) -> None:
    import torch

    pairs = [(_QUESTION, trial) for trial in _TRIALS]
    expected = model.predict(pairs, activation_fn=torch.nn.Identity())
    apart = np.abs(expected - reranker.scores(_QUESTION, _TRIALS)).max()
    if not apart <= _MOST_APART * max(1.0, np.abs(expected).max()):
        raise EncoderError(
            f"the export of reranker {name} differs from the model (scores {apart:.5f} apart, "
            f"expected at most {_MOST_APART}); choose another reranker"
        )
