from __future__ import annotations

import pytest

from partnerqa.corpus.layout import BlockKind, Layout
from partnerqa.corpus.markup import markup_layout
from partnerqa.errors import CorpusError


def layout(page: str) -> Layout:
    return markup_layout(page, "page.html")


def blocks(page: str) -> list[tuple[str, str]]:
    made = layout(page)
    return [(block.kind.value, block.span.of(made.text)) for block in made.blocks]


def test_headings_paragraphs_items_and_quotations_are_told_apart() -> None:
    assert blocks(
        "<h1>Title</h1><p>One.</p><ul><li>Item</li></ul><blockquote><p>Words.</p></blockquote>"
    ) == [
        ("heading", "Title"),
        ("paragraph", "One."),
        ("item", "Item"),
        ("quotation", "Words."),
    ]


def test_a_figures_caption_is_a_caption() -> None:
    page = "<figure><figcaption>Nadia tells</figcaption><blockquote>Words.</blockquote></figure>"
    assert blocks(page) == [("caption", "Nadia tells"), ("quotation", "Words.")]


def test_heading_levels_are_kept() -> None:
    made = layout("<h1>A</h1><h2>B</h2><h3>C</h3><p>Words.</p>")
    assert [block.level for block in made.blocks if block.kind is BlockKind.HEADING] == [1, 2, 3]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Gone</nav>",
        "<script>Gone()</script>",
        "<style>.Gone{}</style>",
        "<footer>Gone</footer>",
        "<form><button>Gone</button></form>",
        "<div class='cookie-banner'>Gone</div>",
        "<div id='newsletter'>Gone</div>",
        "<div class='breadcrumb'>Gone</div>",
        "<div role='navigation'>Gone</div>",
        "<p hidden>Gone</p>",
        "<p aria-hidden='true'>Gone</p>",
        "<p style='display: none'>Gone</p>",
        "<!-- Gone -->",
        "<svg><text>Gone</text></svg>",
    ],
)
def test_furniture_of_a_saved_page_is_dropped_and_what_follows_is_kept(furniture: str) -> None:
    assert blocks(f"<p>Before.</p>{furniture}<p>After.</p>") == [
        ("paragraph", "Before."),
        ("paragraph", "After."),
    ]


def test_words_right_after_a_dropped_element_are_kept() -> None:
    assert blocks("<p>Nadia <svg></svg>said so.</p>") == [("paragraph", "Nadia said so.")]


def test_the_main_element_is_read_and_what_stands_beside_it_is_not() -> None:
    page = "<div>Shop now</div><main><p>Nadia said a great many things here.</p></main>"
    assert blocks(page) == [("paragraph", "Nadia said a great many things here.")]


def test_white_space_is_folded_and_inline_elements_do_not_part_words() -> None:
    assert blocks("<p>One\n   <b>t</b>wo <i>three</i>\tfour</p>") == [
        ("paragraph", "One two three four")
    ]


def test_one_line_break_stays_a_line_and_two_part_paragraphs() -> None:
    assert blocks("<p>One<br>two<br><br>three</p>") == [
        ("paragraph", "One\ntwo"),
        ("paragraph", "three"),
    ]


def test_a_q_element_gets_its_marks() -> None:
    assert blocks("<p>Nadia said, <q>I came.</q></p>") == [("paragraph", "Nadia said, “I came.”")]


def test_links_lie_on_their_words() -> None:
    made = layout("<h1>T</h1><p>See <a href='/people/nadia'>Nadia’s profile</a>.</p>")
    (link,) = made.links
    assert (made.text[link.start : link.end], link.url) == ("Nadia’s profile", "/people/nadia")


def test_the_title_is_the_first_heading_or_else_the_title_element() -> None:
    assert layout("<title>Site</title><h1>Page</h1><p>One.</p>").title == "Page"
    assert layout("<title>Site</title><p>One.</p>").title == "Site"


def test_the_language_is_that_of_the_page() -> None:
    assert layout("<html lang='fr-CA'><p>Oui.</p></html>").language == "fr"


def test_an_xml_declaration_and_entities_do_no_harm() -> None:
    page = (
        "<?xml version='1.0' encoding='latin-1'?><p>caf&eacute; &ldquo;x&rdquo; &#8211; &amp;</p>"
    )
    assert blocks(page) == [("paragraph", "café “x” – &")]


@pytest.mark.parametrize("page", ["", "<html></html>", "<nav>Menu</nav>", "<!-- nothing -->"])
def test_a_page_without_words_is_reported_with_its_name(page: str) -> None:
    with pytest.raises(CorpusError, match=r"page\.html:1: "):
        layout(page)
