from __future__ import annotations

import pytest

from partnerqa.corpus.name import Knowledge, bare, clean, is_shared, names


def displayed(text: str) -> list[str]:
    return [name.display for name in names(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("then Nadia came", ["Nadia"]),
        ("then Dave G came", ["Dave G"]),
        ("then Dr. Okafor came", ["Dr. Okafor"]),
        ("then Soo-ah and Élodie came", ["Soo-ah", "Élodie"]),
        ("then Siobhán O’Malley came", ["Siobhán O’Malley"]),
        ("then Ysolde van Rijn came", ["Ysolde van Rijn"]),
        ("However Nadia came", ["Nadia"]),
        ("Caregiver Nadia came", ["Nadia"]),
        ("Nadia’s bus came", ["Nadia"]),
        ("Most Participants came", []),
        ("the Foundation came", []),
        ("on Monday in March", []),
        ("nobody came", []),
    ],
)
def test_capitalised_words_are_cleaned_to_what_could_be_a_name(
    text: str, expected: list[str]
) -> None:
    assert displayed(text) == expected


def test_a_name_over_a_line_break_or_a_narrow_space_is_shown_on_one_line() -> None:
    text = "then Dave\u00a0G came"
    (name,) = names(text, 0, len(text))
    assert (text[name.start : name.end], name.display) == ("Dave\u00a0G", "Dave G")


def test_a_run_of_function_words_holds_no_name() -> None:
    assert clean("However Most", 0, 12) is None


@pytest.mark.parametrize(
    ("name", "expected"), [("Dr. Okafor", "Okafor"), ("Mme Tremblay", "Tremblay"), ("Ana", "Ana")]
)
def test_a_bare_name_has_no_title(name: str, expected: str) -> None:
    assert bare(name) == expected


def knowing(text: str, *people: str) -> Knowledge:
    knowledge = Knowledge()
    knowledge.learn(text)
    knowledge.meet(people)
    return knowledge


def test_a_word_that_stands_in_lower_case_elsewhere_is_no_name_at_the_start_of_a_sentence() -> None:
    knowledge = knowing("the kittens came; and Nadia came")
    assert not knowledge.is_person("Kittens", opens_sentence=True)
    assert knowledge.is_person("Nadia", opens_sentence=True)


def test_a_name_that_is_also_a_word_is_a_name_in_the_place_of_a_speaker() -> None:
    knowledge = knowing("there was hope, and there will be grace")
    assert knowledge.is_person("Hope", opens_sentence=True)
    assert knowledge.is_person("Will", opens_sentence=False)


def test_whoever_strong_evidence_tells_of_is_a_person_whatever_the_word() -> None:
    knowledge = knowing("the kittens came", "Kittens", "Dr. Ana Bell")
    assert knowledge.is_person("Kittens", opens_sentence=True)
    assert knowledge.knows("Ana")


def test_an_abstract_noun_that_opens_a_sentence_is_no_person() -> None:
    assert not Knowledge().is_person("Awareness", opens_sentence=True)


def test_a_first_name_is_shared_when_two_people_go_by_it() -> None:
    people = {"Pete", "Pete B", "Pete K", "Ana B"}
    assert is_shared("Pete", people)
    assert not is_shared("Ana", people)
    assert not is_shared("Pete B", people)
