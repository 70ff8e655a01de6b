from __future__ import annotations

import pytest

from partnerqa.corpus.plain import plain_layout

# Wrapped at a fixed width, as a mail program does.
WRAPPED = """\
Being Heard

Some of the partners whom we met had been in their teams for a very long
time, and they had seen many people come and go before they were heard by
the others. It took them years, and some had wanted to leave before then,
or had left and come back.

A second paragraph begins here, and it is as long as the first one, or it
is nearly so.
"""


def blocks(text: str) -> list[str]:
    return [block.span.of(text) for block in plain_layout(text).blocks]


def test_a_page_with_a_paragraph_a_line_has_a_block_a_line() -> None:
    assert blocks("Title\nOne paragraph.\n\nAnother one.\n") == [
        "Title",
        "One paragraph.",
        "Another one.",
    ]


def test_lines_of_a_wrapped_page_are_joined_between_blank_lines() -> None:
    found = blocks(WRAPPED)
    assert [block.split()[0] for block in found] == ["Being", "Some", "A"]
    assert found[1].endswith("or had left and come back.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_parts_blocks(end: str) -> None:
    assert blocks(end.join(["One.", "", "Two.", ""])) == ["One.", "Two."]


def test_white_space_around_a_line_belongs_to_no_block() -> None:
    assert blocks("  \t\n   One.  \n \n") == ["One."]


def test_plain_text_marks_no_headings_and_changes_no_character() -> None:
    layout = plain_layout(WRAPPED)
    assert layout.text == WRAPPED
    assert not layout.marked


def test_an_empty_text_has_no_blocks() -> None:
    assert plain_layout("").blocks == ()
