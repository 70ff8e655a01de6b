"""The light runtime of an exported model: `onnxruntime` and `tokenizers`, nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it ships without types
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from partnerqa.errors import EncoderError

Prompt = Literal["query", "passage"]
Progress = Callable[[str, int, int], None]

DESCRIPTION = "encoder.json"
NETWORK = "model.onnx"
TOKENIZER = "tokenizer.json"
WEIGHTS = "model.weights"  # read by the network, under this name

_CHUNK = 2048  # texts tokenized at once: sorting pays, and a large collection stays out of memory
_BATCH = 1024  # tokens, padding included, per run: measured best on two cores, and small in memory


class Encoder:
    """Texts to unit vectors, with the exported network. Safe to share between threads."""

    def __init__(
        self,
        description: Mapping[str, Any],
        tokenizer: Path,
        session: onnxruntime.InferenceSession,
    ) -> None:
        self.name: str = description["name"]
        self.hash: str = description["hash"]
        self.dimension: int = description["dimension"]
        self.window: int = description["window"]
        self._prompts: Mapping[str, str] = description["prompts"]
        self._padding: int = description["padding"]
        self._file = tokenizer
        self._session = session
        self._inputs = [entry.name for entry in session.get_inputs()]
        self._tokenizer = _plain_tokenizer(tokenizer)
        self._tokenizer.enable_truncation(self.window)

    @classmethod
    def open(cls, directory: Path, threads: int = 0) -> Self:
        """The encoder that `export_model` wrote into `directory`.

        `threads` is how many cores one text may use; 0 takes all that this process may run on.
        Raises EncoderError for a folder that holds no such encoder.
        """
        try:
            description = json.loads((directory / DESCRIPTION).read_text(encoding="utf-8"))
            session = _session(directory / NETWORK, threads or _cores())
            return cls(description, directory / TOKENIZER, session)
        except Exception as error:  # both libraries raise plain Exception for a bad file
            raise EncoderError(
                f"encoder folder {directory} cannot be opened ({error}); expected {NETWORK}, "
                f"{WEIGHTS}, {TOKENIZER} and {DESCRIPTION} as exported: run `partnerqa index`"
            ) from error

    @property
    def room(self) -> int:
        """The most tokens that a passage's own text may have: the window less what is added."""
        special = self._counter.num_special_tokens_to_add(is_pair=False)
        return self.window - special - self.count(self._prompts["passage"])

    def count(self, text: str) -> int:
        """How many tokens `text` has, special ones left out and nothing cut off."""
        return len(self._counter.encode(text, add_special_tokens=False).ids)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector (dimension,) of one question, of length 1."""
        vector: NDArray[np.float32]
        (vector,) = self._run([self._tokenizer.encode(self._prompts["query"] + text)])
        return vector

    def encode(
        self, texts: Sequence[str], *, prompt: Prompt, progress: Progress | None = None
    ) -> NDArray[np.float32]:
        """The vectors (number of texts, dimension) of `texts`, in their order, rows of length 1.

        What goes beyond the window is cut off. `progress` hears of each batch as
        `("encode", done, total)`.
        """
        vectors = np.empty((len(texts), self.dimension), np.float32)
        done = 0
        for start in range(0, len(texts), _CHUNK):
            chunk = [self._prompts[prompt] + text for text in texts[start : start + _CHUNK]]
            encodings = self._tokenizer.encode_batch(chunk)
            for batch in _batches([len(encoding.ids) for encoding in encodings]):
                vectors[start + np.array(batch)] = self._run([encodings[row] for row in batch])
                done += len(batch)
                if progress:
                    progress("encode", done, len(texts))
        return vectors

    @cached_property
    def _counter(self) -> Tokenizer:
        """A second tokenizer that never truncates; only a build counts, so it is read late."""
        return _plain_tokenizer(self._file)

    def _run(self, encodings: Sequence[Encoding]) -> NDArray[np.float32]:
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
        vectors: NDArray[np.float32]
        (vectors,) = self._session.run(None, {name: filled[name] for name in self._inputs})
        return vectors


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of texts of about one length, longest first, `_BATCH` padded tokens at a time."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: -lengths[row]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > _BATCH:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _plain_tokenizer(path: Path) -> Tokenizer:
    """The stored tokenizer without the padding and truncation that it may have been saved with."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


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
