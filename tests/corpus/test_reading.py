"""Properties of reading that hold for any text at all, and for the texts that break readers."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerqa.corpus.attribution import people_in
from partnerqa.corpus.file import READERS
from partnerqa.corpus.layout import Layout
from partnerqa.corpus.plain import plain_layout
from partnerqa.corpus.reading import ReadPage, Source, known_people, read_page
from partnerqa.corpus.roster import Entry, Roster, make_roster
from partnerqa.errors import CorpusError
from partnerqa.records import Span

TYPES = (".txt", ".md", ".html", ".vtt")
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

# Text made of what pages are made of finds more than text made of any characters.
PIECES = st.sampled_from(
    [
        "Nadia", "Dave G", "Dr. Okafor", "Élodie", "Will", "Frank and Rhoda", "she", "He", "they",
        "another caregiver", "Some patient partners", "the researchers", "said", "explained",
        "told us", ", ", ". ", ": ", "“", "”", '"', "‘", "’", "'", "« ", " »", "(", ")", " — ",
        " - ", "\n", "\n\n", " ", " ", "I was not asked", "for example", "You know, I think so.",
        "View profile", "Transcript", "Interviewer: ", "Nadia: ", "Last updated", "[…]", "in her",
        "words", "’s experience", "See also", "# ", "> ", "<p>", "</p>", "<blockquote>", "<q>",
        "00:01.000 --> 00:02.000\n", "<v Nadia>", "dit-elle", "selon", "Please jump to the "
        "following sections:", "Being Heard", "\r\n", "\t", "\u00a0", "…", "?", "!", "é", "😀",
    ]
)  # fmt: skip
PAGES = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def layout_of(text: str, suffix: str) -> Layout | None:
    """The layout of a file with these characters; None for one that is reported as unreadable."""
    try:
        return READERS[suffix](text.encode("utf-8", "surrogatepass"), f"page{suffix}")
    except CorpusError:
        return None


def read(text: str, suffix: str = ".txt", roster: Roster | None = None) -> ReadPage | None:
    layout = layout_of(text, suffix)
    if layout is None:
        return None
    known = known_people(layout, None, roster)
    return read_page(layout, Source(f"page{suffix}"), knowledge=known, roster=roster)


def spans_of(page: ReadPage) -> list[Span]:
    found = [span for quote in page.quotes for span in quote.attribution.evidence]
    found += [quote.lead_in for quote in page.quotes if quote.lead_in]
    found += [quote.question for quote in page.quotes if quote.question]
    return [*found, *page.document.narrative]


@pytest.mark.parametrize("suffix", TYPES)
@QUICK
@given(text=PAGES)
def test_any_text_is_read_and_every_quote_is_a_slice_of_its_document(
    suffix: str, text: str
) -> None:
    page = read(text, suffix)
    for quote in page.quotes if page else ():
        assert page is not None
        assert page.document.text[quote.start : quote.end] == quote.text
        assert quote.text.strip() == quote.text != ""


@pytest.mark.parametrize("suffix", TYPES)
@QUICK
@given(text=PAGES)
def test_sections_follow_each_other_and_cover_the_whole_text(suffix: str, text: str) -> None:
    page = read(text, suffix)
    if page is None:
        return
    sections = page.document.sections
    assert sections[0].start == 0
    assert sections[-1].end == len(page.document.text)
    assert all(one.end == other.start for one, other in pairwise(sections))
    for quote in page.quotes:
        assert quote.section == page.document.section_at(quote.start).path


@pytest.mark.parametrize("suffix", TYPES)
@QUICK
@given(text=PAGES)
def test_evidence_lead_ins_questions_and_narrative_lie_in_the_document(
    suffix: str, text: str
) -> None:
    page = read(text, suffix)
    for span in spans_of(page) if page else []:
        assert page is not None
        assert 0 <= span.start < span.end <= len(page.document.text), span


@pytest.mark.parametrize("suffix", TYPES)
@QUICK
@given(text=PAGES)
def test_nobody_is_named_whose_name_is_not_on_the_page(suffix: str, text: str) -> None:
    page = read(text, suffix)
    for quote in page.quotes if page else ():
        assert page is not None
        speaker = quote.attribution.speaker
        if speaker is not None:
            assert quote.attribution.evidence, speaker
            on_page = page.document.text.casefold()
            assert all(word.casefold() in on_page for word in speaker.split()), speaker


@QUICK
@given(text=PAGES)
def test_with_a_roster_every_name_is_on_the_page_or_in_the_roster(text: str) -> None:
    roster = make_roster([Entry("Nadia Farouk-Hale", aliases=("Nadia",), role="patient")])
    page = read(text, roster=roster)
    for quote in page.quotes if page else ():
        assert page is not None
        for name in people_in(quote.attribution.speaker or ""):
            assert name in roster.names() or all(
                word in page.document.text for word in name.split()
            )


@QUICK
@given(text=PAGES)
def test_no_two_quotes_of_a_page_overlap_or_share_an_id(text: str) -> None:
    page = read(text)
    quotes = page.quotes if page else ()
    assert len({quote.id for quote in quotes}) == len(quotes)
    assert all(one.end <= other.start for one, other in pairwise(quotes))


@QUICK
@given(text=PAGES)
def test_reading_a_page_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@QUICK
@given(text=PAGES)
def test_a_name_less_sure_than_asked_for_is_left_out_but_its_quote_is_not(text: str) -> None:
    layout = plain_layout(text)
    usual = read_page(layout, Source("page.txt"))
    strict = read_page(layout, Source("page.txt"), name_confidence=1.0)
    assert [quote.text for quote in strict.quotes] == [quote.text for quote in usual.quotes]
    assert all(
        quote.attribution.speaker is None or quote.attribution.confidence == 1.0
        for quote in strict.quotes
    )


# --- linear time, without a clock -----------------------------------------------------------------

PARAGRAPH = (
    "Some partners {n} were glad of it. For example, Nadia said, “I came for the biscuits, and "
    "number {n} was ‘mine’, you know.” She laughed. “I still do,” she added, “on Mondays.”\n\n"
)
BLOCK = (
    "Being Heard - Rosa\n\nI used to sit by the door, you know, number {n}, so I could leave.\n\n"
    "View profile\n\nOther partners ({n}) had not seen any change in the meetings.\n\n"
)


def calls(work: Callable[[], object]) -> int:
    """How many functions, ours and the interpreter's, `work` calls."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md"])
