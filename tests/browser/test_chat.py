"""Ask a question and read the answer, as people do it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from partnerqa.index.opened import Index
from partnerqa.serve.message import blocks
from tests.browser.conftest import CHROMIUM, FLAGS

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

SIGNPOSTS = Path(__file__).parents[2] / "src/partnerqa/conversation/signposts.toml"
# A fixed text as [listed, lines], each line as [text, href] pairs.
BLOCKS = """
async (text) => {
  const { message } = await import("/static/message.js");
  const pieces = (node) => [...node.childNodes].map((one) => [
    one.textContent, one.nodeType === Node.TEXT_NODE ? "" : one.getAttribute("href"),
  ]);
  return message(text).map((block) => {
    if (block.localName === "ul") return [true, [...block.children].map(pieces)];
    const lines = [[]];
    for (const one of block.childNodes) {
      if (one.localName === "br") { lines.push([]); continue; }
      const href = one.nodeType === Node.TEXT_NODE ? "" : one.getAttribute("href");
      lines.at(-1).push([one.textContent, href]);
    }
    return [false, lines];
  });
}
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


@pytest.mark.parametrize(
    "filters", ["role=caregiver", "role=patient&topic=Money, Time and Parking"]
)
def test_an_answer_reads_the_same_with_and_without_javascript(
    visitor: Visitor, filters: str
) -> None:
    by_server = visitor.open(f"/?q={QUESTION}&{filters}").locator(".turn").evaluate(SHAPE)
    page = visitor.open(f"/?{filters}")
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


def test_each_of_two_filters_is_taken_off_with_one_press(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page, "What did patients say about taxis on the page Money, Time and Parking?")
    newest = page.locator(".turn").first
    expect(newest.get_by_role("button", name="Not only patients")).to_be_visible()
    newest.get_by_role("button", name="Not only Money, Time and Parking").click()
    narrowed = page.locator(".turn").nth(1).locator(".undo .meant").last
    expect(narrowed).to_have_text("patient")
    expect(page.locator(".turn").nth(1).locator(".card").first).to_be_visible()


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
    expect(page.get_by_role("link", name="Ask another question")).to_be_focused()
    page.keyboard.press("Tab")
    link = page.locator(".card .where a").first
    expect(link).to_be_focused()
    outline = link.evaluate("(link) => getComputedStyle(link).outlineStyle")
    assert outline == "solid"
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    expect(opened.value.locator(".said.here").first).to_be_in_viewport()


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


