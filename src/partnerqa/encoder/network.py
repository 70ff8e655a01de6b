"""An exported network and its tokenizer as serving runs them: `onnxruntime` and `tokenizers`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships without types
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from partnerqa.errors import EncoderError

NETWORK = "model.onnx"
TOKENIZER = "tokenizer.json"
WEIGHTS = "model.weights"  # read by the network, under this name

_BATCH = 1024  # tokens, padding included, per run: measured best on two cores, and small in memory

Facts = Mapping[str, Any]
Runtime = TypeVar("Runtime")


class Network:
    """Tokens to what the network gives for them. Safe to share between threads."""

    def __init__(self, directory: Path, padding: int, threads: int) -> None:
        """Open the network in `directory`; `padding` is the token that fills up short texts."""
        self._padding = padding
        self._session = _session(directory / NETWORK, threads or _cores())
        self._inputs = [entry.name for entry in self._session.get_inputs()]

    def run(self, encodings: Sequence[Encoding]) -> NDArray[np.float32]:
        """One row for each of `encodings`, all padded to the longest and run together."""
        shape = (len(encodings), max(len(encoding.ids) for encoding in encodings))
        filled = {
            "input_ids": np.full(shape, self._padding, np.int64),
            "attention_mask": np.zeros(shape, np.int64),
            "token_type_ids": np.zeros(shape, np.int64),
        }
        for row, encoding in enumerate(encodings):
            size = len(encoding.ids)
            filled["input_ids"][row, :size] = encoding.ids
            filled["attention_mask"][row, :size] = 1
            filled["token_type_ids"][row, :size] = encoding.type_ids
        rows: NDArray[np.float32]
        (rows,) = self._session.run(None, {name: filled[name] for name in self._inputs})
        return rows


def batches(encodings: Sequence[Encoding]) -> Iterator[list[int]]:
    """Rows of `encodings` of about one length, longest first, `_BATCH` padded tokens at a time."""
    lengths = [len(encoding.ids) for encoding in encodings]
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def plain_tokenizer(path: Path) -> Tokenizer:
    """The stored tokenizer without the padding and truncation that it may have been saved with."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def opened(
    directory: Path,
    description: str,
    threads: int,
    make: Callable[[Facts, Path, Network], Runtime],
) -> Runtime:
    """What `make` makes of the export in `directory`: of its description, tokenizer and network.

    Whatever goes wrong is an EncoderError that says what to do.
    """
    try:
        facts = json.loads((directory / description).read_text(encoding="utf-8"))
        network = Network(directory, facts["padding"], threads)
        return make(facts, directory / TOKENIZER, network)
    except Exception as error:  # both libraries raise plain Exception for a bad file
        raise EncoderError(
            f"{description.removesuffix('.json')} folder {directory} cannot be opened ({error}); "
            f"expected {NETWORK}, {WEIGHTS}, {TOKENIZER} and {description} as exported: run "
            "`partnerqa index`"
        ) from error


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    # An explicit number: left to itself the library pins threads to cores, which containers refuse.
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads that wait keep a core busy. Ten microseconds bridge the gaps within one question as
    # well as the usual milliseconds do, and leave the cores to other work between questions.
    options.add_session_config_entry("session.intra_op.spin_duration_us", "10")
    options.log_severity_level = 3  # errors only; they are raised as well
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    """How many cores this process may run on (not how many the machine has)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