@pytest.mark.parametrize("unit", [PARAGRAPH, BLOCK, "Being Heard - Nadia\n\n"])
def test_ten_times_as_much_text_costs_at_most_about_ten_times_the_work(
    unit: str, suffix: str
) -> None:
    def page(first: int, last: int) -> str:
        text = "".join(unit.replace("{n}", str(number)) for number in range(first, last))
        return text.replace("\n\n", "<p>") if suffix == ".html" else text

    small, large = page(100, 120), page(100, 300)
    read(small, suffix)  # what is imported and compiled once is not counted
    assert calls(lambda: read(large, suffix)) < 12 * calls(lambda: read(small, suffix))


@pytest.mark.parametrize("mark", ["“", "‘a ", '"a ', "« ", "Nadia said “no. "])
def test_marks_that_nothing_closes_cost_no_more_a_mark_however_many_there_are(mark: str) -> None:
    # An opening mark looks at no more than 256 others, so work grows evenly from there on.
    few, some, many = (calls(partial(read, mark * n)) for n in (300, 400, 500))
    assert many - some < 1.1 * (some - few)


# --- texts that break readers -------------------------------------------------------------------


def test_thousands_of_opening_marks_are_no_speech_and_each_is_told() -> None:
    page = read("“" * 5_000)
    assert page is not None
    assert page.quotes == ()
    assert [fault.code for fault in page.faults] == ["unbalanced-quotation-mark"] * 5_000


