from __future__ import annotations

import pytest

from partnerqa.index.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How were people paid?", "en"),
        ("Comment les gens sont-ils payés ?", "fr"),
        ("what does « la relève » mean?", "en"),
        ("parking", "en"),
        ("vitamin C and generation Y", "en"),
        ("J’ai l’habitude", "fr"),
    ],
)
def test_the_language_with_more_of_its_small_words_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_text_without_small_words_is_in_the_language_given() -> None:
    assert language_of("transport", "fr-CA") == "fr"
    assert language_of("", "de") == "en"


def test_a_language_is_told_from_its_small_words() -> None:
    assert language_of("What do people say about this?") == "en"
    assert language_of("Qu’est-ce que les gens disent ?") == "fr"
    assert language_of("Tomas", "fr") == "fr"
    assert language_of("Tomas") == "en"
