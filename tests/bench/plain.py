"""The plain way to search, in a process of its own: `SentenceTransformer.encode` + `IndexFlatIP`.

A process of its own, because two thread pools in one disturb each other, and nobody runs both.
Reads one question a line and answers with the seconds that it took.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tests.bench.figure import seconds

LIMIT = 10


class PlainSearch:
    """A running process that searches `vectors` (rows, dimension) the plain way."""

    def __init__(self, model_folder: Path, vectors: NDArray[np.float32], scratch: Path) -> None:
        stored = scratch / "vectors.npy"
        np.save(stored, vectors)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.plain", str(model_folder), str(stored)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()

    def seconds(self, question: str) -> float:
        """How long one question takes there."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(question, file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def serve(model_folder: str, stored: str) -> None:
    """Answer the questions of standard input with seconds until it ends."""
    import faiss
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(model_folder, device="cpu")
    vectors = np.load(stored)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)

    def search(question: str) -> object:
        return flat.search(model.encode([question], normalize_embeddings=True), LIMIT)

    for line in sys.stdin:
        print(seconds(partial(search, line.strip())), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2])
