"""Passages a second of a build, beside `SentenceTransformer.encode` in batches alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from partnerqa.corpus.passage import embedded_text
from partnerqa.encoder.model import load_model
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import Collection
from tests.bench.figure import Figure, more_is_better, seconds

ROUNDS = 3


def build_figures(collection: Collection, directory: Path, model_name: str) -> list[Figure]:
    """Passages a second: the encoding alone, and a whole build over the one in `directory`."""
    with Index.open(directory) as index:
        encode = partial(index.encoder.encode, prompt="passage")
        texts = [embedded_text(one) for one in index.store.passages(range(len(index.vectors)))]
    plain_encode = partial(load_model(model_name).encode, normalize_embeddings=True)
    build = partial(build_index, collection, directory, model=model_name)
    ours, whole, theirs = [], [], []
    for _ in range(ROUNDS):
        theirs.append(len(texts) / seconds(partial(plain_encode, texts)))
        ours.append(len(texts) / seconds(partial(encode, texts)))
        whole.append(len(texts) / seconds(build))
    return [
        more_is_better("encoding passages", ours, theirs, "passages/s", target=1),
        more_is_better("a whole build", whole, theirs, "passages/s", target=1),
    ]
