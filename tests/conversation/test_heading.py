from __future__ import annotations

import pytest

from partnerqa.conversation.heading import framed, is_furniture, unframed


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "heading", ["Travel costs", "‘Learning as you go’ is how people described it", "Le “bon” mot"]
)
def test_a_heading_keeps_its_own_words_in_its_question(heading: str, language: str) -> None:
    question = framed(heading, "fr" if language == "fr" else "en")
    assert heading in question
    assert unframed(question) == heading


def test_a_heading_that_asks_is_its_own_question() -> None:
    assert framed("Who pays?", "en") == "Who pays?"


def test_any_other_question_holds_no_heading() -> None:
    assert unframed("What do people say about money?") is None


@pytest.mark.parametrize(
    "heading", ["Introduction", "Last updated June 2024", "View profile", "…", "Références", "3.2"]
)
def test_headings_of_the_page_itself_are_furniture(heading: str) -> None:
    assert is_furniture(heading)


@pytest.mark.parametrize("heading", ["Travel costs", "About time", "Sharing results", "Se lancer"])
def test_headings_that_people_speak_under_are_not_furniture(heading: str) -> None:
    assert not is_furniture(heading)
