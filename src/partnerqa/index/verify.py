"""The whole index checked again: every checksum, every quote against its document, every count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from partnerqa.errors import DamagedIndexError, PartnerqaError
from partnerqa.index.manifest import altered_files, current_build, read_manifest
from partnerqa.index.opened import STORE, UNREADABLE, Index, open_encoder, open_reranker
from partnerqa.index.store import DocumentStore

_LENGTH_TOLERANCE = 1e-3
_BATCH = 4096  # vectors looked at together


def verify(directory: Path) -> list[str]:
    """What is wrong with the build in force in the index `directory`; nothing if all is well.

    Raises MissingIndexError, or FormatError for an index of another format version.
    """
    try:
        return faults(current_build(directory))
    except DamagedIndexError as error:
        return [str(error)]


def faults(build: Path) -> list[str]:
    """What is wrong with the folder `build`; raises as `read_manifest` does."""
    manifest = read_manifest(build)
    altered = altered_files(build, manifest)
    found = list(altered)
    try:
        if altered:  # SQLite can be asked all the same; other engines trust their files blindly
            found += _store_faults(build)
        else:
            encoder, reranker = open_encoder(build, manifest), open_reranker(build, manifest)
            with Index.load(build, manifest, encoder, reranker) as index:
                for check in (_texts, _counts, _rows, _vectors, _encoder, _reranker):
                    found += check(index)
    except (*UNREADABLE, PartnerqaError) as error:
        found.append(f"{build}: it cannot be read ({error})")
    return found


def _store_faults(build: Path) -> list[str]:
    store = DocumentStore.open(build / STORE)
    try:
        return list(store.faults())
    finally:
        store.close()


def _texts(index: Index) -> Iterator[str]:
    yield from index.store.faults()


def _counts(index: Index) -> Iterator[str]:
    """Every part against the counts of the manifest."""
    stored = index.store.counts()
    for name, expected in index.manifest.counts.items():
        if stored[name] != expected:
            yield f"documents.sqlite holds {stored[name]} {name}; the manifest says {expected}"
    passages = index.manifest.counts["passages"]
    if len(index.sentences.vectors) != index.sentences.first[-1]:
        yield "sentences.npy holds another number of sentences than sentences.npz"
    if len(index.sections) != len(index.rows.sections):
        yield "sections.npz holds another number of sections than rows.npz"
    if len(index.codes) != len(index.codes.vectors):
        yield "codes.npy holds another number of codes than codes.npz"
    if index.codes.whole.max(initial=-1) >= len(index.codes.wholes):
        yield "codes-together.npy holds fewer vectors than codes.npz speaks of"
    for part, size in (
        ("rows.npz", len(index.rows)),
        ("wording.npz", len(index.wording)),
        ("sentences.npz", len(index.sentences)),
        ("sections.npz", len(index.sections.lead_in)),
        ("codes.npz", len(index.codes.whole)),
        ("lexical", len(index.lexical)),
        ("vectors.faiss", len(index.vectors)),
    ):
        if size != passages:
            yield f"{part} holds {size} passages; the manifest says {passages}"


def _rows(index: Index) -> Iterator[str]:
    """What filters are asked of, against the passages themselves."""
    rows = index.rows
    for number, passage in enumerate(index.store.passages(range(len(rows)))):
        quote = rows.quotes[rows.quote[number]] if rows.quote[number] >= 0 else None
        said = (rows.kinds[rows.kind[number]], rows.documents[rows.document[number]], quote)
        if said != (passage.kind, passage.document_id, passage.quote_id):
            yield f"rows.npz tells passage {number} otherwise than documents.sqlite"
        if index.codes.given(number) != passage.codes:
            yield f"codes.npz gives passage {number} other codes than documents.sqlite"


def _vectors(index: Index) -> Iterator[str]:
    """Every vector finite and, where the factory keeps them as they are, of length 1."""
    exact = index.manifest.vector_factory == "Flat"
    for start in range(0, len(index.vectors), _BATCH):
        numbers = np.arange(start, min(start + _BATCH, len(index.vectors)))
        lengths = np.linalg.norm(index.vectors.vectors(numbers), axis=1)
        good = np.isfinite(lengths)
        if exact:
            good &= np.abs(lengths - 1) <= _LENGTH_TOLERANCE
        for number in numbers[~good]:
            yield f"vectors.faiss row {number} has length {lengths[number - start]:.2f}; expected 1"


def _encoder(index: Index) -> Iterator[str]:
    """The encoder against the vectors and the manifest."""
    if index.encoder.hash != index.manifest.model_hash:
        yield f"the encoder is another export than that of model {index.manifest.model}"
    dimension = index.vectors.vectors([0]).shape[1]
    if index.encoder.dimension != dimension:
        yield f"the encoder has {index.encoder.dimension} dimensions, vectors.faiss {dimension}"
    if index.asking.turn.shape != (dimension, dimension):
        yield f"asking.npz turns vectors of {len(index.asking.turn)} dimensions, not {dimension}"


def _reranker(index: Index) -> Iterator[str]:
    """The reranker, if there is one, against the manifest."""
    if index.reranker and index.reranker.hash != index.manifest.reranker_hash:
        yield f"the reranker is another export than that of model {index.manifest.reranker}"
