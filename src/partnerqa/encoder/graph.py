"""A torch model and its tokenizer, written once to a folder that serving runs without torch.

The forward pass becomes one ONNX graph with a free batch size and length, the tokenizer one
`tokenizers` file.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from partnerqa.encoder.network import NETWORK, TOKENIZER, WEIGHTS
from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    import torch

Features = Mapping[str, "torch.Tensor"]

# Raised whenever the same model would be written differently, so that old exports are not reused.
EXPORT_VERSION = 2

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17  # the first with LayerNormalization as one operator
_LONGEST_WINDOW = 512  # for a model that does not say how much text it can take


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """What the model `name` computes: `forward` gives one row, called `output`, for each text.

    `features` are those of some real texts, of several lengths: the graph is what the model
    does with them.
    """

    name: str
    model: torch.nn.Module
    forward: Callable[[Any, Features], torch.Tensor]
    features: Features
    output: str


def write_tokenizer(name: str, tokenizer: Any, directory: Path) -> None:  # noqa: ANN401 (its library has no common type)
    """Write the tokenizer of the model `name`. Raises EncoderError for one that is not fast."""
    if not getattr(tokenizer, "is_fast", False):
        raise EncoderError(f"model {name} has no fast tokenizer; expected one to export")
    text = tokenizer.backend_tokenizer.to_str(pretty=True)
    (directory / TOKENIZER).write_text(text, encoding="utf-8")


def write_description(path: Path, facts: Mapping[str, object]) -> None:
    """Write what the runtime has to know of the model, beside the version of the export."""
    told = {"export_version": EXPORT_VERSION, **facts}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_graph(graph: Graph, directory: Path) -> None:
    """Write the graph and, apart from it, its weights: serving maps those and copies few."""
    import onnx

    with TemporaryDirectory() as apart:
        traced = Path(apart, NETWORK)
        try:
            _trace(graph, traced)
            network = onnx.load(traced)
        except (RuntimeError, TypeError, ValueError) as error:
            raise EncoderError(f"model {graph.name} cannot be exported to ONNX: {error}") from error
    (directory / WEIGHTS).unlink(missing_ok=True)  # onnx would write behind what is there
    onnx.save_model(network, directory / NETWORK, save_as_external_data=True, location=WEIGHTS)
    onnx.checker.check_model(str(directory / NETWORK))


def window(longest: int) -> int:
    """The most tokens that a model reads at once, special ones included.

    `longest` is what its tokenizer says; one that knows no limit says 10 to the 30th.
    """
    return int(longest) if longest <= 1_000_000 else _LONGEST_WINDOW


def _trace(graph: Graph, path: Path) -> None:
    """Run the model once and write what it did, as a graph for any batch size and length."""
    import torch

    inputs = [key for key in _INPUTS if key in graph.features]
    free = {key: {0: "batch", 1: "length"} for key in inputs} | {graph.output: {0: "batch"}}
    with _known_warnings(), torch.no_grad():
        torch.onnx.export(
            _whole(graph, inputs),
            tuple(graph.features[key] for key in inputs),
            str(path),
            input_names=inputs,
            output_names=[graph.output],
            dynamic_axes=free,
            opset_version=_OPSET,
            dynamo=False,
        )


def _whole(graph: Graph, inputs: list[str]) -> torch.nn.Module:
    """The forward pass as a function of plain tensors."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = graph.model.float()

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            return graph.forward(self.model, dict(zip(inputs, tensors, strict=True)))

    return Whole().eval()


@contextmanager
def _known_warnings() -> Iterator[None]:
    """Silences what is known of this exporter; each export is compared with its model afterwards.

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
