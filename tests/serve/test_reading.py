from partnerqa.records import Attribution, Document, Quote, Section
from partnerqa.serve.reading import paragraphs, parts, surroundings
from partnerqa.serve.schema import SpanJson, WholeQuoteJson
from partnerqa.serve.wire import whole_quote_wire

TEXT = """Money

It is where good will is tested.

Travel

Bram said, “Nobody paid for my train.” And he laughed.

Talking about money - Oona

I filled in forty pages.

Then I filled in forty more.

View profile
"""
TRAVEL = TEXT.index("Travel")
PAGE = Document(
    "d1",
    "money.txt",
    "Money",
    TEXT,
    sections=(Section((), 0, TRAVEL), Section(("Travel",), TRAVEL, len(TEXT))),
)


def quote(name: str, first: str, last: str) -> WholeQuoteJson:
    start, end = TEXT.index(first), TEXT.index(last) + len(last)
    said = Attribution(name, None, "rule", (), 0.9)
    record = Quote(name, "d1", start, end, TEXT[start:end], ("Travel",), said)
    return whole_quote_wire(record, (), PAGE)


BRAM = quote("Bram", "Nobody", "train.")
OONA = quote("Oona", "I filled", "more.")


def test_a_page_is_shown_by_section_with_its_title_and_headings_once() -> None:
    shown = parts(PAGE, [BRAM, OONA])
    assert [(part.heading, part.level) for part in shown] == [("", 2), ("Travel", 2)]
    texts = ["".join(run.text for run in runs) for part in shown for runs in part.paragraphs]
    assert texts[0] == "It is where good will is tested."
    assert "Travel" not in texts
    assert "Money" not in texts


def test_a_quote_inside_a_paragraph_is_marked_and_its_closing_mark_is_not() -> None:
    runs = parts(PAGE, [BRAM, OONA])[1].paragraphs[0]
    assert [(run.text, run.quote and run.quote.id) for run in runs] == [
        ("Bram said, “", None),
        ("Nobody paid for my train.", "Bram"),
        (" And he laughed.", None),
    ]
    assert runs[1].closing == "”"
    assert runs[1].first
    assert runs[1].last


def test_a_quote_over_two_paragraphs_is_marked_in_both_and_named_once() -> None:
    first, second = parts(PAGE, [BRAM, OONA])[1].paragraphs[2:4]
    assert [(run.text, run.first, run.last) for run in (*first, *second)] == [
        ("I filled in forty pages.", True, False),
        ("Then I filled in forty more.", False, True),
    ]


def test_overlapping_quotes_never_show_words_twice() -> None:
    inner = quote("Inner", "paid", "my")
    runs = parts(PAGE, [BRAM, inner, OONA])[1].paragraphs[0]
    assert "".join(run.text + run.closing for run in runs) == (
        "Bram said, “Nobody paid for my train.” And he laughed."
    )


def test_around_a_quote_stand_its_neighbours_of_the_same_section() -> None:
    around = surroundings(PAGE, BRAM, [BRAM, OONA])
    assert ["".join(run.text + run.closing for run in runs) for runs in around] == [
        "Bram said, “Nobody paid for my train.” And he laughed.",
        "Talking about money - Oona",
    ]


def test_a_page_without_sections_is_shown_whole() -> None:
    page = Document("d2", "note.txt", "Note", "Only this.")
    assert [runs[0].text for part in parts(page, []) for runs in part.paragraphs] == ["Only this."]


def test_a_text_is_cut_at_blank_lines_and_marked_by_code_points() -> None:
    told = paragraphs("One 🚆 two\n\nthree", [SpanJson(start=4, end=5), SpanJson(start=8, end=14)])
    assert [[(piece.text, piece.marked) for piece in one] for one in told] == [
        [("One ", False), ("🚆", True), (" tw", False), ("o", True)],
        [("thr", True), ("ee", False)],
    ]


def test_a_text_without_highlights_is_one_piece_a_paragraph() -> None:
    assert [[piece.text for piece in one] for one in paragraphs("a\nb\n \nc")] == [["a\nb"], ["c"]]
