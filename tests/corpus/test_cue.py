from __future__ import annotations

import pytest

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.cue_beside import find_cue
from partnerqa.corpus.name import Knowledge, Name
from partnerqa.corpus.person import Generic
from partnerqa.corpus.place import Place
from partnerqa.corpus.quotation import quotations
from partnerqa.records import Span


def cue_in(text: str) -> Cue | None:
    """The cue beside the first quotation of a one-sentence text."""
    knowledge = Knowledge()
    knowledge.learn(text)
    (quotation, *_) = quotations(text, 0, len(text)).quotations
    return find_cue(
        Place(
            text=text,
            inner=quotation.inner,
            lead=Span(0, quotation.outer.start),
            tail=Span(quotation.outer.end, len(text)),
            knowledge=knowledge,
            closed=quotation.inner.of(text).endswith((".", "!", "?")),
        )
    )


def who(text: str) -> list[str]:
    cue = cue_in(text)
    return [name.display for name in cue.people] if cue else []


@pytest.mark.parametrize(
    "text",
    [
        "Nadia said, “I came.”",
        "As Nadia put it, “I came.”",
        "Nadia, who lives in Leeds, said, “I came.”",
        "Like many others, Nadia felt that “I had to come”.",
        "In Nadia’s own words, “I came.”",
        "“I came,” Nadia said.",
        "“I came,” said Nadia.",
        "“I came,” as Nadia put it.",
        "“I came.” (Nadia)",
        "“I came.” [Nadia]",
        "“I came.” — Nadia",
        "“I came”, in Nadia’s words.",
        "“I came”, according to Nadia.",
        "« Je suis venue », explique Nadia.",
        "Nadia raconte : « Je suis venue. »",
    ],
)
def test_the_same_person_is_told_from_every_form_of_cue(text: str) -> None:
    assert who(text) == ["Nadia"]


def test_two_people_who_speak_together_are_both_told() -> None:
    assert who("Frank and Rhoda said, “We came.”") == ["Frank", "Rhoda"]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("“I came,” she said.", "she"),
        ("He said, “I came.”", "he"),
        ("In her own words, “I came.”", "she"),
        ("« Je suis venue », dit-elle.", "elle"),
    ],
)
def test_a_pronoun_is_told_as_such_and_names_nobody(text: str, pronoun: str) -> None:
    cue = cue_in(text)
    assert cue is not None
    assert (cue.pronoun, cue.people) == (pronoun, ())


def test_somebody_unnamed_is_told_with_their_role() -> None:
    cue = cue_in("Another caregiver told us, “I came.”")
    assert cue is not None
    assert cue.unnamed is not None
    assert (cue.people, cue.unnamed.role, cue.takes_part) == ((), "caregiver", True)


@pytest.mark.parametrize(
    "text",
    [
        "A sign on the door read, “Please wait here.”",
        "The invitation said, “Everybody is welcome.”",
        "We asked them, “How was it?”",
        "Her husband said, “You are never home.”",
        "Nadia was told, “You will get used to it.”",
    ],
)
def test_words_of_signs_interviewers_and_relations_are_told_as_no_participants(text: str) -> None:
    cue = cue_in(text)
    assert cue is not None
    assert not cue.takes_part


@pytest.mark.parametrize(
    "text",
    [
        "The method is called “concept mapping”.",
        "It took “years”.",
        "Nadia’s bus was “late”.",
    ],
)
def test_words_beside_which_nobody_speaks_have_no_cue(text: str) -> None:
    assert cue_in(text) is None


def test_a_cue_can_be_moved_with_all_that_it_points_at() -> None:
    cue = Cue(
        "label",
        Span(1, 6),
        0.9,
        (Name(1, 6, "Nadia"),),
        None,
        Generic(Span(2, 3), None, takes_part=True),
    )
    moved = cue.moved(10)
    assert (moved.evidence, moved.people[0].span) == (Span(11, 16), Span(11, 16))
    assert moved.unnamed is not None
    assert moved.unnamed.span == Span(12, 13)
