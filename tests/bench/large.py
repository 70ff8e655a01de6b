"""An index of many passages, made of the sentences of a small one and of their vectors.

Each passage is three sentences drawn at random, its vector the direction of their sum: words and
meaning are spread as in the small collection, and nothing has to be encoded. Every quote has codes
of the small one, drawn at random. All else is built as `partnerqa index` builds it.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from partnerqa.encoder.runtime import Reading
from partnerqa.index import build
from partnerqa.index.opened import ENCODER, Index
from partnerqa.records import Attribution, Collection, Document, Quote, Section, Span

DRAWN = 3  # sentences a passage
PAGE = 50  # passages a page
SECTION = 10  # passages under one heading
QUOTED = 3  # of these passages ...
OF = 5  # ... out of so many are quotes, the others narrative
CODES = 8  # that each quote has
SEED = 7

Vectors = NDArray[np.float32]
Headings = tuple[str, ...]


class Resampled:
    """Stands in for the encoder while the large index is built: it looks vectors up."""

    room = 100_000  # tokens: no passage is parted
    is_reading = True  # as the encoder of the small index, whose vectors these are

    def __init__(self, known: Mapping[str, Vectors], model_hash: str) -> None:
        self.known = known
        self.hash = model_hash
        self._all = list(known.values())

    def reading(self, _read: Reading) -> Self:
        """Itself: texts are looked up as they are."""
        return self

    @staticmethod
    def count(text: str) -> int:
        """About as many tokens as the encoder would count."""
        return len(text.split())

    def encode(self, texts: Sequence[str], **_how: object) -> Vectors:
        """The vectors that are known, by a text's last line; a drawn one for other texts."""
        found = [self._vector(text.rpartition("\n")[2]) for text in texts]
        return np.reshape(found, (len(texts), len(self._all[0]))).astype(np.float32)

    def _vector(self, text: str) -> Vectors:
        known = self.known.get(text)
        return self._all[zlib.crc32(text.encode()) % len(self._all)] if known is None else known


def build_large(small: Path, directory: Path, size: int) -> None:
    """Build an index of `size` passages in `directory` out of the index in `small`."""
    with Index.open(small) as index:
        known = _sentences(index)
        texts = _drawn(known, size)
        stand_in = Resampled(known, index.manifest.model_hash)
        encoder = index.directory / ENCODER
        made = partial(_made, encoder, stand_in)
        with patch.object(build, "_encoder", made):
            headings = [path for _, path in index.rows.sections]
            collection = _coded(_collection(texts, headings), index.codes.names)
            build.build_index(collection, directory)


def _made(encoder: Path, stand_in: Resampled, unfinished: Path, *_rest: object) -> Resampled:
    shutil.copytree(encoder, unfinished / ENCODER)
    return stand_in


def _sentences(index: Index) -> dict[str, Vectors]:
    """Every sentence of `index` with its vector."""
    parts = index.store.passages(range(len(index.rows)))
    texts = [span.of(part.text) for part in parts for span in index.sentences.spans(part.number)]
    vectors = index.encoder.encode(texts, prompt="passage")
    flat = [" ".join(text.split()) for text in texts]
    return dict(zip(flat, vectors, strict=True))


def _drawn(known: dict[str, Vectors], size: int) -> list[str]:
    """`size` texts of drawn sentences; what is `known` grows by their vectors."""
    sentences, vectors = list(known), np.stack(list(known.values()))
    drawn = np.random.default_rng(SEED).integers(0, len(sentences), (size, DRAWN))
    sums = vectors[drawn].sum(axis=1)
    sums /= np.linalg.norm(sums, axis=1, keepdims=True)
    texts = [" ".join(sentences[place] for place in places) for places in drawn.tolist()]
    known.update(zip(texts, sums, strict=True))
    return texts


def _collection(texts: Sequence[str], headings: Sequence[Headings]) -> Collection:
    pages = [texts[start : start + PAGE] for start in range(0, len(texts), PAGE)]
    read = [_page(f"page{number:08}", page, headings) for number, page in enumerate(pages)]
    return Collection(
        name="Resampled",
        notice="",
        language="en",
        documents=tuple(document for document, _ in read),
        quotes=tuple(quote for _, quotes in read for quote in quotes),
        speakers=(),
    )


def _coded(collection: Collection, codes: Sequence[str]) -> Collection:
    """`collection`, every quote with some of `codes`."""
    if not codes:
        return collection
    size = (len(collection.quotes), CODES)
    drawn = np.random.default_rng(SEED).integers(0, len(codes), size).tolist()
    given = [tuple(dict.fromkeys(codes[place] for place in places)) for places in drawn]
    quotes = zip(collection.quotes, given, strict=True)
    return replace(collection, quotes=tuple(replace(one, codes=its) for one, its in quotes))


def _page(
    name: str, texts: Sequence[str], headings: Sequence[Headings]
) -> tuple[Document, list[Quote]]:
    """One page whose paragraphs are `texts`."""
    text = "\n\n".join(texts)
    spans = list(_spans(texts))
    firsts = [span.start for span in spans[::SECTION]]
    paths = [headings[zlib.crc32(f"{name} {start}".encode()) % len(headings)] for start in firsts]
    document = Document(
        id=name,
        path=f"{name}.txt",
        title=name,
        text=text,
        sections=tuple(map(Section, paths, firsts, [*firsts[1:], len(text)])),
        narrative=tuple(span for place, span in enumerate(spans) if place % OF >= QUOTED),
    )
    return document, [
        _quote(document, place, span) for place, span in enumerate(spans) if place % OF < QUOTED
    ]


def _quote(document: Document, place: int, span: Span) -> Quote:
    return Quote(
        id=f"{document.id}-{place}",
        document_id=document.id,
        start=span.start,
        end=span.end,
        text=span.of(document.text),
        section=document.section_at(span.start).path,
        attribution=Attribution(None, None, "none", (), 0.0),
    )


def _spans(texts: Sequence[str]) -> Iterator[Span]:
    start = 0
    for text in texts:
        yield Span(start, start + len(text))
        start += len(text) + 2
