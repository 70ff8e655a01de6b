from __future__ import annotations

import pytest

from partnerqa.corpus.attribution import people_in
from partnerqa.corpus.collection import Reading
from tests.corpus.conftest import Read


def told(read: Read, page: str) -> list[tuple[str | None, str | None]]:
    return [
        (quote.attribution.speaker, quote.attribution.role) for quote in read(page + "\n").quotes
    ]


def test_a_pronoun_keeps_to_the_person_of_its_own_paragraph(read: Read) -> None:
    page = (
        "Nadia came early to the meetings. “I liked the quiet,” she said.\n\n"
        "Rosa came late to the meetings. “I liked the noise,” she said."
    )
    assert told(read, page) == [("Nadia", None), ("Rosa", None)]


def test_a_pronoun_after_two_women_is_left_untold(read: Read) -> None:
    page = "Nadia and Rosa shared a desk in the corner. “I liked the quiet,” she said."
    assert told(read, page) == [(None, None)]


def test_a_pronoun_has_both_the_name_and_the_clause_for_evidence(read: Read) -> None:
    collection = read("Nadia came early to the meetings. “I liked the quiet,” she said.\n")
    text = collection.documents[0].text
    attribution = collection.quotes[0].attribution
    assert [span.of(text).strip() for span in attribution.evidence] == ["Nadia", "she said"]
    assert attribution.rule == "verb-after-pronoun"


def test_parts_of_a_split_quote_share_an_utterance_and_others_do_not(read: Read) -> None:
    page = "“I came,” said Nadia, “and I stayed.” Otto said, “I left before lunch.”\n"
    utterances = [quote.utterance for quote in read(page).quotes]
    assert utterances[0] == utterances[1] is not None
    assert utterances[2] is None


def test_a_role_that_is_stated_once_holds_for_all_quotes_of_the_page(read: Read) -> None:
    page = (
        "Nadia, a patient partner, said, “I was not asked.”\n\n"
        "Things changed with time. Later Nadia said, “I was asked too often.”"
    )
    assert told(read, page) == [("Nadia", "patient"), ("Nadia", "patient")]


def test_a_first_name_that_two_people_share_names_neither(read: Read) -> None:
    page = (
        "Pete B said, “I do the talking in our group.” Pete K said, “I do the talking, too.”\n\n"
        "Later Pete said, “Nobody talks any more, we all type.”"
    )
    assert told(read, page) == [("Pete B", None), ("Pete K", None), (None, None)]


def test_a_name_is_as_sure_as_is_asked_for_or_not_given(read: Read) -> None:
    page = {"page.txt": "Nadia came early to the meetings. “I liked the quiet,” she said.\n"}
    usual = read(page, Reading(name_confidence=0.9)).quotes[0].attribution
    strict = read(page, Reading(name_confidence=0.999)).quotes[0].attribution
    assert usual.speaker == "Nadia"
    assert (strict.speaker, strict.speaker_id) == (None, None)
    assert strict.confidence == usual.confidence


def test_a_profile_link_is_the_speakers_own(read: Read) -> None:
    page = (
        "<h1>T</h1><p>Nadia said, “I was not asked.” Otto said, “I was asked twice.”</p>"
        "<p><a href='/people/nadia'>View Nadia’s profile</a></p>"
    )
    found = read({"page.html": page}).quotes
    assert [quote.attribution.profile_url for quote in found] == ["/people/nadia", None]


@pytest.mark.parametrize(
    ("speaker", "people"),
    [("Frank and Rhoda", ["Frank", "Rhoda"]), ("Sandy", ["Sandy"]), ("Léa et Luc", ["Léa", "Luc"])],
)
def test_two_people_who_speak_together_are_two_people(speaker: str, people: list[str]) -> None:
    assert people_in(speaker) == people
