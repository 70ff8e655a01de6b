"""A sealed index, checked and open for reading: all that serving needs."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from partnerqa.encoder.model import (
    CROSS_ENCODER,
    MODEL,
    Make,
    canonical_name,
    is_folder,
    model_hash,
)
from partnerqa.encoder.reranker import Reranker
from partnerqa.encoder.runtime import Encoder
from partnerqa.errors import DamagedIndexError, EncoderError, ModelMismatchError
from partnerqa.index.asking import Asking
from partnerqa.index.codes import Codes
from partnerqa.index.gloss import with_gloss
from partnerqa.index.lexical import LexicalIndex
from partnerqa.index.manifest import (
    Manifest,
    altered_files,
    current_build,
    damage,
    read_manifest,
)
from partnerqa.index.rows import Rows
from partnerqa.index.sections import Sections
from partnerqa.index.sentences import Sentences
from partnerqa.index.spelling import Spelling
from partnerqa.index.store import DocumentStore
from partnerqa.index.vectors import FaissVectors, VectorStore
from partnerqa.index.wording import Wording

ASKING = "asking.npz"
CODES = "codes.npz"
CODE_VECTORS = "codes.npy"
CODE_WHOLES = "codes-together.npy"
ENCODER = "encoder"
LEXICAL = "lexical"
RERANKER = "reranker"  # only where one was asked for
ROWS = "rows.npz"
SECTIONS = "sections.npz"
SECTION_VECTORS = "sections.npy"
SENTENCES = "sentences.npz"
SENTENCE_VECTORS = "sentences.npy"
SIGNPOSTS = "signposts.toml"  # only where the collection brings its own
SPELLING = "spelling.npz"
SPELLING_WORDS = "spelling.npy"
STORE = "documents.sqlite"
VECTORS = "vectors.faiss"
WORDING = "wording.npz"

# What the libraries raise for a file that is not what it should be.
UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, sqlite3.Error, EncoderError)

Wanted = tuple[str | None, str | None]  # a model and a reranker; None is whatever there is


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """One build of an index. A context manager; safe to share between threads.

    It goes on working, with what it holds, when a later build takes its place on disk.
    """

    directory: Path
    manifest: Manifest
    store: DocumentStore
    lexical: LexicalIndex
    vectors: VectorStore
    rows: Rows
    wording: Wording
    sentences: Sentences
    sections: Sections
    codes: Codes
    asking: Asking
    spelling: Spelling
    encoder: Encoder
    reranker: Reranker | None

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        model: str | None = None,
        reranker: str | None = None,
        check: bool = True,
        threads: int = 0,
    ) -> Self:
        """The build in force in the index `directory`, which is never written to.

        `check` compares the checksum of every file, which takes about 0.1 s for 100 MB beside
        the loading. `model` is the model that the index is expected to have: a folder is compared
        by its files, anything else by name; so is `reranker`, where an empty name is none.
        `threads` are the cores for one question, 0 for all.

        Raises MissingIndexError, FormatError, DamagedIndexError or ModelMismatchError; the
        message says what to do.
        """
        build = current_build(directory)
        try:
            return cls._open(build, (model, reranker), threads, check=check)
        except DamagedIndexError:
            # A build that ends at this moment puts another folder in force and removes this one.
            if current_build(directory) == build:
                raise
            return cls.open(directory, model=model, reranker=reranker, check=check, threads=threads)

    def close(self) -> None:
        """Close the files."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @classmethod
    def _open(cls, build: Path, wanted: Wanted, threads: int, *, check: bool) -> Self:
        manifest = read_manifest(build)
        _check_models(manifest, *wanted)
        with ThreadPoolExecutor(1) as pool:
            # The networks take as long to load as the checksums take to compare.
            encoder = pool.submit(open_encoder, build, manifest, threads)
            reranker = pool.submit(open_reranker, build, manifest, threads)
            altered = altered_files(build, manifest) if check else []
            if altered:
                others = f", and {len(altered) - 1} more" if len(altered) > 1 else ""
                raise DamagedIndexError(damage(build, altered[0] + others))
            try:
                return cls.load(build, manifest, encoder.result(), reranker.result())
            except UNREADABLE as error:
                raise DamagedIndexError(damage(build, str(error))) from error

    @classmethod
    def load(
        cls, build: Path, manifest: Manifest, encoder: Encoder, reranker: Reranker | None
    ) -> Self:
        """The parts of the folder `build`, unchecked; raises what is in `UNREADABLE`."""
        rows = Rows.open(build / ROWS)
        return cls(
            directory=build,
            manifest=manifest,
            lexical=LexicalIndex.open(build / LEXICAL, rows.languages),
            vectors=FaissVectors.open(build / VECTORS),
            rows=rows,
            wording=Wording.open(build / WORDING),
            sentences=Sentences.open(build / SENTENCES, build / SENTENCE_VECTORS),
            sections=Sections.open(build / SECTIONS, build / SECTION_VECTORS),
            codes=Codes.open(build / CODES, build / CODE_VECTORS, build / CODE_WHOLES),
            asking=Asking.open(build / ASKING),
            spelling=Spelling.open(build / SPELLING, build / SPELLING_WORDS),
            encoder=encoder,
            reranker=reranker,
            store=DocumentStore.open(build / STORE),
        )


def open_encoder(build: Path, manifest: Manifest, threads: int = 0) -> Encoder:
    """The encoder of the folder `build`. Raises EncoderError if it cannot be opened."""
    encoder = Encoder.open(build / ENCODER, threads)
    return with_gloss(encoder) if manifest.glossed else encoder


def open_reranker(build: Path, manifest: Manifest, threads: int = 0) -> Reranker | None:
    """The reranker of the folder `build`, if it has one. Raises EncoderError if it cannot open."""
    return Reranker.open(build / RERANKER, threads) if manifest.reranker else None


def _check_models(manifest: Manifest, model: str | None, reranker: str | None) -> None:
    """Refuse an index with others than those that are wanted; None is whatever there is."""
    if model is not None:
        _check(MODEL, model, manifest.model, manifest.model_hash)
    if reranker is not None:
        _check(CROSS_ENCODER, reranker, manifest.reranker, manifest.reranker_hash)


def _check(make: Make, wanted: str, built: str, built_hash: str) -> None:
    if not _is_same(make, wanted, built, built_hash):
        word, had, other = make.word, built or '""', wanted or '""'
        raise ModelMismatchError(
            f"the index was built with {word} {had}, not with {other}; set {word} to {had}, or "
            f"build the index again with `partnerqa index --{word} {other}`"
        )


def _is_same(make: Make, wanted: str, built: str, built_hash: str) -> bool:
    """Whether `wanted` is what was built with: a folder is compared by its files, else by name."""
    if not wanted:
        return not built
    if is_folder(wanted):
        return model_hash(wanted, make) == built_hash
    return canonical_name(wanted) == built
