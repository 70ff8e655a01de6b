"""Vectors of the questions asked last, so that a thread costs one encoding a turn.

Only a digest of each question is kept beside its vector, in memory, and only for a while: the
words themselves are not stored anywhere.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from partnerqa.encoder.runtime import Encoder
from partnerqa.index.kept import kept

SIZE = 256


class RecentVectors:
    """The question vectors of one encoder, the last SIZE of them remembered. Thread-safe."""

    def __init__(self, encoder: Encoder, size: int = SIZE) -> None:
        self._encoder = encoder
        self._size = size
        self._vectors: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    def of(self, text: str) -> NDArray[np.float32]:
        """The vector of `text`, of shape (dimension,) and length 1."""
        key = blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
        with self._lock:
            known = self._vectors.get(key)
        if known is not None:
            return known
        vector = self._encoder.encode_query(text)
        with self._lock:
            self._vectors[key] = vector
            while len(self._vectors) > self._size:
                self._vectors.popitem(last=False)
        return vector


@kept(4)
def recent_vectors(encoder: Encoder) -> RecentVectors:
    """The remembered vectors of `encoder`; kept for the encoders used last."""
    return RecentVectors(encoder)
