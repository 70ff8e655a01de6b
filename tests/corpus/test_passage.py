from __future__ import annotations

import pytest

from partnerqa.corpus.passage import embedded_text, passages
from partnerqa.records import Collection, Passage
from tests.corpus.conftest import Read

PAGE = """\
# Being heard

The introduction stands here for those who want to know what is on this page.

## Speaking up

Some of the partners were nervous about it at first. Nadia said, “I was not asked, so I asked.”

## Being listened to

Otto said, “They wrote it down. Then they read it out. Then they did it, too.”
"""


def words(text: str) -> int:
    """Stands for the encoder's tokenizer: a token is a word."""
    return len(text.split())


def made(collection: Collection, window: int = 64) -> list[Passage]:
    return list(passages(collection, words, window))


def test_a_quote_is_one_passage_with_its_heading_and_its_lead_in(read: Read) -> None:
    first = next(passage for passage in made(read({"page.md": PAGE})) if passage.kind == "quote")
    assert first.text == "I was not asked, so I asked."
    assert first.heading == "Speaking up"
    assert first.lead_in.startswith("Some of the partners were nervous")
    assert embedded_text(first).split("\n")[0] == "Speaking up"
    assert embedded_text(first).endswith(first.text)


def test_passages_are_numbered_from_nothing_in_order(read: Read) -> None:
    found = made(read({"page.md": PAGE}))
    assert [passage.number for passage in found] == list(range(len(found)))
    assert {passage.kind for passage in found} == {"quote", "narrative"}


def test_every_passage_is_a_slice_of_its_document_within_one_section(read: Read) -> None:
    collection = read({"page.md": PAGE})
    (document,) = collection.documents
    for passage in made(collection):
        assert document.text[passage.start : passage.end] == passage.text
        section = document.section_at(passage.start)
        assert section.start <= passage.start < passage.end <= section.end
        assert passage.section == section.path


def test_a_quote_longer_than_the_window_is_cut_between_sentences_and_loses_no_word(
    read: Read,
) -> None:
    collection = read({"page.md": PAGE})
    otto = collection.quotes[1]
    parts = [each for each in made(collection, 16) if each.quote_id == otto.id]
    assert len(parts) == 2
    assert " ".join(part.text for part in parts) == otto.text
    assert all(words(embedded_text(part)) <= 16 for part in parts)


def test_a_single_sentence_longer_than_the_window_is_cut_at_white_space(read: Read) -> None:
    long = " ".join(["never"] * 60)
    collection = read(f"Being heard\n\nNadia said, “I was {long} asked.”\n")
    parts = [each for each in made(collection, 16) if each.kind == "quote"]
    assert all(words(embedded_text(part)) <= 16 for part in parts)
    assert " ".join(part.text for part in parts) == collection.quotes[0].text


def test_narrative_has_no_quoted_words_in_it(read: Read) -> None:
    narrative = [each.text for each in made(read({"page.md": PAGE})) if each.kind == "narrative"]
    assert narrative
    assert not [text for text in narrative if "asked" in text or "“" in text]


def test_a_window_that_holds_nothing_is_refused(read: Read) -> None:
    with pytest.raises(ValueError, match="window 8 is too small; expected at least 16"):
        passages(read({"page.md": PAGE}), words, 8)
