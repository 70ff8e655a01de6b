from __future__ import annotations

import pytest

from partnerqa.corpus.caption import caption_cue, label, topic_line
from partnerqa.corpus.cue import Cue
from partnerqa.corpus.name import Knowledge
from partnerqa.records import Span


def whole(line: str) -> Span:
    return Span(0, len(line))


def named(cue: Cue | None) -> list[str]:
    return [name.display for name in cue.people] if cue else []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Being Heard - Nadia", ["Nadia"]),
        ("Being Heard – Dave G", ["Dave G"]),
        ("Being Heard - Frank and Rhoda", ["Frank", "Rhoda"]),
        ("Learning from Others: Part Two - Élodie", ["Élodie"]),
        ("Being Heard - Nadia, patient partner", ["Nadia"]),
        ("A long sentence that ends in a stop. - Nadia", []),
        ("patient-researcher partnerships", []),
        ("Being Heard - what we learned", []),
    ],
)
def test_a_topic_line_names_whoever_stands_after_the_dash(line: str, people: list[str]) -> None:
    assert named(topic_line(line, whole(line), Knowledge())) == people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Nadia highlights the importance of asking.", ["Nadia"]),
        ("Nadia, a patient-researcher, knows how to ask.", ["Nadia"]),
        ("Frank and Rhoda wished that they had asked.", ["Frank", "Rhoda"]),
        ("Nadia’s experience of asking", ["Nadia"]),
        ("Asking was new on Nadia’s team", ["Nadia"]),
        ("Ask until somebody answers, says Nadia", ["Nadia"]),
        ("According to Nadia, it is best to ask.", ["Nadia"]),
        ("Participants in Ontario wished that they had asked.", []),
        ("Nadia’s husband noticed that she had stopped asking.", []),
        ("Asking is never easy", []),
    ],
)
def test_a_caption_names_its_speaker_in_any_place_or_nobody(line: str, people: list[str]) -> None:
    assert named(caption_cue(line, whole(line), Knowledge())) == people


def test_a_caption_about_somebody_unnamed_tells_the_role() -> None:
    line = "A caregiver explains why she stopped asking."
    cue = caption_cue(line, whole(line), Knowledge())
    assert cue is not None
    assert cue.unnamed is not None
    assert (cue.rule, cue.unnamed.role) == ("caption-unnamed", "caregiver")


def test_evidence_and_names_are_offsets_of_the_page_and_not_of_the_line() -> None:
    text = "Before.\n\nNadia highlights the importance of asking."
    cue = caption_cue(text, Span(9, len(text)), Knowledge())
    assert cue is not None
    assert cue.people[0].span.of(text) == "Nadia"
    assert cue.evidence.of(text).startswith("Nadia highlights")


@pytest.mark.parametrize(
    ("line", "people"),
    [("— Nadia", ["Nadia"]), ("Nadia, patient partner", ["Nadia"]), ("Nadia came by bus", [])],
)
def test_a_label_is_nothing_but_a_name(line: str, people: list[str]) -> None:
    assert named(label(line, whole(line), Knowledge())) == people
