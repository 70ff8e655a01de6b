from __future__ import annotations

import pytest

from partnerqa.corpus.name import Name
from partnerqa.corpus.role import role_beside, role_of_description, role_of_group, stated_roles
from partnerqa.records import Span


def beside(text: str) -> tuple[str, str] | None:
    start = text.index("Nadia")
    told = role_beside(text, Name(start, start + 5, "Nadia"))
    return (told[0], told[1].of(text)) if told else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadia, a patient partner, said", ("patient", "Nadia, a patient partner")),
        ("Nadia (caregiver) said", ("caregiver", "Nadia (caregiver)")),
        ("Nadia, who looks after her son, said", ("caregiver", "Nadia, who looks after her son")),
        ("Nadia, who leads a study, said", ("researcher", "Nadia, who leads a study")),
        ("the researcher Nadia said", ("researcher", "researcher Nadia")),
        ("patient partner Nadia said", ("patient", "patient partner Nadia")),
        ("Nadia, chercheuse, explique", ("researcher", "Nadia, chercheuse")),
    ],
)
def test_a_role_beside_a_name_is_told_with_its_words(text: str, expected: tuple[str, str]) -> None:
    assert beside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nadia said that patients should be paid",
        "Nadia, who came by bus, said",
        "Nadia, whose mother is a nurse, said",
        "Nadia talked of patient engagement",
        "her doctor Nadia never named",
        "Nadia, and a caregiver in the room, agreed",
    ],
)
def test_what_is_not_said_of_somebody_gives_no_role(text: str) -> None:
    assert beside(text) is None


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("a patient partner", "patient"),
        ("who lives with lupus", "patient"),
        ("who was diagnosed with asthma", "patient"),
        ("who cares for her brother", "caregiver"),
        ("a mother of a patient", None),
        ("who is a physiotherapist", "clinician"),
        ("principal investigator", "researcher"),
        ("qui vit avec une maladie rare", "patient"),
        ("qui s’occupe de son père", "caregiver"),
        ("a retired teacher from Leeds", None),
    ],
)
def test_an_apposition_states_a_role_or_none(clause: str, role: str | None) -> None:
    assert role_of_description(clause) == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Some patient partners said that it took years.", "patient"),
        ("However, several researchers felt nervous too.", "researcher"),
        ("Both patients and researchers were nervous.", None),
        ("Many people were nervous.", None),
        ("Patient engagement takes years.", None),
    ],
)
def test_a_sentence_about_a_group_tells_its_role(sentence: str, role: str | None) -> None:
    assert role_of_group(sentence, Span(0, len(sentence))) == role


def test_a_person_of_whom_a_page_states_two_roles_is_left_without() -> None:
    text = "Nadia, a patient partner, came. Nadia, a researcher, left. Otto, a nurse, stayed."
    stated = stated_roles(text, [Span(0, len(text))], ["Nadia", "Otto"])
    assert {name: role for name, (role, _) in stated.items()} == {"Otto": "clinician"}
