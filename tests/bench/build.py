"""Passages a second of a build, beside `SentenceTransformer.encode` in batches alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from partnerqa.corpus.passage import embedded_text
from partnerqa.encoder.model import load_model
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import Collection
from tests.bench.figure import Figure, interleaved, more_is_better, seconds

ROUNDS = 3


def build_figures(collection: Collection, directory: Path, model_name: str) -> list[Figure]:
    """Passages a second: the encoding alone, and a whole build over the one in `directory`."""
    with Index.open(directory) as index:
        passages = index.store.passages(range(len(index.vectors)))
        texts = [embedded_text(passage) for passage in passages]
        model = load_model(model_name)
        ours, theirs = interleaved(
            [partial(index.encoder.encode, texts, prompt="passage")] * ROUNDS,
            [partial(model.encode, texts, normalize_embeddings=True)] * ROUNDS,
        )
    whole = [seconds(partial(build_index, collection, directory, model=model_name))]
    plain = [len(texts) / time for time in theirs]
    return [
        more_is_better(name, [len(texts) / time for time in times], plain, "passages/s", target=1)
        for name, times in (("encoding passages", ours), ("a whole build", whole))
    ]
