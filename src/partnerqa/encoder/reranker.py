"""The light runtime of an exported cross-encoder: it reads a question and a text together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from partnerqa.encoder.network import Facts, Network, batches, opened, plain_tokenizer

DESCRIPTION = "reranker.json"


class Reranker:
    """Pairs of texts to scores, with the exported network. Safe to share between threads."""

    def __init__(self, description: Facts, tokenizer: Path, network: Network) -> None:
        self.name: str = description["name"]
        self.hash: str = description["hash"]
        self.window: int = description["window"]
        self._network = network
        self._tokenizer = plain_tokenizer(tokenizer)
        self._tokenizer.enable_truncation(self.window)  # of a pair the longer text is cut first

    @classmethod
    def open(cls, directory: Path, threads: int = 0) -> Self:
        """The reranker that `export_reranker` wrote into `directory`.

        `threads` is how many cores one question may use; 0 takes all that this process may run
        on. Raises EncoderError for a folder that holds no such reranker.
        """
        return opened(directory, DESCRIPTION, threads, cls)

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each of `texts` answers `question`, of shape (texts,): a higher one better.

        The scores are the network's own (logits): they order texts, and are no chances. What
        goes beyond the window is cut off.
        """
        encodings = self._tokenizer.encode_batch([(question, text) for text in texts])
        scores = np.empty(len(texts), np.float32)
        for batch in batches(encodings):
            scores[batch] = self._network.run([encodings[row] for row in batch])
        return scores
