from __future__ import annotations

import pytest

from partnerqa.corpus.layout import Block, Layout, Link
from partnerqa.corpus.withdrawal import without
from partnerqa.records import Collection, Span
from tests.corpus.conftest import Read

WITHDRAWN = '[[speaker]]\nname = "Nadia"\naliases = ["Nadia B"]\nwithdrawn = true\n'
PAGE = """\
Being heard

Some spoke of waiting. Nadia said, “I was not asked, so I asked.” Others waited longer.

Being Heard - Nadia

I sat by the door, you know, so I could leave. I left.

View profile

Otto said, “I stand at the back and cough.” Nadia B had heard him cough.

Nadia’s advice to newcomers

I'd say, you know, sit by the door. I did.
"""


def said(collection: Collection) -> list[tuple[str | None, str]]:
    return [(quote.attribution.speaker, quote.text) for quote in collection.quotes]


def test_nothing_that_a_withdrawn_person_said_is_left(read: Read) -> None:
    collection = read({"page.txt": PAGE, "speakers.toml": WITHDRAWN})
    assert said(collection) == [("Otto", "I stand at the back and cough.")]
    assert [speaker.name for speaker in collection.speakers] == ["Otto"]


@pytest.mark.parametrize("words", ["Nadia", "not asked", "door", "profile of Nadia"])
def test_no_word_by_or_about_them_is_left_in_the_document(words: str, read: Read) -> None:
    (document,) = read({"page.txt": PAGE, "speakers.toml": WITHDRAWN}).documents
    assert words not in document.text


def test_what_others_said_and_what_was_written_of_others_is_kept(read: Read) -> None:
    (document,) = read({"page.txt": PAGE, "speakers.toml": WITHDRAWN}).documents
    assert "Some spoke of waiting." in document.text
    assert "Others waited longer." in document.text
    assert "Otto said, “I stand at the back and cough.”" in document.text


def test_ids_of_what_is_left_stay_the_same(read: Read) -> None:
    before = {quote.text: quote.id for quote in read(PAGE).quotes}
    for quote in read({"page.txt": PAGE, "speakers.toml": WITHDRAWN}).quotes:
        assert quote.id == before[quote.text]


def test_a_name_that_only_begins_like_theirs_is_left_alone(read: Read) -> None:
    page = "Being heard\n\nNadiatou said, “I was not asked, so I asked.”\n"
    collection = read({"page.txt": page, "speakers.toml": WITHDRAWN})
    assert said(collection) == [("Nadiatou", "I was not asked, so I asked.")]


def test_a_page_that_held_nothing_else_is_left_empty_and_the_others_are_read(read: Read) -> None:
    collection = read(
        {
            "a.txt": "Nadia said, “I was not asked, so I asked.”\n",
            "b.txt": "Otto said, “I stand at the back and cough.”\n",
            "speakers.toml": WITHDRAWN,
        }
    )
    assert said(collection) == [("Otto", "I stand at the back and cough.")]
    assert "asked" not in "".join(document.text for document in collection.documents)


def test_cutting_moves_blocks_and_links_along() -> None:
    layout = Layout("One two three four", (Block(0, 7), Block(8, 18)), (Link(14, 18, "/x"),))
    cut = without(layout, [Span(4, 8)])
    assert cut.text == "One three four"
    assert [block.span.of(cut.text) for block in cut.blocks] == ["One", "three four"]
    assert [cut.text[link.start : link.end] for link in cut.links] == ["four"]


def test_blocks_without_a_letter_left_are_gone() -> None:
    cut = without(Layout("“One” two", (Block(0, 5), Block(6, 9))), [Span(1, 4)])
    assert [block.span.of(cut.text) for block in cut.blocks] == ["two"]


def test_a_correction_cannot_bring_a_withdrawn_person_back(read: Read) -> None:
    page = "Waiting\n\nSome waited long. “I was not asked, so I asked at the desk myself.”\n"
    correction = '[[correction]]\nstarts = "I was not asked"\nspeaker = "Nadia"\n'
    collection = read(
        {"page.txt": page, "speakers.toml": WITHDRAWN, "corrections.toml": correction}
    )
    assert said(collection) == []
    assert "not asked" not in collection.documents[0].text


def test_their_name_in_capitals_is_gone_too(read: Read) -> None:
    page = "Waiting\n\nNADIA’S was the longest wait. Others waited as well, in the rain.\n"
    (document,) = read({"page.txt": page, "speakers.toml": WITHDRAWN}).documents
    assert "NADIA" not in document.text
    assert "Others waited as well" in document.text
