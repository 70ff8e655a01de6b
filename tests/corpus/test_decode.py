from __future__ import annotations

import codecs

import pytest

from partnerqa.corpus.decode import decode
from partnerqa.errors import CorpusError

TEXT = "Élodie said, “I was not asked – nobody was.”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_comes_back_from_every_encoding_that_pages_are_saved_in(encoding: str) -> None:
    assert decode((TEXT * 5).encode(encoding), "page.txt") == TEXT * 5


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le")],
)
def test_a_byte_order_mark_decides_and_is_left_out(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "page.txt") == TEXT


def test_a_french_page_of_old_is_guessed_right() -> None:
    text = "Maëlle a témoigné : « J’ai mis six mois à oser. » Ça a été très long, déjà.\n" * 4
    assert decode(text.encode("cp1252"), "page.txt") == text


def test_a_binary_file_is_told_by_its_name_with_the_next_act() -> None:
    with pytest.raises(CorpusError, match=r"photo\.txt:1: is a binary file; .*Save the page"):
        decode(b"\x89PNG\r\n\x00\x00", "photo.txt")


def test_a_broken_byte_after_a_mark_is_told_with_its_line() -> None:
    with pytest.raises(CorpusError, match=r"page\.txt:3: starts as utf-8-sig but byte"):
        decode(codecs.BOM_UTF8 + b"one line\nand two\nthree \xff\xfe", "page.txt")
