from __future__ import annotations

import pytest

from partnerqa.corpus import furniture


@pytest.mark.parametrize(
    "line",
    [
        "View profile",
        "View Nadia’s profile",
        "Last updated",
        "Last updated: March 2021",
        "Last reviewed March 2021.",
        "Review date",
        "SHOW TEXT VERSION",
        "PRINT TRANSCRIPT",
        "Show text version | Print transcript",
        "Transcript",
        "Age at interview: 46",
        "Sex: Male",
        "Read more",
        "Back to top",
        "Copyright © Heron Lake 2021",
        "Watch the video",
        "Voir le profil",
        "Dernière mise à jour : mars 2021",
    ],
)
def test_links_dates_and_buttons_are_furniture(line: str) -> None:
    assert furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nadia",
        "I last updated my will in March, and it took a day.",
        "Watching the others",
        "Reading more than I used to was the first change.",
        "Home visits",
        "Printing the forms took an hour and nobody read them.",
    ],
)
def test_what_somebody_wrote_or_said_is_not_furniture(line: str) -> None:
    assert not furniture.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Please feel free to jump to the following sections:",
        "On this page:",
        "Table of contents",
        "Passer directement aux sections :",
    ],
)
def test_a_list_of_sections_is_announced_in_these_ways(line: str) -> None:
    assert furniture.is_jump_list(line)


@pytest.mark.parametrize("line", ["Transcript", "SHOW TEXT VERSION", "Text only", "Transcription"])
def test_words_of_a_participant_are_announced_in_these_ways(line: str) -> None:
    assert furniture.announces_speech(line)


@pytest.mark.parametrize("line", ["View profile", "See Nadia’s profile", "Voir le profil"])
def test_words_of_a_participant_are_closed_in_these_ways(line: str) -> None:
    assert furniture.ends_speech(line)


@pytest.mark.parametrize("mark", [" […]", "[...]", " (…)", " […] Read more", " […]\n"])
def test_the_mark_of_a_shortened_quote_is_cut_off(mark: str) -> None:
    assert furniture.without_teaser(f"I came by bus.{mark}") == "I came by bus."


def test_an_omission_inside_the_words_is_kept() -> None:
    assert furniture.without_teaser("I came […] by bus.") == "I came […] by bus."
