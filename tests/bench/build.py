"""How fast a build is, beside `SentenceTransformer.encode` of the same passages in batches alone.

Two figures. "Encoding": the texts of all passages, nothing else on either side. "A whole build":
all that `partnerqa index` does after reading, which encodes every sentence, heading and code
besides the passages, writes, verifies and swaps; only the export of the model is left out, which
happens once a model. Both count passages, so the second carries more texts for the same count.
"""

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
        more_is_better("encoding the passages alone", ours, theirs, "passages/s", target=1),
        more_is_better("a whole build (plain: encoding)", whole, theirs, "passages/s", target=1),
    ]
