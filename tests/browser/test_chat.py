"""Ask a question and read the answer, as people do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from partnerqa.index.opened import Index

if TYPE_CHECKING:
    from tests.browser.conftest import Visitor

QUESTION = "What did people say about parking?"
NOTICE = "This is an invented sample. No real person said any of this."
# A turn as nested lists [name, attributes, children], so that white space between tags is no
# difference. What only the server sets is left out.
SHAPE = """
(node) => (function shape(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\\s+/gu, " ").trim();
  const attributes = [...node.attributes]
    .filter(({ name }) => name !== "autofocus")
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  return [node.localName, attributes, [...node.childNodes].map(shape).filter((one) => one !== "")];
})(node)
"""

pytestmark = pytest.mark.browser


def ask(page: Page, question: str = QUESTION) -> None:
    page.get_by_label("Ask in your own words").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def plain(text: str) -> str:
    return " ".join(text.split())


def shown_words(page: Page) -> list[str]:
    return [plain(text) for text in page.locator("blockquote").all_text_contents()]


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_question_is_answered_with_words_names_and_places(
    visitor: Visitor, opened: Index, *, javascript: bool
) -> None:
    page = visitor.open("/", javascript=javascript)
    ask(page)
    card = page.locator(".card").first
    expect(card).to_be_visible()
    said = {plain(quote.text): quote for quote in opened.store.quotes()}
    assert len(shown_words(page)) >= 3
    for number, words in enumerate(shown_words(page)):
        quote = said[words]
        figure = page.locator(".card").nth(number)
        speaker = quote.attribution.speaker or "Speaker not named"
        expect(figure.locator(".speaker")).to_have_text(speaker)
        title = opened.store.document(quote.document_id).title
        expect(figure.locator(".where a")).to_contain_text(title)
    expect(page.get_by_text(NOTICE)).to_be_visible()


def test_the_question_never_enters_the_address(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    assert page.url == f"{visitor.address}/"
    page = visitor.open("/", javascript=False)
    ask(page)
    assert page.url == f"{visitor.address}/"


def test_an_answer_reads_the_same_with_and_without_javascript(visitor: Visitor) -> None:
    by_server = visitor.open(f"/?q={QUESTION}&role=caregiver").locator(".turn").evaluate(SHAPE)
    page = visitor.open("/?role=caregiver")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    assert page.locator(".turn").evaluate(SHAPE) == by_server


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_suggested_question_is_followed(visitor: Visitor, *, javascript: bool) -> None:
    page = visitor.open("/", javascript=javascript)
    ask(page)
    next_question = page.locator(".turn .next button").first
    words = next_question.text_content() or ""
    next_question.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn h2").nth(1)).to_contain_text(words)
    expect(page.locator(".turn").nth(1).locator(".card").first).to_be_visible()
    expect(page.locator(".turn").first.locator(".next")).to_have_count(0)


def test_what_was_understood_is_shown_and_undone_with_one_press(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    ask(page, "and the researchers?")
    newest = page.locator(".turn").nth(1)
    expect(newest.get_by_text("Understood as:")).to_be_visible()
    expect(newest.locator(".meant").first).to_contain_text("parking")
    newest.get_by_role("button", name="No, just what I typed").click()
    expect(page.locator(".turn").nth(2).locator(".meant")).to_have_text("and the researchers?")


def test_a_conversation_goes_on_where_the_server_began_it(visitor: Visitor) -> None:
    page = visitor.open(f"/?q={QUESTION}")
    first = set(shown_words(page))
    ask(page, "more")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".looking")).to_have_count(0)
    newest = page.locator(".turn").nth(1).locator("blockquote").all_text_contents()
    assert not first & {plain(text) for text in newest}


def test_somebody_with_a_keyboard_alone_asks_and_opens_a_quote(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Ask in your own words")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator(".turn h2")).to_be_focused()
    page.keyboard.press("Tab")
    link = page.locator(".card .where a").first
    expect(link).to_be_focused()
    outline = link.evaluate("(link) => getComputedStyle(link).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".said.here").first).to_be_in_viewport()


def test_a_screen_reader_is_told_of_the_answer_once(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    message = page.locator(".message").text_content() or ""
    expect(page.get_by_role("status")).to_have_text(message)


def test_a_late_answer_to_an_earlier_question_is_dropped(visitor: Visitor) -> None:
    page = visitor.open("/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/v1/ask", hold, times=1)
    ask(page, "What did people say about money?")
    expect(page.locator(".looking")).to_be_visible()
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    held[0].abort()
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator(".turn h2")).to_contain_text(QUESTION)


def test_a_refused_question_stays_in_its_field_with_the_reason(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.get_by_label("Ask in your own words").fill("?!")
    with page.expect_response("**/api/v1/ask") as refused:
        page.get_by_role("button", name="Ask", exact=True).click()
    detail = refused.value.json()["detail"]
    expect(page.get_by_role("alert")).to_have_text(detail)
    expect(page.get_by_label("Ask in your own words")).to_have_value("?!")
    expect(page.get_by_label("Ask in your own words")).to_be_focused()
    expect(page.locator(".turn")).to_have_count(0)
    visitor.faults = [one for one in visitor.faults if "422" not in one]


def test_a_lost_connection_is_told_and_the_question_can_be_asked_again(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.route("**/api/v1/ask", lambda route: route.abort(), times=1)
    ask(page)
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".card").first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    visitor.faults = [one for one in visitor.faults if "ERR_FAILED" not in one]


def test_markup_that_is_typed_stays_text(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page, "<img src=x onerror=alert(1)> parking")
    expect(page.locator(".turn h2")).to_contain_text("<img src=x onerror=alert(1)> parking")
    assert page.locator("main img").count() == 0


def test_nothing_is_left_behind_in_the_browser(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
