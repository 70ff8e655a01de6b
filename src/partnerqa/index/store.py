"""Documents, quotes, speakers and passages in one SQLite file, read back verbatim.

Every quote and passage is cut out of its stored document again when it is read, and compared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import index
from pathlib import Path
from threading import Lock
from typing import Self, SupportsIndex

from partnerqa.errors import NotFoundError, VerbatimError
from partnerqa.index import schema
from partnerqa.records import Collection, Document, Passage, Quote, Section, Speaker

_KEPT = 1024  # documents kept in memory: about 40 MB of pages of usual length
_ASKED = 500  # values in one question: SQLite takes 999 everywhere


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document without its text, and how many quotes it holds."""

    id: str
    path: str
    title: str
    url: str | None
    language: str
    module: str
    sections: tuple[Section, ...]
    quotes: int


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker, and how many quotes they have."""

    speaker: Speaker
    quotes: int


class StoreWriter:
    """Writes a collection and its passages into one new SQLite file. A context manager."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        # The file is made aside and synced when it is whole: a journal would only slow this.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.executescript(schema.TABLES)
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()

    def add_collection(self, collection: Collection) -> None:
        """Store the documents, speakers and quotes of `collection`, in its order.

        A withdrawn speaker is left out; a quote of theirs is refused (sqlite3.IntegrityError).
        """
        present = (speaker for speaker in collection.speakers if not speaker.withdrawn)
        self._insert("documents", map(schema.document_row, collection.documents))
        self._insert("speakers", map(schema.speaker_row, present))
        self._insert("quotes", map(schema.quote_row, collection.quotes))

    def add_passages(self, passages: Iterable[Passage]) -> None:
        """Store `passages` under their numbers."""
        self._insert("passages", map(schema.passage_row, passages))

    def finish(self) -> None:
        """Write everything out; without this the file stays empty."""
        self._connection.execute("COMMIT")

    def _insert(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        for row in rows:
            columns = ", ".join(f'"{column}"' for column in row)
            marks = ", ".join(f":{column}" for column in row)
            self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)