def test_a_quote_is_found_at_the_end_of_a_line_of_a_megabyte() -> None:
    filler = "The committee met again on the second Monday and talked of other things. "
    page = read(filler * 14_000 + "Nadia said, “I was not asked and I went home.”")
    assert page is not None
    assert [quote.attribution.speaker for quote in page.quotes] == ["Nadia"]


@pytest.mark.parametrize("levels", [100, 1_000])
def test_html_nested_a_thousand_levels_deep_gives_its_quote(levels: int) -> None:
    inner = "<p>Nadia said, “I was not asked and I went home.”</p>"
    page = read("<div>" * levels + inner + "</div>" * levels, ".html")
    assert page is not None
    assert [quote.attribution.speaker for quote in page.quotes] == ["Nadia"]


def test_html_nested_deeper_than_the_parser_goes_is_reported_and_nothing_breaks() -> None:
    with pytest.raises(CorpusError, match=r"page\.html:1: has no words"):
        READERS[".html"](b"<div>" * 5_000 + b"<p>Nadia spoke.</p>", "page.html")


def test_a_lone_surrogate_in_an_html_entity_does_no_harm() -> None:
    page = read("<p>Nadia said, “I was &#xD800; not asked and I went home.”</p>", ".html")
    assert page is not None
    assert page.document.text.encode("utf-8")
    assert [quote.attribution.speaker for quote in page.quotes] == ["Nadia"]


def test_nul_characters_within_html_are_left_out() -> None:
    layout = READERS[".html"](
        b"<p>Nadia said, &#0;\xe2\x80\x9cI was not asked.\xe2\x80\x9d</p>", "p.html"
    )
    assert "\x00" not in layout.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_pages_with_any_line_ends_are_read_the_same(end: str) -> None:
    text = (
        "Being Heard\n\nSome partners spoke of the early years of the group.\n\n"
        "Speaking up\n\nNadia said, “I was not asked.”\n\nBeing Heard - Rosa\n\n"
        "I used to sit by the door, you know.\n\nI don’t any more.\n\nView profile\n"
    )
    page = read(text.replace("\n", end))
    assert page is not None
    found = [(quote.attribution.speaker, quote.text.split()) for quote in page.quotes]
    assert found == [
        ("Nadia", "I was not asked.".split()),
        ("Rosa", "I used to sit by the door, you know. I don’t any more.".split()),
    ]
    assert page.quotes[0].section == ("Speaking up",)


def test_a_page_without_headings_is_one_introduction() -> None:
    page = read("Some partners spoke of the early years.\n\nNadia said, “I was not asked.”\n")
    assert page is not None
    assert [section.path for section in page.document.sections] == [()]


def test_a_page_of_nothing_but_headings_has_sections_and_no_quotes() -> None:
    page = read("# Being heard\n\n## Speaking up\n\n### In a large room\n", ".md")
    assert page is not None
    assert page.quotes == ()
    assert page.document.sections[-1].path[-1] == "In a large room"


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize("empty", [b"", b"  \n\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_of_any_type_is_reported_in_one_line(suffix: str, empty: bytes) -> None:
    with pytest.raises(CorpusError, match=re.escape(f"page{suffix}:1: ")) as told:
        READERS[suffix](empty, f"page{suffix}")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "words",
    [
        "لم يسألني أحد فذهبت إلى البيت",
        "I was not asked 🙃👩🏽‍🔬, so I went home 🚌",
        "I went to the cafe\u0301 and nobody asked me",
        "I was\u200b not\u200f asked\u2028so I went home",
    ],
    ids=["right-to-left", "emoji", "combining accent", "invisible"],
)
def test_words_in_any_script_come_back_to_the_character(words: str) -> None:
    page = read(f"Nadia said, “{words}.” Others agreed with her on that day.")
    assert page is not None
    assert [(quote.text, quote.attribution.speaker) for quote in page.quotes] == [
        (f"{words}.", "Nadia")
    ]
