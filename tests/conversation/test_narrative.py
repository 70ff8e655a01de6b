from __future__ import annotations

import pytest

from partnerqa.conversation.narrative import beside
from partnerqa.records import Attribution, Document, Hit, Match, Quote, Span

WHY = Match(0.5, 0.5)
TELLING = "Some of the partners were paid late, and a few of them were never paid at all."


def narrative(text: str, document: str = "page", start: int = 0) -> Hit:
    page = Document(document, "page.txt", "Page", " " * start + text)
    spans = (Span(0, len(text)),)
    return Hit("narrative", page, (), start, start + len(text), text, 0.5, WHY, highlights=spans)


def quote(lead_in: Span, document: str = "page") -> Hit:
    page = Document(document, "page.txt", "Page", "")
    said = Quote("q", document, 0, 0, "", (), Attribution(None, None, "cue", (), 0.0), lead_in)
    return Hit("quote", page, (), 0, 0, "", 0.9, WHY, quote=said)


def test_whole_sentences_of_the_researchers_stand_beside_the_quotes() -> None:
    found = [narrative(TELLING)]
    assert beside(found, (), 3) == tuple(found)


@pytest.mark.parametrize(
    "text",
    [
        "She said,",
        "Ravi, one of the partners on that team, put it in fewer words:",
        "said Mei-Ling, whose son has a rare epilepsy.",
        "», nous a glissé quelqu’un en partant, « et que c’est exprès. »",
        "See also ‘First Steps Into a Research Partnership’ and ‘The First Meeting’.",
        "Hopes, worries and plans.",
        "As Dr. Okafor, who had been sceptical for many years, put it,",
        "",
    ],
)
def test_what_tells_nothing_without_its_quote_is_left_out(text: str) -> None:
    assert beside([narrative(text)], (), 3) == ()


def test_a_sentence_that_only_begins_is_cut_off_where_the_page_has_it() -> None:
    (kept,) = beside([narrative(f"{TELLING} As Winnie put it,", start=7)], (), 3)
    assert kept.text == TELLING == kept.document.text[kept.start : kept.end]
    assert kept.highlights == (Span(0, len(TELLING)),)


def test_what_stands_over_a_quote_as_its_lead_in_is_not_repeated() -> None:
    found = [narrative(TELLING)]
    assert beside(found, [quote(Span(10, 200))], 3) == ()
    assert beside(found, [quote(Span(10, 200), "another page")], 3) == tuple(found)


def test_no_more_stand_there_than_are_asked_for() -> None:
    assert len(beside([narrative(TELLING)] * 5, (), 2)) == 2
