from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.description import PageDescription, read_description
from partnerqa.errors import CorpusError
from tests.corpus.conftest import Read

TOML = """
name = "Partners"
notice = "An invented sample."
language = "fr"

[pages."impact/page.txt"]
title = "Being Heard"
url = "https://example.org/being-heard"
language = "en"
"""


def test_a_collection_and_its_pages_are_called_what_the_file_says(read: Read) -> None:
    collection = read({"impact/page.txt": "Another title\n\nWords.\n", "collection.toml": TOML})
    assert (collection.name, collection.notice, collection.language) == (
        "Partners",
        "An invented sample.",
        "fr",
    )
    (document,) = collection.documents
    assert (document.title, document.url, document.language) == (
        "Being Heard",
        "https://example.org/being-heard",
        "en",
    )


def test_without_the_file_the_folder_gives_the_name(read: Read) -> None:
    collection = read("Being heard\n\nSome words stand here.\n")
    assert (collection.name, collection.notice, collection.language) == ("pages", "", "en")
    assert collection.documents[0].title == "Being heard"


def test_a_page_that_is_not_described_is_described_by_nothing(tmp_path: Path) -> None:
    (tmp_path / "collection.toml").write_text(TOML, "utf-8")
    assert read_description(tmp_path).page("other.txt") == PageDescription()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nme = 'x'", r"the file has 'nme'; expected one of language, name, notice, pages"),
        ("name = 5", "name is 5; expected a text"),
        ("pages = 5", "pages is not a table"),
        ("[pages]\n'a.txt' = 5", "page 'a.txt' is not a table"),
        ("[pages.'a.txt']\nlink = 'x'", "page 'a.txt' has 'link'; expected one of"),
        ("name = ", ":1: is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_was_expected(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "collection.toml").write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message):
        read_description(tmp_path)
