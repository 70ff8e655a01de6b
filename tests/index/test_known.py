from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.corpus.passage import embedded_text, passages
from partnerqa.encoder.runtime import Encoder
from partnerqa.index import known
from partnerqa.index.build import build_index
from partnerqa.index.known import Encoding, encoding_what_is_new
from partnerqa.index.opened import Index
from partnerqa.index.verify import verify
from partnerqa.records import Collection

Vectors = NDArray[np.float32]


class Counting:
    """An encoder's `encode` that remembers what it was asked for."""

    def __init__(self, encoder: Encoder) -> None:
        self.asked: list[str] = []
        self._encode = partial(encoder.encode, prompt="passage")

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return self._encode(texts)


class Counted:
    """What encodes over the build in the folder `directory`, and what it asks of the encoder."""

    def __init__(self, directory: Path, examples_hash: str | None = None) -> None:
        with Index.open(directory) as index:
            self.encoder = index.encoder
            digest = examples_hash or index.manifest.examples_hash
        self._encode = Counting(self.encoder)
        self.encoding: Encoding = encoding_what_is_new(
            directory, self.encoder, self._encode, digest
        )
        self._encode.asked.clear()  # the texts that are tried

    def asked(self, kind: str, texts: Sequence[str]) -> list[str]:
        """What is encoded to have the vectors of `texts`, which are right in any case."""
        found = getattr(self.encoding, kind)(texts)
        asked, self._encode.asked = self._encode.asked, []
        assert found.dtype == np.float32
        assert (found * self.encoder.encode(texts, prompt="passage")).sum(axis=1).min() > 0.999
        return asked


@pytest.fixture
def counted(sealed: Path) -> Counted:
    return Counted(sealed)


def test_what_the_build_before_encoded_is_not_encoded_again(
    counted: Counted, pages: Collection
) -> None:
    parts = passages(pages, counted.encoder.count, counted.encoder.room)
    assert counted.asked("passages", [embedded_text(part) for part in parts]) == []
    assert (
        counted.asked("sentences", ["Nobody paid for my train.", "Nobody paid for my train!"]) == []
    )
    assert counted.asked("sections", ["Filling in forms", "Bram's answer was short."]) == []
    assert counted.asked("codes", ["tears at work", "too much paperwork; tears at work"]) == []


def test_only_what_is_new_is_encoded(counted: Counted) -> None:
    texts = ["Filling in forms", "Parking", "Travel", "Lunch"]
    assert counted.asked("sections", texts) == ["Parking", "Lunch"]


def test_sentences_lend_nothing_to_other_texts_since_theirs_are_halved(counted: Counted) -> None:
    assert counted.asked("codes", ["Nobody paid for my train."]) == ["Nobody paid for my train."]


def test_nothing_is_taken_over_where_there_is_no_build(sealed: Path, tmp_path: Path) -> None:
    with Index.open(sealed) as index:
        encode = Counting(index.encoder)
        digest = index.manifest.examples_hash
        encoding = encoding_what_is_new(tmp_path, index.encoder, encode, digest)
    assert encoding == (encode, encode, encode, encode)


def test_nothing_is_taken_over_from_a_build_with_another_gloss_or_version(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Counted(sealed, "other").asked("sections", ["Travel"]) == ["Travel"]
    monkeypatch.setattr(known, "__version__", "0.0.0")
    assert Counted(sealed).asked("sections", ["Travel"]) == ["Travel"]


def test_nothing_is_taken_over_from_a_damaged_build(mine: Path) -> None:
    with Index.open(mine) as index:
        encoder, digest = index.encoder, index.manifest.examples_hash
    (file,) = mine.glob("build-*/sections.npz")
    file.write_bytes(b"damaged")
    encode = Counting(encoder)
    encoding = encoding_what_is_new(mine, encoder, encode, digest)
    assert encoding == (encode, encode, encode, encode)


def test_vectors_that_the_encoder_would_not_make_are_not_taken_over(sealed: Path) -> None:
    with Index.open(sealed) as index:

        def backwards(texts: Sequence[str]) -> Vectors:
            return index.encoder.encode([text[::-1] for text in texts], prompt="passage")

        digest = index.manifest.examples_hash
        encoding = encoding_what_is_new(sealed, index.encoder, backwards, digest)
    assert encoding == (backwards, backwards, backwards, backwards)


def test_a_build_over_another_has_the_vectors_of_one_from_nothing(
    sealed: Path, mine: Path, pages: Collection
) -> None:
    fewer = replace(pages, quotes=pages.quotes[1:])
    build_index(fewer, mine)
    build_index(pages, mine)
    assert verify(mine) == []
    with Index.open(sealed) as new, Index.open(mine) as over:
        rows = range(len(new.rows))
        assert np.allclose(over.vectors.vectors(rows), new.vectors.vectors(rows), atol=1e-6)
        assert np.allclose(over.sentences.vectors, new.sentences.vectors, atol=1e-3)
        assert np.allclose(over.sections.vectors, new.sections.vectors, atol=1e-6)
        assert np.allclose(over.codes.vectors, new.codes.vectors, atol=1e-6)
        assert np.allclose(over.codes.wholes, new.codes.wholes, atol=1e-6)


def test_an_approximate_index_lends_no_passages(mine: Path, pages: Collection) -> None:
    build_index(pages, mine, vector_factory="HNSW8")
    counted = Counted(mine)
    parts = passages(pages, counted.encoder.count, counted.encoder.room)
    texts = [embedded_text(part) for part in parts]
    assert counted.asked("passages", texts) == texts
    assert counted.asked("sections", ["Travel"]) == []
