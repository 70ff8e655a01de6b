import pytest

from partnerqa.errors import VerbatimError
from partnerqa.records import (
    Answer,
    Attribution,
    Document,
    Filters,
    Hit,
    Match,
    Quote,
    Section,
    Span,
)
from partnerqa.serve.schema import FiltersJson
from partnerqa.serve.wire import answer_json, filters_record, filters_wire, hit_json, quote_json

TEXT = "Money 💸\n\nBram said, “Nobody 🚆 paid.” That was all."
PAGE = Document("d1", "money.txt", "Money 💸", TEXT, sections=(Section((), 0, len(TEXT)),))
START = TEXT.index("Nobody")
WORDS = "Nobody 🚆 paid."
SAID = Attribution("Bram", "patient", "cue before", (Span(9, 18),), 0.97, "bram-0000")


def quote(text: str = WORDS) -> Quote:
    return Quote(
        "q1",
        "d1",
        START,
        START + len(WORDS),
        text,
        (),
        SAID,
        lead_in=Span(9, 19),
        shortened=True,
        codes=("late pay",),
    )


def hit(kind: str = "quote", text: str = WORDS) -> Hit:
    end = START + len(WORDS)
    match = Match(0.25, 0.75)
    if kind == "narrative":
        start = TEXT.index("That")
        return Hit("narrative", PAGE, (), start, len(TEXT), "That was all.", 0.5, match)
    marks = (Span(7, 8),)
    return Hit("quote", PAGE, (), START, end, text, 0.5, match, marks, quote(text), (quote(),))


def test_a_quote_has_the_shape_that_stands_on_every_door() -> None:
    assert quote_json(quote(), PAGE) == {
        "kind": "quote",
        "id": "q1",
        "text": WORDS,
        "speaker": "Bram",
        "speaker_id": "bram-0000",
        "role": "patient",
        "document": {"id": "d1", "title": "Money 💸", "url": None, "language": "en"},
        "section": [],
        "start": START,
        "end": START + 14,
        "lead_in": "Bram said,",
        "question": None,
        "utterance": None,
        "shortened": True,
        "codes": ["late pay"],
        "attribution": {
            "rule": "cue before",
            "evidence": [{"start": 9, "end": 18, "text": "Bram said"}],
            "confidence": 0.97,
        },
        "profile_url": None,
    }


def test_a_hit_is_a_quote_with_score_match_highlights_and_other_places() -> None:
    told = hit_json(hit(), lambda _: PAGE)
    assert {key: told[key] for key in quote_json(quote(), PAGE)} == quote_json(quote(), PAGE)
    assert told["score"] == 0.5
    assert told["match"] == {"words": 0.25, "meaning": 0.75}
    assert told["highlights"] == [{"start": 7, "end": 8}]
    assert told["also_in"] == [
        {
            "id": "q1",
            "document": {"id": "d1", "title": "Money 💸", "url": None, "language": "en"},
            "section": [],
        }
    ]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    told = hit_json(hit())
    mark = told["highlights"][0]
    assert told["text"][mark["start"] : mark["end"]] == "🚆"


def test_words_that_differ_from_their_page_never_become_json() -> None:
    with pytest.raises(VerbatimError, match="document d1"):
        quote_json(quote("Nobody 🚆 cared."), PAGE)
    with pytest.raises(VerbatimError, match="partnerqa verify"):
        hit_json(hit(text="Somebody paid."))


def test_narrative_that_differs_from_its_page_never_becomes_json() -> None:
    told = hit("narrative")
    moved = Hit("narrative", PAGE, (), 0, told.end, told.text, 0.5, told.match)
    assert hit_json(told)["text"] == "That was all."
    with pytest.raises(VerbatimError):
        hit_json(moved)


def test_an_answer_keeps_quotes_and_narrative_apart() -> None:
    told = answer_json(
        Answer("answered", "Who paid?", Filters(), (hit(),), (hit("narrative"),), ("And?",), "One.")
    )
    assert [one["kind"] for one in told["quotes"]] == ["quote"]
    assert [one["kind"] for one in told["narrative"]] == ["narrative"]
    assert told["follow_ups"] == ["And?"]


def test_filters_survive_the_way_there_and_back() -> None:
    given = Filters(("Bram",), ("patient",), ("Money",), ("en",))
    assert filters_record(filters_wire(given)) == given
    assert filters_record(FiltersJson()) == Filters()
