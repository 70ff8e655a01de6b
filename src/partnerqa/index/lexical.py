"""Word search: BM25 (k1 = 1.2, b = 0.75) over the words of passages, with tantivy.

Text is analysed here, not by tantivy, each passage in its own language; a query is analysed in
every language of the collection. So all languages share one field, and with it one count of how
rare a word is.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from partnerqa.index.codes import BETWEEN
from partnerqa.index.words import terms
from partnerqa.records import Passage

FIELDS = ("text", "lead_in", "heading", "codes", "speaker")
PHRASE_FIELD = "text"  # what stands in quotation marks is looked for in the words themselves

_MEMORY = 64_000_000  # bytes that the writer may use before it writes a segment
_NO_LANGUAGE = "und"  # names are folded, never stemmed
_FEW = 2000  # passages that may be named one by one in a query (some milliseconds)
_RARE = 8  # ... if they are at most one in so many: of more, enough are among the best anyway
_ATTEMPTS = 50  # to remove a folder
_PAUSE = 0.01  # seconds between two of them

Found = tuple[NDArray[np.int64], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """What to look for: `words` (any text at all), and `phrases` that must all stand in the text.

    `boosts` weighs the fields of `FIELDS`; one left out or 0 is not searched. `allowed`, of shape
    (passages,), narrows the search to the passages where it is True.
    """

    words: str
    phrases: tuple[str, ...] = ()
    boosts: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(FIELDS, 1.0))
    allowed: NDArray[np.bool_] | None = None


class LexicalWriter:
    """Writes passages into a new index in a folder. A context manager."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir()
        self._directory = directory
        index = tantivy.Index(_schema(), path=str(directory))
        # One thread and one commit give one segment, and with it one order for ties.
        self._writer = index.writer(heap_size=_MEMORY, num_threads=1)

    def add(self, passage: Passage, language: str, speaker: str | None) -> None:
        """Index `passage`, whose document is in `language` and whose words are `speaker`'s."""
        document = tantivy.Document()
        document.add_unsigned("number", passage.number)
        _add(document, "text", passage.text, language)
        _add(document, "lead_in", passage.lead_in, language)
        _add(document, "heading", passage.heading, language)
        _add(document, "codes", BETWEEN.join(passage.codes), language)
        _add(document, "speaker", speaker or "", _NO_LANGUAGE)
        self._writer.add_document(document)

    def finish(self) -> None:
        """Write everything out and let go of the folder. Raises OSError where it cannot."""
        try:
            self._writer.commit()
            self._writer.wait_merging_threads()
        except ValueError as error:  # as tantivy's binding calls every failure
            raise OSError(str(error)) from error
        for lock in self._directory.glob(".tantivy-*.lock"):
            lock.unlink()


