"""How fast a build is, beside `SentenceTransformer.encode` of the same passages in batches alone.

Three figures. "Encoding": the texts of all passages, nothing else on either side. "A whole build":
all that `partnerqa index` does after reading, which encodes every sentence, heading and code
besides the passages, writes, verifies and swaps; only the export of the model is left out, which
happens once a model. "Built again": the same where nearly all is known, since one page was taken
out of the collection since the build before or put in again. All count passages, so the last two
carry more texts for the same count.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
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
    """Passages a second: the encoding alone, a whole build, and one over the one in `directory`."""
    with Index.open(directory) as index:
        encode = partial(index.encoder.encode, prompt="passage")
        texts = [embedded_text(one) for one in index.store.passages(range(len(index.vectors)))]
    plain_encode = partial(load_model(model_name).encode, normalize_embeddings=True)
    ours, whole, again, theirs = [], [], [], []
    for _ in range(ROUNDS):
        theirs.append(len(texts) / seconds(partial(plain_encode, texts)))
        ours.append(len(texts) / seconds(partial(encode, texts)))
        whole.append(len(texts) / _seconds_from_nothing(collection, directory, model_name))
        build_index(without_a_page(collection), directory, model=model_name)
        over = partial(build_index, collection, directory, model=model_name)
        again.append(len(texts) / seconds(over))
    return [
        more_is_better("encoding the passages alone", ours, theirs, "passages/s", target=1),
        more_is_better("a whole build (plain: encoding)", whole, theirs, "passages/s", target=1),
        more_is_better("built again (plain: encoding)", again, theirs, "passages/s", target=1),
    ]


def _seconds_from_nothing(collection: Collection, exports: Path, model_name: str) -> float:
    """How long a build takes in an empty folder, with the model that is in `exports`."""
    with tempfile.TemporaryDirectory(dir=exports.parent) as folder:
        build = partial(build_index, collection, Path(folder), model=model_name, exports=exports)
        return seconds(build)


def without_a_page(collection: Collection) -> Collection:
    """`collection` without its last page and what is said on it."""
    last = collection.documents[-1].id
    return replace(
        collection,
        documents=collection.documents[:-1],
        quotes=tuple(quote for quote in collection.quotes if quote.document_id != last),
    )
