"""The one-time export of a sentence-transformers model to a folder that serving runs without it.

The whole forward pass (network, pooling, dense layers, normalisation) becomes one ONNX graph
with a free batch size and length; the tokenizer becomes one `tokenizers` file.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from partnerqa.encoder.model import canonical_name, load_model, model_hash
from partnerqa.encoder.runtime import DESCRIPTION, NETWORK, TOKENIZER, WEIGHTS, Encoder
from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

# Raised whenever the same model would be written differently, so that old exports are not reused.
EXPORT_VERSION = 2

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17  # the first with LayerNormalization as one operator
_LEAST_COSINE = 0.9999
_LONGEST_WINDOW = 512  # for a model that does not say how much text it can take
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
    description = _describe(name, model)
    _write_network(name, model, directory)
    tokenizer = model.tokenizer.backend_tokenizer.to_str(pretty=True)
    (directory / TOKENIZER).write_text(tokenizer, encoding="utf-8")
    text = json.dumps(description, ensure_ascii=False, indent=2)
    (directory / DESCRIPTION).write_text(text + "\n", encoding="utf-8")
    _compare(name, model, Encoder.open(directory))


def _refuse_unsupported(name: str, model: SentenceTransformer) -> None:
    if not getattr(model.tokenizer, "is_fast", False):
        raise EncoderError(f"model {name} has no fast tokenizer; expected one to export")
    leaves_out = any(getattr(module, "include_prompt", True) is False for module in model)
    if leaves_out and any(_prompts(model).values()):
        raise EncoderError(
            f"model {name} leaves its prompt out of the pooling, which cannot be exported; "
            "choose another model"
        )


def _describe(name: str, model: SentenceTransformer) -> dict[str, Any]:
    return {
        "export_version": EXPORT_VERSION,
        "name": canonical_name(name),
        "hash": model_hash(name),
        "dimension": len(model.encode(_TRIALS[0])),
        "window": _window(model),
        "prompts": _prompts(model),
        "padding": model.tokenizer.pad_token_id or 0,
    }


def _window(model: SentenceTransformer) -> int:
    """The most tokens that the model reads of one text, special ones included."""
    longest = model.max_seq_length or model.tokenizer.model_max_length
    # A tokenizer that knows no limit says 10 to the 30th.
    return int(longest) if longest <= 1_000_000 else _LONGEST_WINDOW


def _prompts(model: SentenceTransformer) -> dict[str, str]:
    """The texts put before queries and passages, as encode_query and encode_document choose."""
    known = {key: prompt or "" for key, prompt in model.prompts.items()}
    default = known.get(model.default_prompt_name or "", "")
    passage = [known[key] for key in ("document", "passage", "corpus") if key in known]
    return {
        "query": known.get("query", default),
        "passage": passage[0] if passage else default,
    }


def _write_network(name: str, model: SentenceTransformer, directory: Path) -> None:
    """Write the graph and, apart from it, its weights: serving maps those and copies few."""
    import onnx

    with TemporaryDirectory() as apart:
        traced = Path(apart, NETWORK)
        try:
            _trace(model, traced)
            graph = onnx.load(traced)
        except (RuntimeError, TypeError, ValueError) as error:
            raise EncoderError(f"model {name} cannot be exported to ONNX: {error}") from error
    (directory / WEIGHTS).unlink(missing_ok=True)  # onnx would write behind what is there
    onnx.save_model(graph, directory / NETWORK, save_as_external_data=True, location=WEIGHTS)
    onnx.checker.check_model(str(directory / NETWORK))


def _trace(model: SentenceTransformer, path: Path) -> None:
    """Run the model once and write what it did, as a graph for any batch size and length."""
    import torch

    features = model.tokenizer(list(_TRIALS[:2]), padding=True, return_tensors="pt")
    inputs = [key for key in _INPUTS if key in features]
    free = {key: {0: "batch", 1: "length"} for key in inputs} | {"embedding": {0: "batch"}}
    with _known_warnings(), torch.no_grad():
        torch.onnx.export(
            _whole(model, inputs),
            tuple(features[key] for key in inputs),
            str(path),
            input_names=inputs,
            output_names=["embedding"],
            dynamic_axes=free,
            opset_version=_OPSET,
            dynamo=False,
        )


def _whole(model: SentenceTransformer, inputs: list[str]) -> torch.nn.Module:
    """The forward pass as a function of plain tensors, ending in rows of length 1."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model.float()

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            features = self.model(dict(zip(inputs, tensors, strict=True)))
            embedding = features["sentence_embedding"][:, : model.truncate_dim]
            return torch.nn.functional.normalize(embedding, dim=1)

    return Whole().eval()


@contextmanager
def _known_warnings() -> Iterator[None]:
    """Silences what is known of this exporter; `_compare` proves that the graph is right.

    The exporter is the one that needs no further package, and says that it is the older one.
    Tracing warns at each shape that the network compares; pooling indexes with a mask.
    """
    from torch.jit._trace import TracerWarning

    with warnings.catch_warnings():
        for message in ("You are using the legacy TorchScript", "The feature will be removed"):
            warnings.filterwarnings("ignore", message, DeprecationWarning)
        warnings.filterwarnings("ignore", category=TracerWarning)
        warnings.filterwarnings("ignore", "Exporting aten::index operator", UserWarning)
        yield


def _compare(name: str, model: SentenceTransformer, encoder: Encoder) -> None:
    expected = model.encode_document(list(_TRIALS), normalize_embeddings=True)
    cosines = np.sum(expected * encoder.encode(_TRIALS, prompt="passage"), axis=1)
    if not cosines.min() >= _LEAST_COSINE:
        raise EncoderError(
            f"the export of model {name} differs from the model (cosine {cosines.min():.5f}, "
            f"expected at least {_LEAST_COSINE}); choose another model"
        )
