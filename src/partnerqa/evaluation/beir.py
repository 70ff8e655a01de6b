"""BEIR-style folders: `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv` (Thakur et al. 2021).

Such a folder is indexed in a temporary place, each text as one quote under its title, and is
ranked exactly as a collection is, so that figures can be set beside published ones.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partnerqa.errors import CorpusError, PathError
from partnerqa.index.opened import Index
from partnerqa.records import Attribution, Collection, Document, Quote, Section
from partnerqa.search.search import search

Relevant = Mapping[str, frozenset[str]]
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Beir:
    """A folder read: its texts as a collection, its queries, and what is relevant to each."""

    collection: Collection
    queries: Mapping[str, str]
    relevant: Relevant


def is_beir(path: Path) -> bool:
    """Whether `path` is such a folder."""
    return (path / "corpus.jsonl").is_file()


def read_beir(folder: Path) -> Beir:
    """Read a folder. Raises PathError for what is missing and CorpusError for a bad line."""
    relevant = _qrels(_only_file(folder))
    queries = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl")}
    judged = {query: text for query, text in queries.items() if query in relevant}
    if not judged:
        raise PathError(f"{folder} judges none of its queries; expected qrels for some")
    return Beir(_collection(folder), judged, relevant)


def _only_file(folder: Path) -> Path:
    files = sorted((folder / "qrels").glob("*.tsv"))
    named = next((file for file in files if file.stem == "test"), files[0] if files else None)
    if named is None:
        raise PathError(f"{folder} has no qrels; expected qrels/test.tsv")
    return named


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise PathError(f"{path} does not exist; expected JSON Lines with _id and text")
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            yield {"_id": str(row["_id"]), "text": row["text"], "title": row.get("title", "")}
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise CorpusError(str(path), number, f"expected _id and text: {error}") from error


def _qrels(path: Path) -> Relevant:
    found: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            try:
                if int(row["score"]) > 0:
                    found.setdefault(row["query-id"], set()).add(row["corpus-id"])
            except (KeyError, TypeError, ValueError) as error:
                expected = "expected query-id, corpus-id and score"
                raise CorpusError(str(path), 1, f"{expected}: {error}") from error
    return {query: frozenset(ids) for query, ids in found.items()}


def _collection(folder: Path) -> Collection:
    nobody = Attribution(None, None, "beir", (), 1.0)
    documents: list[Document] = []
    quotes: list[Quote] = []
    for row in _rows(folder / "corpus.jsonl"):
        text = " ".join(row["text"].split())
        if not text:
            continue
        path = (row["title"],) if row["title"] else ()
        document = Document(
            row["_id"], row["_id"], row["title"] or row["_id"], text,
            sections=(Section(path, 0, len(text)),),
        )  # fmt: skip
        documents.append(document)
        quotes.append(Quote(row["_id"], row["_id"], 0, len(text), text, path, nobody))
    return Collection(folder.name, "", "en", tuple(documents), tuple(quotes), ())


def ranked(
    index: Index, beir: Beir, progress: Callable[[str, int, int], None] | None = None
) -> dict[str, tuple[str, ...]]:
    """For each query the ids of the texts found, best first, at most a hundred."""
    found: dict[str, tuple[str, ...]] = {}
    for number, (query, text) in enumerate(beir.queries.items(), 1):
        hits = search(index, text, limit=_DEPTH)
        found[query] = tuple(hit.quote.id for hit in hits if hit.quote is not None)
        if progress is not None:
            progress("asking", number, len(beir.queries))
    return found
