from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from partnerqa.errors import NotFoundError, VerbatimError
from partnerqa.index.store import DocumentEntry, DocumentStore, StoreWriter
from partnerqa.records import Collection, Passage, Quote, Span

PARTS = (
    Passage(0, "quote", "funding", 0, 8, "Who pays", (), "form", "Oona told us"),
    Passage(1, "narrative", "meeting", 0, 9, "The first", ("Feeling out of place",)),
)


def written(path: Path, collection: Collection) -> Path:
    with StoreWriter(path) as writer:
        writer.add_collection(collection)
        writer.add_passages(PARTS)
        writer.finish()
    return path


@pytest.fixture
def path(pages: Collection, tmp_path: Path) -> Path:
    return written(tmp_path / "documents.sqlite", pages)


@pytest.fixture
def store(path: Path) -> Iterator[DocumentStore]:
    opened = DocumentStore.open(path)
    yield opened
    opened.close()


def change(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


def test_documents_come_back_as_they_were_read(store: DocumentStore, pages: Collection) -> None:
    assert [store.document(entry.id) for entry in store.documents()] == list(pages.documents)


def test_quotes_come_back_as_they_were_read(store: DocumentStore, pages: Collection) -> None:
    assert store.quotes() == list(pages.quotes)
    assert store.quotes_by_id(["tie", "form"]) == [pages.quotes[2], pages.quotes[0]]


def test_every_field_of_a_quote_comes_back(pages: Collection, tmp_path: Path) -> None:
    full = replace(pages.quotes[0], question=Span(3, 9), utterance="form-and-more", shortened=True)
    path = written(tmp_path / "one.sqlite", replace(pages, quotes=(full, *pages.quotes[1:])))
    store = DocumentStore.open(path)
    assert store.quote("form") == full
    store.close()


def test_passages_come_in_the_order_they_are_asked_for(store: DocumentStore) -> None:
    assert store.passages(np.array([1, 0])) == [PARTS[1], PARTS[0]]
    assert store.passage(1) == PARTS[1]
    assert store.passages([]) == []


def test_an_entry_tells_a_document_without_its_text(
    store: DocumentStore, pages: Collection
) -> None:
    assert store.documents()[1] == DocumentEntry(
        id="meeting",
        path="meeting.txt",
        title="The first meeting",
        url="https://example.org/meeting",
        language="en",
        module="demo",
        sections=pages.documents[1].sections,
        quotes=2,
    )


def test_quotes_may_be_those_of_a_page_of_a_speaker_or_of_both(store: DocumentStore) -> None:
    def ids(quotes: list[Quote]) -> list[str]:
        return [quote.id for quote in quotes]

    assert ids(store.quotes(document_id="funding")) == ["form", "train"]
    assert ids(store.quotes(speaker_id="bram-bbbb")) == ["train", "tie"]
    assert ids(store.quotes(document_id="meeting", speaker_id="bram-bbbb")) == ["tie"]


def test_the_same_words_on_another_page_are_found_whatever_their_punctuation(
    store: DocumentStore,
) -> None:
    assert [quote.id for quote in store.same_words("train")] == ["train-again"]
    assert store.same_words("form") == []


def test_speakers_come_with_the_number_of_their_quotes(
    store: DocumentStore, pages: Collection
) -> None:
    told = [(entry.speaker, entry.quotes) for entry in store.speakers()]
    assert told == list(zip(pages.speakers, (1, 2, 1), strict=True))
    assert store.speaker("aimee-cccc") == pages.speakers[2]


def test_headings_come_in_reading_order(store: DocumentStore) -> None:
    assert store.headings() == [
        ("funding", ("Filling in forms",)),
        ("funding", ("Travel",)),
        ("meeting", ("Feeling out of place",)),
        ("reunion", ("Le rythme",)),
    ]


@pytest.mark.parametrize("noun", ["document", "quote", "speaker", "same_words"])
def test_an_unknown_id_is_named(store: DocumentStore, noun: str) -> None:
    with pytest.raises(NotFoundError, match="'nobody' in this collection"):
        getattr(store, noun)("nobody")


def test_an_unknown_passage_is_named(store: DocumentStore) -> None:
    with pytest.raises(NotFoundError, match="there is no passage 99"):
        store.passages([0, 99])


def test_quotes_of_an_unknown_page_or_speaker_are_an_error(store: DocumentStore) -> None:
    with pytest.raises(NotFoundError, match="there is no document 'nowhere'"):
        store.quotes(document_id="nowhere")
    with pytest.raises(NotFoundError, match="there is no speaker 'nobody'"):
        store.quotes(speaker_id="nobody")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quotes SET text = 'Everybody paid for my train.' WHERE id = 'train'",
        "UPDATE quotes SET start = start + 1 WHERE id = 'train'",
        "UPDATE documents SET text = replace(text, 'Nobody', 'nobody')",
    ],
)
def test_words_that_differ_from_the_page_are_never_served(path: Path, statement: str) -> None:
    change(path, statement)
    store = DocumentStore.open(path)
    with pytest.raises(VerbatimError, match=r"quote train differs .* of funding\.txt"):
        store.quote("train")
    with pytest.raises(VerbatimError):
        store.quotes(document_id="funding")
    assert any("quote train differs" in fault for fault in store.faults())
    store.close()


def test_a_passage_that_differs_from_the_page_is_never_served(path: Path) -> None:
    change(path, "UPDATE passages SET text = 'Who paid' WHERE number = 0")
    store = DocumentStore.open(path)
    with pytest.raises(VerbatimError, match="passage 0 differs"):
        store.passages([1, 0])
    store.close()


def test_a_whole_store_has_no_faults(store: DocumentStore) -> None:
    assert list(store.faults()) == []


def test_a_reference_to_nothing_is_a_fault(path: Path) -> None:
    change(path, "DELETE FROM speakers WHERE id = 'oona-aaaa'")
    store = DocumentStore.open(path)
    assert list(store.faults()) == ["quotes row 1 refers to speakers that are not there"]
    store.close()


def test_a_withdrawn_speaker_is_not_stored(pages: Collection, tmp_path: Path) -> None:
    oona, *others = pages.speakers
    without = replace(
        pages, speakers=(replace(oona, withdrawn=True), *others), quotes=pages.quotes[1:]
    )
    path = tmp_path / "documents.sqlite"
    with StoreWriter(path) as writer:
        writer.add_collection(without)
        writer.finish()
    store = DocumentStore.open(path)
    assert [entry.speaker.name for entry in store.speakers()] == ["Bram", "Aimée"]
    store.close()


def test_nothing_is_written_beside_or_into_the_sealed_file(path: Path) -> None:
    before = path.read_bytes()
    store = DocumentStore.open(path)
    store.quotes()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._connection.execute("DELETE FROM quotes")
    store.close()
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["documents.sqlite"]


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"words" * 100)
    with pytest.raises(sqlite3.Error):
        DocumentStore.open(tmp_path / "other")
    with pytest.raises(sqlite3.Error):
        DocumentStore.open(tmp_path / "missing")


def test_many_threads_read_the_same(store: DocumentStore, pages: Collection) -> None:
    ids = [quote.id for quote in pages.quotes] * 40
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(store.quote, ids)) == list(pages.quotes) * 40
