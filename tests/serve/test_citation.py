from partnerqa.serve.citation import Source, citation, place
from partnerqa.serve.schema import AttributionJson, DocumentReferenceJson, PartJson, WholeQuoteJson

SOURCE = Source("Three pages", "Invented for the tests.", "https://voices.example.org")


def quote(
    speaker: str | None = "Bram",
    *,
    url: str | None = None,
    shortened: bool = False,
    parts: tuple[PartJson, ...] = (),
) -> WholeQuoteJson:
    return WholeQuoteJson(
        id="q1",
        text="Nobody paid.",
        speaker=speaker,
        speaker_id=None,
        role="patient" if speaker else None,
        document=DocumentReferenceJson(id="d1", title="Money", url=url, language="en"),
        section=["Money", "Travel"],
        start=100,
        end=112,
        lead_in=None,
        question=None,
        utterance=None,
        shortened=shortened,
        codes=[],
        attribution=AttributionJson(rule="cue", evidence=[], confidence=0.9),
        profile_url=None,
        parts=list(parts),
    )


def test_a_citation_is_words_speaker_place_address_permalink_and_notice() -> None:
    assert citation(quote(url="https://example.org/money"), SOURCE).splitlines() == [
        "“Nobody paid.”",
        "— Bram (patient), in: Money › Travel. Three pages.",
        "https://example.org/money",
        "https://voices.example.org/quotes/q1",
        "Invented for the tests.",
    ]


def test_a_speaker_without_a_name_is_never_guessed() -> None:
    assert "— Speaker not named, in: Money › Travel." in citation(quote(None), SOURCE)


def test_an_excerpt_is_cited_as_shortened() -> None:
    assert citation(quote(shortened=True), SOURCE).startswith(
        "“Nobody paid.” [shortened on its page]"
    )


def test_a_quote_that_its_page_interrupts_is_cited_whole_in_the_order_of_the_page() -> None:
    before = PartJson(id="q0", text="At first I thought it fair,", start=50, end=77)
    after = PartJson(id="q2", text="Then somebody did.", start=130, end=148)
    cited = citation(quote(parts=(after, before)), SOURCE)
    assert cited.startswith(
        "“At first I thought it fair, […] Nobody paid. […] Then somebody did.”\n— Bram"
    )
    assert "https://voices.example.org/quotes/q1" in cited


def test_the_title_stands_once_in_a_place() -> None:
    assert place(quote()) == "Money › Travel"