def hold_answers(page: Page) -> list[Route]:
    """Answers wait until their route is gone on with."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/v1/ask", hold)
    return held


def next_held(page: Page, held: list[Route]) -> Route:
    while not held:
        page.wait_for_timeout(20)
    return held.pop(0)


def test_what_is_typed_while_an_answer_comes_stays_and_keeps_the_focus(visitor: Visitor) -> None:
    page = visitor.open("/")
    field = page.get_by_label("Ask in your own words")
    held = hold_answers(page)
    field.focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.keyboard.type("and the car?")
    expect(page.locator(".looking")).to_be_visible()
    next_held(page, held).continue_()
    expect(page.locator(".card").first).to_be_visible()
    expect(field).to_have_value("and the car?")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    next_held(page, held).continue_()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn h2").nth(1)).to_contain_text("and the car?")


def test_what_is_typed_stays_when_the_question_before_it_fails(visitor: Visitor) -> None:
    page = visitor.open("/")
    field = page.get_by_label("Ask in your own words")
    held = hold_answers(page)
    ask(page)
    field.focus()
    page.keyboard.type("and the car?")
    next_held(page, held).abort()
    expect(page.get_by_role("alert")).to_contain_text(QUESTION)
    expect(field).to_have_value("and the car?")
    visitor.faults = [one for one in visitor.faults if "ERR_FAILED" not in one]


def test_a_question_is_announced_once_in_the_heading_it_keeps(visitor: Visitor) -> None:
    page = visitor.open("/")
    page.evaluate("""() => {
      window.focused = [];
      addEventListener("focusin", ({ target }) => {
        if (target.localName === "h2") window.focused.push(target);
      });
    }""")
    held = hold_answers(page)
    ask(page)
    heading = page.locator(".turn h2").element_handle()
    next_held(page, held).continue_()
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator(".turn h2")).to_be_focused()
    assert page.evaluate("(h2) => window.focused.length === 1 && window.focused[0] === h2", heading)


def test_back_after_a_quotes_page_finds_the_conversation(browser: Browser, address: str) -> None:
    # The tool switches off the cache that "Back" takes a page from; people's browsers have it.
    with browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=list(FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    ) as as_people_have_it:
        page = as_people_have_it.new_page(base_url=address)
        page.goto("/")
        ask(page)
        expect(page.locator(".card").first).to_be_visible()
        page.get_by_role("link", name="Search", exact=True).click()
        page.wait_for_url("**/search")
        page.evaluate("history.back()")
        expect(page.locator(".turn h2")).to_contain_text(QUESTION)
        expect(page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_quotes_page_opens_apart_so_that_the_conversation_stays(
    visitor: Visitor, *, javascript: bool
) -> None:
    page = visitor.open("/", javascript=javascript)
    ask(page)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Link and citation").first.click()
    expect(opened.value.get_by_role("heading", name="Citation")).to_be_visible()
    expect(page.locator(".turn h2")).to_contain_text(QUESTION)


def test_the_next_question_is_one_tap_away_wherever_one_reads(visitor: Visitor) -> None:
    page = visitor.open("/", width=320)
    ask(page)
    way = page.get_by_role("link", name="Ask another question")
    page.locator(".card").nth(1).scroll_into_view_if_needed()
    expect(way).to_be_in_viewport()
    way.click()
    field = page.get_by_label("Ask in your own words")
    expect(field).to_be_in_viewport()
    expect(field).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_somebody_in_distress_reads_a_list_and_calls_with_one_tap(
    visitor: Visitor, *, javascript: bool
) -> None:
    page = visitor.open("/", width=320, javascript=javascript)
    ask(page, "i dont want to live any more")
    message = page.locator(".message")
    expect(message.locator("li")).to_have_count(3)
    for words, href in (
        ("988", "tel:988"),
        ("116 123", "tel:116123"),
        ("112", "tel:112"),
        ("findahelpline.com", "https://findahelpline.com"),
    ):
        link = message.get_by_role("link", name=words, exact=True)
        expect(link).to_have_attribute("href", href)


def test_our_texts_become_the_same_lists_and_links_in_both_places(visitor: Visitor) -> None:
    told = tomllib.loads(SIGNPOSTS.read_text(encoding="utf-8"))
    texts = [text for kind in told.values() for text in kind["text"].values()]
    texts += ["Call 999 now.\n\n15 people: 12 patients.\nSee https://example.org/a, or 112 now."]
    page = visitor.open("/")
    for text in texts:
        by_server = [
            [block.listed, [[[piece.text, piece.href] for piece in line] for line in block.lines]]
            for block in blocks(text)
        ]
        assert page.evaluate(BLOCKS, text) == by_server


def test_a_quote_its_page_interrupts_is_marked_where_it_is(visitor: Visitor, opened: Index) -> None:
    quote = next(one for one in opened.store.quotes() if one.utterance)
    page = visitor.open("/")
    ask(page, f'"{quote.text}"')
    words = page.locator("blockquote").first
    expect(words.get_by_label("(the page interrupts here)")).to_have_text("[…]")


def test_the_status_and_the_question_are_told_in_their_language(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page, "Que disent les parents sur leurs nuits ?")
    expect(page.locator(".card").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_attribute("lang", "fr")
    expect(page.locator(".turn h2 > :last-child")).to_have_attribute("lang", "fr")
    expect(page.locator(".turn .next button").first).to_have_attribute("lang", "fr")


def test_the_wish_not_to_be_interpreted_is_not_offered_to_who_typed_it(visitor: Visitor) -> None:
    page = visitor.open("/")
    ask(page)
    expect(page.locator(".card").first).to_be_visible()
    ask(page, "and the researchers?")
    expect(page.locator(".turn").nth(1).locator(".card").first).to_be_visible()
    ask(page, "no, just what i typed.")
    expect(page.locator(".turn").nth(2).locator(".message")).to_be_visible()
    expect(page.get_by_role("button", name="No, just what I typed")).to_have_count(0)


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