class LexicalIndex:
    """Reads a sealed word index. Safe to share between threads."""

    def __init__(self, index: tantivy.Index, languages: Sequence[str]) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._languages = tuple(languages)

    @classmethod
    def open(cls, directory: Path, languages: Sequence[str]) -> Self:
        """The index in the folder `directory`, whose passages are in `languages`.

        Raises ValueError or OSError for a folder that holds no such index.
        """
        # Opening writes a lock file, and the sealed folder may be read-only: so it is opened
        # through links in a folder of its own, which is not needed once the files are open.
        with _links(directory) as links:
            index = tantivy.Index.open(str(links))
            index.config_reader("manual")
            return cls(index, languages)

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(self, query: LexicalQuery, limit: int) -> Found:
        """The numbers and BM25 scores of the best `limit` passages, best first.

        A passage is found if one of the words stands in it, and every phrase stands in its own
        text. Ties are ordered by number. Nothing to look for finds nothing.
        """
        wanted = self._wanted(query)
        if wanted is None or limit < 1:
            return _nothing()
        if query.allowed is None:
            return self._best(wanted, limit)
        return self._narrowed(wanted, limit, query.allowed)

    def _narrowed(self, wanted: Query, limit: int, allowed: NDArray[np.bool_]) -> Found:
        """The best allowed ones: a few are named in the query, many are picked out after it."""
        if allowed.shape != (len(self),):
            raise ValueError(f"allowed has shape {allowed.shape}; expected ({len(self)},)")
        chosen = np.flatnonzero(allowed)
        if not chosen.size:
            return _nothing()
        if chosen.size <= _FEW and chosen.size * _RARE <= len(self):
            return self._best(self._among(wanted, chosen), limit)
        fetch = limit + 2 * limit * len(self) // chosen.size
        while True:
            numbers, scores = self._best(wanted, fetch)
            kept = allowed[numbers]
            if kept.sum() >= limit or len(numbers) < fetch:
                return numbers[kept][:limit], scores[kept][:limit]
            fetch *= 4

    def _among(self, wanted: Query, chosen: NDArray[np.intp]) -> Query:
        named = Query.term_set_query(self._schema, "number", chosen.tolist())
        return Query.boolean_query(
            [(Occur.Must, wanted), (Occur.Must, Query.const_score_query(named, 0.0))]
        )

    def _best(self, wanted: Query, limit: int) -> Found:
        hits = self._searcher.search(wanted, min(limit, max(1, len(self))), count=False).hits
        addresses = [address for _, address in hits]
        numbers = np.array(self._searcher.fast_field_values("number", addresses), np.int64)
        scores = np.array([score for score, _ in hits], np.float32)
        order = np.lexsort((numbers, -scores))
        return numbers[order], scores[order]

    def _wanted(self, query: LexicalQuery) -> Query | None:
        """The query in tantivy's terms, or None if there is nothing to look for."""
        boosts = {name: boost for name, boost in query.boosts.items() if boost > 0}
        words = list(self._word_queries(query.words, boosts))
        phrases = [list(self._phrase_queries(phrase, boosts)) for phrase in query.phrases]
        required = [(Occur.Must, _any(phrase)) for phrase in phrases if phrase]
        if not words or not required:
            return Query.boolean_query(required) if required else _any(words) if words else None
        return Query.boolean_query([*required, (Occur.Should, _any(words))])

    def _word_queries(self, words: str, boosts: Mapping[str, float]) -> Iterator[Query]:
        written = self._forms(words, self._languages)
        for name, boost in boosts.items():
            forms = self._forms(words, [_NO_LANGUAGE]) if name == "speaker" else written
            for term in dict.fromkeys(term for form in forms for term in form):
                yield Query.boost_query(Query.term_query(self._schema, name, term), boost)

    def _phrase_queries(self, phrase: str, boosts: Mapping[str, float]) -> Iterator[Query]:
        """The phrase in each form it may have, whether or not the text's words are searched."""
        for form in self._forms(phrase, self._languages):
            if len(form) == 1:
                found = Query.term_query(self._schema, PHRASE_FIELD, form[0])
            else:
                found = Query.phrase_query(self._schema, PHRASE_FIELD, list(form))
            yield Query.boost_query(found, boosts.get(PHRASE_FIELD, 0.0))

    @staticmethod
    def _forms(text: str, languages: Iterable[str]) -> Iterable[tuple[str, ...]]:
        """The terms of `text` as they may stand in a field, once per distinct reading."""
        forms = (tuple(term.text for term in terms(text, language)) for language in languages)
        return dict.fromkeys(form for form in forms if form)


@contextmanager
def _links(directory: Path) -> Iterator[Path]:
    """A folder that lasts as long as the block, with a link to every file of `directory`."""
    links = Path(mkdtemp(prefix="partnerqa-"))
    try:
        for path in directory.resolve().iterdir():
            (links / path.name).symlink_to(path)
        yield links
    finally:
        _remove(links)


def _remove(folder: Path) -> None:
    """Remove `folder`, into which tantivy's watching thread may be putting a lock just now.

    A folder that cannot be removed at all is left to the system's own care for such folders.
    """
    for _ in range(_ATTEMPTS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_PAUSE)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder().add_unsigned_field("number", indexed=True, fast=True)
    for name in FIELDS:
        builder = builder.add_text_field(name)
    return builder.build()


def _add(document: tantivy.Document, name: str, text: str, language: str) -> None:
    tokens = [
        tantivy.Token(term.text, position, term.start, term.end)
        for position, term in enumerate(terms(text, language))
    ]
    if tokens:
        document.add_pre_tokenized_text(name, tantivy.PreTokenizedString(text, tokens))


def _any(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _nothing() -> Found:
    return np.empty(0, np.int64), np.empty(0, np.float32)
