from __future__ import annotations

from partnerqa.corpus.markdown import markdown_layout


def blocks(page: str) -> list[tuple[str, str]]:
    made = markdown_layout(page, "page.md")
    return [(block.kind.value, block.span.of(made.text)) for block in made.blocks]


def test_headings_paragraphs_items_and_quotations_are_told_apart() -> None:
    page = "# Title\n\nOne *two*\nthree.\n\n- item\n\n> Words.\n"
    assert blocks(page) == [
        ("heading", "Title"),
        ("paragraph", "One two three."),
        ("item", "item"),
        ("quotation", "Words."),
    ]


def test_front_matter_gives_the_title_and_is_not_read() -> None:
    page = '---\ntitle: "Being heard"\ndate: 2021-03-04\n---\nNadia came.\n'
    made = markdown_layout(page, "page.md")
    assert (made.title, made.text) == ("Being heard", "Nadia came.")


def test_a_title_in_front_matter_may_hold_an_ampersand() -> None:
    made = markdown_layout("---\ntitle: Fish & chips\n---\nNadia came.\n", "page.md")
    assert made.title == "Fish & chips"


def test_links_and_the_marks_of_emphasis_leave_only_words() -> None:
    made = markdown_layout("**Nadia** is [here](https://example.org/nadia).", "page.md")
    assert made.text == "Nadia is here."
    assert [link.url for link in made.links] == ["https://example.org/nadia"]


def test_tables_are_read_cell_by_cell() -> None:
    page = "| Who | What |\n|---|---|\n| Nadia | “I came.” |\n"
    assert [words for _, words in blocks(page)] == ["Who", "What", "Nadia", "“I came.”"]
