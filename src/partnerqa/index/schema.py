"""The tables of the document store, and how a record becomes a row and a row a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from sqlite3 import Row
from typing import Any

from partnerqa.records import Attribution, Document, Passage, Quote, Section, Span, Speaker

_KEPT = 4096  # decoded columns: the quotes that are asked for often are read fast

# Spans are stored as JSON, [start, end] or null; heading paths and codes as JSON lists of strings.
TABLES = """
CREATE TABLE documents (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    module TEXT NOT NULL,
    url TEXT,
    language TEXT NOT NULL,
    sections TEXT NOT NULL,
    narrative TEXT NOT NULL
) STRICT;
CREATE TABLE speakers (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT,
    module TEXT NOT NULL,
    aliases TEXT NOT NULL,
    profile_url TEXT
) STRICT;
CREATE TABLE quotes (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    section TEXT NOT NULL,
    speaker TEXT,
    role TEXT,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    confidence REAL NOT NULL,
    speaker_id TEXT REFERENCES speakers (id),
    profile_url TEXT,
    lead_in TEXT NOT NULL,
    question TEXT NOT NULL,
    utterance TEXT,
    shortened INTEGER NOT NULL,
    codes TEXT NOT NULL,
    words BLOB NOT NULL
) STRICT;
CREATE INDEX quotes_by_document ON quotes (document_id);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id);
CREATE INDEX quotes_by_words ON quotes (words);
CREATE INDEX quotes_by_utterance ON quotes (utterance);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'narrative')),
    document_id TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    section TEXT NOT NULL,
    quote_id TEXT REFERENCES quotes (id),
    lead_in TEXT NOT NULL,
    codes TEXT NOT NULL
) STRICT;
"""


def document_row(document: Document) -> dict[str, object]:
    """The columns of `document`."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "text": document.text,
        "module": document.module,
        "url": document.url,
        "language": document.language,
        "sections": _json([[part.path, part.start, part.end] for part in document.sections]),
        "narrative": _spans_json(document.narrative),
    }


def document_of(row: Row) -> Document:
    """The document in `row`."""
    columns: dict[str, Any] = dict(row)
    del columns["position"]
    columns["sections"] = sections_of(row["sections"])
    columns["narrative"] = _spans(row["narrative"])
    return Document(**columns)


def sections_of(text: str) -> tuple[Section, ...]:
    """The sections in the column `text`."""
    return tuple(Section(tuple(path), start, end) for path, start, end in json.loads(text))


def speaker_row(speaker: Speaker) -> dict[str, object]:
    """The columns of `speaker`."""
    columns = asdict(speaker)
    del columns["withdrawn"]  # who has withdrawn is not stored at all
    return columns | {"aliases": _json(speaker.aliases)}


def speaker_of(row: Row) -> Speaker:
    """The speaker in `row`."""
    return Speaker(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        module=row["module"],
        aliases=tuple(json.loads(row["aliases"])),
        profile_url=row["profile_url"],
    )


def quote_row(quote: Quote) -> dict[str, object]:
    """The columns of `quote`, those of its attribution among them."""
    said = quote.attribution
    return {
        "id": quote.id,
        "document_id": quote.document_id,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "section": _json(quote.section),
        "speaker": said.speaker,
        "role": said.role,
        "rule": said.rule,
        "evidence": _spans_json(said.evidence),
        "confidence": said.confidence,
        "speaker_id": said.speaker_id,
        "profile_url": said.profile_url,
        "lead_in": _span_json(quote.lead_in),
        "question": _span_json(quote.question),
        "utterance": quote.utterance,
        "shortened": quote.shortened,
        "codes": _json(quote.codes),
        "words": words_key(quote.text),
    }


def quote_of(row: Row) -> Quote:
    """The quote in `row`."""
    return Quote(
        id=row["id"],
        document_id=row["document_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        section=list_of(row["section"]),
        attribution=_attribution(row),
        lead_in=_span(row["lead_in"]),
        question=_span(row["question"]),
        utterance=row["utterance"],
        shortened=bool(row["shortened"]),
        codes=list_of(row["codes"]),
    )


def passage_row(passage: Passage) -> dict[str, object]:
    """The columns of `passage`."""
    return asdict(passage) | {
        "section": _json(passage.section),
        "codes": _json(passage.codes),
    }


def passage_of(row: Row) -> Passage:
    """The passage in `row`."""
    return Passage(
        number=row["number"],
        kind=row["kind"],
        document_id=row["document_id"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        section=list_of(row["section"]),
        quote_id=row["quote_id"],
        lead_in=row["lead_in"],
        codes=list_of(row["codes"]),
    )


@lru_cache(_KEPT)
def list_of(text: str) -> tuple[str, ...]:
    """The heading path or the codes in the column `text`; few are read again and again."""
    return tuple(json.loads(text))


def words_key(text: str) -> bytes:
    """What two texts share that have the same words: case, spaces and punctuation left out."""
    return sha256(" ".join(re.findall(r"\w+", text.casefold())).encode()).digest()[:16]


def _attribution(row: Row) -> Attribution:
    return Attribution(
        speaker=row["speaker"],
        role=row["role"],
        rule=row["rule"],
        evidence=_spans(row["evidence"]),
        confidence=row["confidence"],
        speaker_id=row["speaker_id"],
        profile_url=row["profile_url"],
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _span_json(span: Span | None) -> str:
    return _json([span.start, span.end] if span else None)


def _spans_json(spans: Iterable[Span]) -> str:
    return _json([[span.start, span.end] for span in spans])


@lru_cache(_KEPT)
def _span(text: str) -> Span | None:
    return None if text == "null" else Span(*json.loads(text))


@lru_cache(_KEPT)
def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(text))
