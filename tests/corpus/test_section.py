from __future__ import annotations

from partnerqa.records import Collection, Section
from tests.corpus.conftest import Read

PAGE = """\
# Being heard

The introduction stands under the title.

## Speaking up

Nadia said, “I was not asked, so I asked.”

### In a large room

Otto said, “I stand at the back and cough.”

## Being listened to

Rosa said, “They wrote it down, and then they did it.”
"""


def sections(collection: Collection) -> tuple[Section, ...]:
    return collection.documents[0].sections


def test_headings_nest_and_a_section_knows_its_path(read: Read) -> None:
    assert [section.path for section in sections(read({"page.md": PAGE}))] == [
        (),
        ("Speaking up",),
        ("Speaking up", "In a large room"),
        ("Being listened to",),
    ]


def test_a_quote_knows_the_section_that_it_stands_in(read: Read) -> None:
    assert [quote.section for quote in read({"page.md": PAGE}).quotes] == [
        ("Speaking up",),
        ("Speaking up", "In a large room"),
        ("Being listened to",),
    ]


def test_short_lines_of_plain_text_above_narrative_are_headings(read: Read) -> None:
    text = PAGE.replace("#", "").replace("\n ", "\n").lstrip()
    assert [section.path for section in sections(read(text))] == [
        (),
        ("Speaking up",),
        ("In a large room",),
        ("Being listened to",),
    ]


def test_a_section_begins_with_its_heading(read: Read) -> None:
    collection = read({"page.md": PAGE})
    text = collection.documents[0].text
    assert [text[each.start : each.end].split("\n")[0] for each in sections(collection)[1:]] == [
        "Speaking up",
        "In a large room",
        "Being listened to",
    ]


def test_the_title_is_told_once_and_opens_no_section(read: Read) -> None:
    document = read({"page.md": PAGE}).documents[0]
    assert document.title == "Being heard"
    assert document.sections[0] == Section((), 0, document.sections[1].start)
