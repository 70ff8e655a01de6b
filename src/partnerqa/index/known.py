"""Vectors of texts that the build in force has encoded already: only what is new is encoded again.

Pages are corrected a name at a time, and nearly all that an index encodes is the same before and
after. Vectors are taken over only from a build of the same partnerqa, model and gloss, and only if
a few of its texts, encoded again, come out as they are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from partnerqa import __version__
from partnerqa.corpus.passage import embedded_text
from partnerqa.encoder.runtime import Encoder
from partnerqa.errors import SealedIndexError
from partnerqa.index.codes import texts_together
from partnerqa.index.manifest import altered_files, current_build, read_manifest
from partnerqa.index.opened import UNREADABLE, Index
from partnerqa.index.sections import texts_around
from partnerqa.records import Passage

Vectors = NDArray[Any]  # sentences are halved in precision, all others are not
Known = tuple[Sequence[str], Vectors]  # texts, and a row for each
Encode = Callable[[Sequence[str]], NDArray[np.float32]]

_TRIED = 8  # texts of each kind that are encoded again before their vectors are trusted
_ALIKE = 0.999  # the least cosine of these to what is stored: halving moves one by less
_EXACT = "Flat"  # any other factory may give back other vectors than it was given


class Encoding(NamedTuple):
    """What encodes the texts of passages, of sentences, around passages, and of codes."""

    passages: Encode
    sentences: Encode
    sections: Encode
    codes: Encode


def encoding_what_is_new(
    directory: Path, encoder: Encoder, encode: Encode, examples_hash: str
) -> Encoding:
    """`encode`, asked only for what the build in force in `directory` does not know.

    `encode` gives vectors by `encoder`; `examples_hash` is that of the examples and the gloss.
    Sentences are kept apart, since theirs are stored at half the precision of the others.
    """
    before = _before(directory, encoder, examples_hash)
    if before is None:
        return Encoding(encode, encode, encode, encode)
    kinds = (_passages, _sentences, _sections, _codes)
    with before:
        parts = before.store.passages(range(len(before.rows)))
        return Encoding(*(_knowing(encode, *known(before, parts)) for known in kinds))


def _before(directory: Path, encoder: Encoder, examples_hash: str) -> Index | None:
    """The build in force, if it is whole and `encoder` made its vectors."""
    try:
        build = current_build(directory)
        manifest = read_manifest(build)
        made = manifest.version, manifest.model_hash, manifest.glossed, manifest.examples_hash
        wanted = __version__, encoder.hash, encoder.is_reading, examples_hash
        if made != wanted or altered_files(build, manifest):
            return None
        return Index.load(build, manifest, encoder, None)
    except (SealedIndexError, *UNREADABLE):
        return None


def _passages(index: Index, parts: Sequence[Passage]) -> Known:
    if index.manifest.vector_factory != _EXACT:
        return [], np.empty((0, index.encoder.dimension))
    return [embedded_text(one) for one in parts], index.vectors.vectors(range(len(parts)))


def _sentences(index: Index, parts: Sequence[Passage]) -> Known:
    spans = ((one.text, index.sentences.spans(one.number)) for one in parts)
    return [span.of(text) for text, found in spans for span in found], index.sentences.vectors


def _sections(index: Index, parts: Sequence[Passage]) -> Known:
    titles = {document.id: document.title for document in index.store.documents()}
    texts = texts_around(index.rows, titles, [one.lead_in for one in parts])
    return texts, index.sections.vectors


def _codes(index: Index, parts: Sequence[Passage]) -> Known:
    vectors = np.concatenate([index.codes.vectors, index.codes.wholes])
    return [*index.codes.names, *texts_together(parts)], vectors


def _knowing(encode: Encode, texts: Sequence[str], vectors: Vectors) -> Encode:
    """`encode`, asked only for what is not among `texts`, of which `vectors` has the rows."""
    if not _trusted(encode, texts, vectors):
        return encode
    known = {text: row for row, text in enumerate(texts)}

    def encoded(wanted: Sequence[str]) -> NDArray[np.float32]:
        rows = np.array([known.get(text, -1) for text in wanted], np.int64)
        found = vectors[rows].astype(np.float32)
        new = np.flatnonzero(rows < 0)
        found[new] = encode([wanted[place] for place in new.tolist()])
        return found

    return encoded


def _trusted(encode: Encode, texts: Sequence[str], vectors: Vectors) -> bool:
    """Whether some of `texts`, encoded again, are what `vectors` says."""
    if not texts or len(texts) != len(vectors):
        return False
    places = sorted({len(texts) * place // _TRIED for place in range(_TRIED)})
    again = encode([texts[place] for place in places])
    return bool(np.all((again * vectors[places]).sum(axis=1) > _ALIKE))