class DocumentStore:
    """Reads a sealed store. Safe to share between threads.

    One connection serves all threads: a read takes tens of microseconds, and a file that is open
    stays readable after a later build has removed it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()
        self._document = lru_cache(_KEPT)(self._read_document)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the file `path`, which is never written to.

        Raises sqlite3.Error for a file that is missing or is no such store.
        """
        # `immutable`: the file is sealed, so SQLite looks for no locks and no journal beside it.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("SELECT 1 FROM documents, quotes, passages, speakers LIMIT 1")
        except sqlite3.Error:
            connection.close()
            raise
        return cls(connection)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def document(self, document_id: str) -> Document:
        """The document with this id, with its text. Raises NotFoundError."""
        return self._document(document_id)

    def documents(self) -> list[DocumentEntry]:
        """Every document without its text, in the collection's order."""
        rows = self._rows(
            "SELECT id, path, title, url, language, module, sections,"
            " (SELECT count(*) FROM quotes WHERE document_id = documents.id) AS quotes"
            " FROM documents ORDER BY position"
        )
        return [
            DocumentEntry(**dict(row) | {"sections": schema.sections_of(row["sections"])})
            for row in rows
        ]

    def headings(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every heading of the collection in reading order: document id and heading path."""
        return [
            (entry.id, section.path)
            for entry in self.documents()
            for section in entry.sections
            if section.path
        ]

    def quote(self, quote_id: str) -> Quote:
        """The quote with this id. Raises NotFoundError; VerbatimError if its page differs."""
        return self.quotes_by_id([quote_id])[0]

    def quotes_by_id(self, quote_ids: Sequence[str]) -> list[Quote]:
        """The quotes with these ids, in the order asked. Raises NotFoundError; VerbatimError."""
        rows = self._rows_of("quote", "quotes", "id", quote_ids)
        return [self._quote(row) for row in rows]

    def quotes(self, document_id: str | None = None, speaker_id: str | None = None) -> list[Quote]:
        """All quotes, or those of a document, of a speaker or of both, in the collection's order.

        Raises NotFoundError for an id that the collection does not hold; VerbatimError.
        """
        wanted = {"document_id": document_id, "speaker_id": speaker_id}
        given = {column: value for column, value in wanted.items() if value is not None}
        if document_id is not None:
            self.document(document_id)
        if speaker_id is not None:
            self.speaker(speaker_id)
        where = "".join(f" AND {column} = ?" for column in given)
        rows = self._rows(f"SELECT * FROM quotes WHERE 1{where} ORDER BY position", *given.values())
        return [self._quote(row) for row in rows]

    def parts(self, utterance: str) -> list[Quote]:
        """The quotes that are parts of one interrupted utterance, in order. VerbatimError."""
        rows = self._rows("SELECT * FROM quotes WHERE utterance = ? ORDER BY position", utterance)
        return [self._quote(row) for row in rows]

    def same_words(self, quote_id: str) -> list[Quote]:
        """The quotes on other pages with the same words as this one.

        Case, spaces and punctuation do not count. Raises NotFoundError; VerbatimError.
        """
        quote = self.quote(quote_id)
        rows = self._rows(
            "SELECT * FROM quotes WHERE words = ? AND document_id != ? ORDER BY position",
            schema.words_key(quote.text),
            quote.document_id,
        )
        return [self._quote(row) for row in rows]

    def passage(self, number: SupportsIndex) -> Passage:
        """The passage with this number. Raises NotFoundError; VerbatimError."""
        return self.passages([number])[0]

    def passages(self, numbers: Iterable[SupportsIndex]) -> list[Passage]:
        """The passages with these numbers, in the order asked. Raises NotFoundError; VerbatimError.

        Numpy's integers and arrays of them are welcome.
        """
        wanted = [index(number) for number in numbers]
        rows = self._rows_of("passage", "passages", "number", wanted)
        return [self._passage(row) for row in rows]

    def speaker(self, speaker_id: str) -> Speaker:
        """The speaker with this id. Raises NotFoundError."""
        (row,) = self._rows_of("speaker", "speakers", "id", [speaker_id])
        return schema.speaker_of(row)

    def speakers(self) -> list[SpeakerEntry]:
        """Every speaker, in the collection's order."""
        rows = self._rows(
            "SELECT *, (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id) AS quotes"
            " FROM speakers ORDER BY position"
        )
        return [SpeakerEntry(schema.speaker_of(row), row["quotes"]) for row in rows]

    def counts(self) -> dict[str, int]:
        """How many of each the store holds, under the names of `Manifest.counts`."""
        counted = {
            table: int(self._rows(f"SELECT count(*) FROM {table}")[0][0])
            for table in ("documents", "quotes", "passages", "speakers")
        }
        named = int(self._rows("SELECT count(speaker) FROM quotes")[0][0])
        coded = int(self._rows("SELECT count(*) FROM quotes WHERE codes != '[]'")[0][0])
        return counted | {
            "sections": sum(len(entry.sections) for entry in self.documents()),
            "named": named,
            "unnamed": counted["quotes"] - named,
            "coded": coded,
        }

    def faults(self) -> Iterator[str]:
        """What is wrong with the store: broken pages, dangling references, differing words."""
        yield from (row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok")
        for row in self._rows("PRAGMA foreign_key_check"):
            yield f"{row['table']} row {row['rowid']} refers to {row['parent']} that are not there"
        for row in self._rows("SELECT * FROM quotes ORDER BY position"):
            yield from _difference(self._quote, row)
        for row in self._rows("SELECT * FROM passages ORDER BY number"):
            yield from _difference(self._passage, row)

    def _read_document(self, document_id: str) -> Document:
        (row,) = self._rows_of("document", "documents", "id", [document_id])
        return schema.document_of(row)

    def _quote(self, row: sqlite3.Row) -> Quote:
        quote = schema.quote_of(row)
        self._compare(f"quote {quote.id}", quote)
        return quote

    def _passage(self, row: sqlite3.Row) -> Passage:
        passage = schema.passage_of(row)
        self._compare(f"passage {passage.number}", passage)
        return passage

    def _compare(self, name: str, cut: Quote | Passage) -> None:
        document = self._document(cut.document_id)
        if document.text[cut.start : cut.end] != cut.text:
            raise VerbatimError(
                f"{name} differs from characters {cut.start} to {cut.end} of {document.path} as "
                "stored, so it is not shown; run `partnerqa verify`, then `partnerqa index`"
            )

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _rows_of(
        self, noun: str, table: str, key: str, values: Sequence[str] | Sequence[int]
    ) -> list[sqlite3.Row]:
        """The rows of `table` with these values of the unique column `key`, in their order."""
        found: dict[object, sqlite3.Row] = {}
        for start in range(0, len(values), _ASKED):
            some = values[start : start + _ASKED]
            marks = ", ".join("?" * len(some))
            rows = self._rows(f"SELECT * FROM {table} WHERE {key} IN ({marks})", *some)
            found.update((row[key], row) for row in rows)
        absent = [value for value in values if value not in found]
        if absent:
            raise NotFoundError(
                f"there is no {noun} {absent[0]!r} in this collection; list what it holds, or "
                "search for it"
            )
        return [found[value] for value in values]


def _difference(read: Callable[[sqlite3.Row], object], row: sqlite3.Row) -> Iterator[str]:
    try:
        read(row)
    except (VerbatimError, NotFoundError) as error:
        yield str(error)
