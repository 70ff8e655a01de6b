from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerqa.index.words import STEMMERS, terms


def words(text: str, language: str = "en") -> list[str]:
    return [term.text for term in terms(text, language)]


def test_english_words_are_reduced_to_their_stems() -> None:
    assert words("Meetings, meeting; met.") == ["meet", "meet", "met"]


def test_a_french_article_is_a_word_of_its_own() -> None:
    assert words("l'étude, L’Étude", "fr") == ["l", "etud", "l", "etud"]


def test_an_english_possessive_is_the_name_itself() -> None:
    assert words("Karen's friend isn’t Karen’s") == ["karen", "friend", "isn", "karen"]


def test_a_region_of_a_language_is_that_language() -> None:
    assert words("meetings", "en-GB") == ["meet"]


def test_words_of_a_language_without_a_stemmer_stay_as_they_are() -> None:
    assert words("Meetings", "xx") == ["meetings"]


def test_what_is_longer_than_a_word_is_left_out() -> None:
    assert words("see " + "x" * 61) == ["see"]


def test_a_term_tells_where_it_stands() -> None:
    text = "That’s Aimée’s étude."
    assert [text[term.start : term.end] for term in terms(text, "en")] == [
        "That",
        "Aimée",
        "étude",
    ]


def test_accents_in_two_code_points_are_the_same_word_in_its_own_place() -> None:
    text = unicodedata.normalize("NFD", "une étude à part")
    assert words(text, "fr") == words("une étude à part", "fr")
    assert text[terms(text, "fr")[1].start : terms(text, "fr")[1].end] == text[4:10]


@pytest.mark.parametrize("language", sorted(STEMMERS))
def test_every_stemmer_is_there(language: str) -> None:
    assert words("radio", language)


def test_a_letter_that_comes_apart_when_composed_keeps_its_place() -> None:
    assert [(term.start, term.end) for term in terms("a \u09dc", "en")] == [(0, 1), (2, 3)]


@given(st.text(), st.sampled_from(["en", "fr", "xx"]))
def test_any_text_at_all_has_terms_in_reading_order_within_it(text: str, language: str) -> None:
    last = 0
    for term in terms(text, language):
        assert last <= term.start < term.end <= len(text)
        last = term.end
