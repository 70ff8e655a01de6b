"""The other pages: quotes in their page, search, and what holds for every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from partnerqa.index.opened import Index

if TYPE_CHECKING:
    from tests.browser.conftest import Visitor

QUESTION = "What did people say about parking?"
PAGES = (
    "/",
    f"/?q={QUESTION}",
    "/?q=What is the melting point of tungsten carbide?",
    "/search",
    "/search?q=parking&kind=quote&kind=narrative",
    "/search?q=parking&speaker=nobody",
    "/documents",
    "/codes",
    "/documents/{document}",
    "/documents/{document}#quote-{quote}",
    "/documents/{french}",
    "/quotes/{quote}",
    "/about",
    "/problems",
    "/nothing",
)

pytestmark = pytest.mark.browser


@pytest.fixture
def names(opened: Index) -> dict[str, str]:
    """Ids that stand for the blanks in PAGES."""
    quote = opened.store.quotes()[3]
    french = next(one.id for one in opened.store.documents() if one.language == "fr")
    return {"quote": quote.id, "document": quote.document_id, "french": french}


def forgive(visitor: Visitor) -> None:
    """A page that says 404 or 422 does so on purpose; the browser notes it as an error."""
    told = "the server responded with a status of 4"
    visitor.faults = [fault for fault in visitor.faults if told not in fault]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    visitor: Visitor, names: dict[str, str], path: str, *, dark: bool
) -> None:
    page = visitor.open(path.format(**names), dark=dark)
    for summary in page.locator("summary").all():
        summary.click()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    forgive(visitor)


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_needs_no_sideways_scrolling(
    visitor: Visitor, names: dict[str, str], path: str
) -> None:
    page = visitor.open(path.format(**names), width=320)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    forgive(visitor)


def test_letters_of_twice_the_size_still_fit(visitor: Visitor, names: dict[str, str]) -> None:
    for path in (f"/?q={QUESTION}", "/search?q=parking", "/documents/{document}"):
        page = visitor.open(path.format(**names), width=640)
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        page.reload()
        size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert size == "36px"
        assert page.evaluate("document.documentElement.scrollWidth") == 640


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_quote_opens_in_its_page_marked_and_in_view(
    visitor: Visitor, opened: Index, *, javascript: bool
) -> None:
    page = visitor.open(f"/?q={QUESTION}", javascript=javascript)
    words = page.locator("blockquote").first.text_content() or ""
    with page.expect_popup() as opened_page:
        page.locator(".card .where a").first.click()
    page = opened_page.value
    marked = page.locator(".said:target")
    expect(marked).to_be_in_viewport()
    assert " ".join(words.split()).startswith(" ".join((marked.text_content() or "").split()))
    colour = "(said) => getComputedStyle(said).backgroundColor"
    other = page.locator(".said:not(:target):not(.here)").first
    assert marked.evaluate(colour) != other.evaluate(colour)


def test_a_quote_over_several_paragraphs_is_marked_in_all_of_them(
    visitor: Visitor, opened: Index
) -> None:
    quote = next(one for one in opened.store.quotes() if "\n\n" in one.text)
    page = visitor.open(f"/documents/{quote.document_id}#quote-{quote.id}")
    parts = page.locator(f'[data-quote="{quote.id}"]')
    assert parts.count() == len(quote.text.split("\n\n"))
    expect(page.locator(".said.here")).to_have_count(parts.count())
    expect(parts.first).to_be_focused()


def test_the_permalink_shows_the_quote_where_it_stands(visitor: Visitor, opened: Index) -> None:
    page = visitor.open(f"/?q={QUESTION}")
    words = page.locator("blockquote").first.text_content() or ""
    with page.expect_popup() as opened_page:
        page.get_by_role("link", name="Link and citation").first.click()
    page = opened_page.value
    expect(page.locator("blockquote")).to_have_text(words)
    expect(page.locator(".around .said.here").first).to_be_visible()


@pytest.mark.parametrize("path", ["/search?q=parking", "/quotes/{quote}"])
def test_a_quote_is_copied_with_its_citation(
    visitor: Visitor, names: dict[str, str], path: str
) -> None:
    allowed = ("clipboard-read", "clipboard-write")
    page = visitor.open(path.format(**names), allow=allowed)
    page.get_by_role("button", name="Copy with citation").first.click()
    expect(page.get_by_role("status").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".citation textarea").first.input_value()
    assert copied.startswith("“")
    assert "No real person said any of this." in copied


def test_staff_narrow_a_search_without_javascript(visitor: Visitor) -> None:
    page = visitor.open("/search", javascript=False)
    page.get_by_label("Words, or a “phrase” in quotation marks").fill("parking")
    page.get_by_label("Role").select_option("caregiver")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".card").first).to_be_visible()
    assert set(page.locator(".role").all_text_contents()) == {"caregiver"}
    expect(page.get_by_label("Role")).to_have_value("caregiver")


def test_why_a_name_stands_there_can_be_unfolded(visitor: Visitor) -> None:
    page = visitor.open(f"/?q={QUESTION}")
    why = page.locator(".why").first
    expect(why.locator("q").first).to_be_hidden()
    why.locator("summary").click()
    expect(why.locator("q").first).to_be_visible()


def test_a_search_hit_tells_on_demand_why_it_was_found(visitor: Visitor) -> None:
    page = visitor.open("/search?q=parking")
    reason = page.get_by_text("likely to answer").first
    expect(reason).to_be_hidden()
    page.get_by_text("Why this was found").first.click()
    expect(reason).to_be_visible()


def test_a_code_stands_apart_from_the_quote_and_leads_to_all_that_was_coded_so(
    visitor: Visitor, opened: Index
) -> None:
    code = "feeling like a token"
    page = visitor.open("/search?q=being there for show", javascript=False)
    codes = page.locator(".coded", has_text=code).first
    link = codes.get_by_text(code, exact=True)
    expect(link).to_be_hidden()
    codes.locator("summary").click()
    link.click()
    expect(page.get_by_label("Page or code")).to_have_value(code)
    coded = [quote.id for quote in opened.store.quotes() if code in quote.codes]
    expect(page.locator(".card")).to_have_count(min(len(coded), 10))
    assert code not in " ".join(page.locator(".card").all_inner_texts())


def test_the_chat_shows_quotes_without_their_codes(visitor: Visitor) -> None:
    page = visitor.open("/?q=being there for show")
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator(".coded")).to_have_count(0)


def test_the_way_to_a_citation_is_large_enough_for_a_finger(visitor: Visitor) -> None:
    page = visitor.open(f"/?q={QUESTION}", width=320)
    box = page.get_by_role("link", name="Link and citation").first.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_paper_shows_a_quote_once_with_the_address_to_cite(
    visitor: Visitor, names: dict[str, str]
) -> None:
    page = visitor.open("/quotes/{quote}".format(**names))
    words = (page.locator("blockquote").text_content() or "").strip()[:40]
    page.get_by_role("button", name="Copy with citation").click()
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert printed.count(words) == 1
    assert printed.count(f"{visitor.address}/quotes/{names['quote']}") == 1
    for control in ("Select and copy", "Copied", "Copy with citation", "Press Ctrl+C"):
        assert control not in printed


def test_paper_shows_no_address_beside_an_answer(visitor: Visitor) -> None:
    page = visitor.open(f"/?q={QUESTION}")
    page.emulate_media(media="print")
    links = page.locator("main a").all()
    shown = "(link) => getComputedStyle(link, '::after').content"
    assert {link.evaluate(shown) for link in links} <= {"none", "normal"}


def test_paper_shows_words_and_nothing_to_press(visitor: Visitor) -> None:
    page = visitor.open(f"/?q={QUESTION}")
    page.emulate_media(media="print")
    expect(page.locator("blockquote").first).to_be_visible()
    expect(page.locator(".notice")).to_be_visible()
    for pressed in page.locator("button, nav, form").all():
        expect(pressed).to_be_hidden()
