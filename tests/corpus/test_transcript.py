from __future__ import annotations

import pytest

from tests.corpus.conftest import Read

TALK = [
    ("Interviewer", "How did you come to join the team?"),
    ("Nadia", "By accident, I was looking for the toilets."),
    ("Interviewer", "And you stayed?"),
    ("Nadia", "Well, I'd eaten their sandwiches."),
]


def transcript(form: str, names: dict[str, str] | None = None) -> str:
    shown = names or {}
    return "\n\n".join(form.format(shown.get(who, who), words) for who, words in TALK) + "\n"


@pytest.mark.parametrize("form", ["{}: {}", "[{}] {}", "[{}]: {}", "{}:\t{}"])
def test_each_participants_turn_is_a_quote_and_the_interviewers_its_question(
    form: str, read: Read
) -> None:
    collection = read(transcript(form))
    (document,) = collection.documents
    found = [
        (quote.attribution.speaker, quote.text, quote.question and quote.question.of(document.text))
        for quote in collection.quotes
    ]
    assert found == [
        ("Nadia", TALK[1][1], TALK[0][1]),
        ("Nadia", TALK[3][1], TALK[2][1]),
    ]


@pytest.mark.parametrize("label", ["Int", "INTERVIEWER", "Q", "Moderator", "Intervieweuse"])
def test_those_who_ask_are_told_by_their_label(label: str, read: Read) -> None:
    collection = read(transcript("{}: {}", {"Interviewer": label}))
    assert [quote.attribution.speaker for quote in collection.quotes] == ["Nadia", "Nadia"]


def test_those_who_ask_are_told_by_the_header(read: Read) -> None:
    page = "Interviewer: Otto Bell\n\n" + transcript("{}: {}", {"Interviewer": "Otto Bell"})
    assert [quote.attribution.speaker for quote in read(page).quotes] == ["Nadia", "Nadia"]


def test_the_one_voice_that_mostly_asks_is_the_interviewers(read: Read) -> None:
    collection = read(transcript("{}: {}", {"Interviewer": "Otto"}))
    assert [quote.attribution.speaker for quote in collection.quotes] == ["Nadia", "Nadia"]


def test_a_label_in_capitals_is_shown_as_a_name(read: Read) -> None:
    collection = read(transcript("{}: {}", {"Nadia": "NADIA"}))
    assert [quote.attribution.speaker for quote in collection.quotes] == ["Nadia", "Nadia"]


@pytest.mark.parametrize(
    ("label", "role"),
    [("Patient", "patient"), ("Participant 2", None), ("Caregiver 1", "caregiver")],
)
def test_a_label_that_names_nobody_gives_a_role_at_most(
    label: str, role: str | None, read: Read
) -> None:
    collection = read(transcript("{}: {}", {"Nadia": label}))
    told = [(quote.attribution.speaker, quote.attribution.role) for quote in collection.quotes]
    assert told == [(None, role), (None, role)]


def test_a_role_in_the_label_is_the_speakers(read: Read) -> None:
    collection = read(transcript("{}: {}", {"Nadia": "Nadia (caregiver)"}))
    told = [(quote.attribution.speaker, quote.attribution.role) for quote in collection.quotes]
    assert told == [("Nadia", "caregiver")] * 2


def test_a_turn_of_several_paragraphs_is_one_quote(read: Read) -> None:
    page = transcript("{}: {}").replace("accident, I", "accident.\n\nI")
    first = read(page).quotes[0]
    assert first.text == "By accident.\n\nI was looking for the toilets."


def test_a_page_with_one_label_is_no_transcript(read: Read) -> None:
    page = (
        "Being heard\n\nNote: the meetings moved online that year.\n\n"
        "Many of the participants told us that they had preferred it.\n"
    )
    assert read(page).quotes == ()
