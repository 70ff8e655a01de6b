from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile

from partnerqa.corpus.word import word_layout
from partnerqa.errors import CorpusError
from tests.corpus.conftest import Read


def saved(write: Callable[[WordFile], object]) -> bytes:
    file = docx.Document()
    write(file)
    stored = io.BytesIO()
    file.save(stored)
    return stored.getvalue()


def page(file: WordFile) -> None:
    file.add_heading("Being heard", level=0)
    file.add_paragraph("In this page we look at how people came to be heard.")
    file.add_heading("Speaking up", level=1)
    file.add_paragraph("Nadia, a patient partner, said, “I was not asked, so I asked.”")
    file.add_paragraph("I sat by the door, you know.", style="Quote")
    file.add_paragraph("— Tobias", style="Caption")


def test_styles_tell_headings_quotations_and_captions() -> None:
    layout = word_layout(saved(page), "page.docx")
    assert [(block.kind.value, block.level) for block in layout.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("quotation", 0),
        ("caption", 0),
    ]


def test_a_word_file_gives_its_quotes_in_their_sections(read: Read) -> None:
    collection = read({"page.docx": saved(page)})
    (document,) = collection.documents
    assert document.title == "Being heard"
    found = [
        (quote.attribution.speaker, quote.attribution.role, quote.section, quote.text)
        for quote in collection.quotes
    ]
    assert found == [
        ("Nadia", "patient", ("Speaking up",), "I was not asked, so I asked."),
        ("Tobias", None, ("Speaking up",), "I sat by the door, you know."),
    ]
    assert all(document.text[q.start : q.end] == q.text for q in collection.quotes)


def test_cells_of_a_table_are_read() -> None:
    def table(file: WordFile) -> None:
        cells = file.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = "Nadia", "“I came.”"

    layout = word_layout(saved(table), "page.docx")
    assert layout.text == "Nadia\n\n“I came.”"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a zip", b"plain words"])
def test_a_file_that_is_no_word_file_is_told_by_its_name(data: bytes) -> None:
    with pytest.raises(CorpusError, match=r"page\.docx:1: is no Word file"):
        word_layout(data, "page.docx")


def test_a_word_file_without_words_is_told_by_its_name() -> None:
    with pytest.raises(CorpusError, match=r"page\.docx:1: has no words"):
        word_layout(saved(lambda _: None), "page.docx")
