"""The light runtime of an exported model: texts to vectors, without torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from partnerqa.encoder.network import Facts, Network, batches, opened, plain_tokenizer

Prompt = Literal["query", "passage"]
Progress = Callable[[str, int, int], None]
Reading = Callable[[str], str]

DESCRIPTION = "encoder.json"

_CHUNK = 2048  # texts tokenized at once: sorting pays, and a large collection stays out of memory


class Encoder:
    """Texts to unit vectors, with the exported network. Safe to share between threads.

    `read` is what is done with every text before it is encoded: nothing, as the model is exported.
    """

    def __init__(self, description: Facts, tokenizer: Path, network: Network) -> None:
        self.name: str = description["name"]
        self.hash: str = description["hash"]
        self.dimension: int = description["dimension"]
        self.window: int = description["window"]
        self._prompts: Mapping[str, str] = description["prompts"]
        self.read: Reading = str
        self._file = tokenizer
        self._network = network
        self._tokenizer = plain_tokenizer(tokenizer)
        self._tokenizer.enable_truncation(self.window)

    @classmethod
    def open(cls, directory: Path, threads: int = 0) -> Self:
        """The encoder that `export_model` wrote into `directory`.

        `threads` is how many cores one text may use; 0 takes all that this process may run on.
        Raises EncoderError for a folder that holds no such encoder.
        """
        return opened(directory, DESCRIPTION, threads, cls)

    @property
    def is_reading(self) -> bool:
        """Whether anything is done with texts before they are encoded."""
        return self.read is not str

    def reading(self, read: Reading) -> Self:
        """The same encoder, given in place of every text what `read` makes of it."""
        other = copy(self)
        other.read = read
        return other

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
        prompted = self._prompts["query"] + self.read(text)
        (vector,) = self._network.run([self._tokenizer.encode(prompted)])
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
            chunk = [
                self._prompts[prompt] + self.read(text) for text in texts[start : start + _CHUNK]
            ]
            encodings = self._tokenizer.encode_batch(chunk)
            for batch in batches(encodings):
                vectors[start + np.array(batch)] = self._network.run(
                    [encodings[row] for row in batch]
                )
                done += len(batch)
                if progress:
                    progress("encode", done, len(texts))
        return vectors

    @cached_property
    def _counter(self) -> Tokenizer:
        """A second tokenizer that never truncates; only a build counts, so it is read late."""
        return plain_tokenizer(self._file)
