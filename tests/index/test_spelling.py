from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.index.spelling import OWN, Spelling

TEXT = "Réunion, réunion. Reunion! Nkechi’s Zoë-Marie paid £3."


def known(spelling: Spelling) -> list[str]:
    return [word.decode() for word in spelling.words]


def test_words_are_sorted_in_plain_letters() -> None:
    spelled = Spelling.of_texts([("fr", TEXT)])
    assert known(spelled) == ["marie", "nkechi", "paid", "reunion", "s", "zoe"]


def test_the_most_usual_spelling_is_given_back() -> None:
    spelling = Spelling.of_texts([("fr", TEXT)])
    assert [spelling.spell(word) for word in ("reunion", "zoe", "paid", "other")] == [
        "réunion",
        "zoë",
        "paid",
        "other",
    ]


def test_own_words_weigh_more_than_any_word_of_a_dictionary() -> None:
    spelling = Spelling.of_dictionaries({"en": {"the": 10**9, "paid": 5}}) | Spelling.of_texts(
        [("fr", TEXT)]
    )
    the, paid, zoe, none = spelling.weights(["the", "paid", "zoe", "zebra"])
    assert zoe > OWN > the > 0
    assert paid > OWN
    assert none == 0
    assert len(spelling) == 7


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("behavior", "behaviour"),
        ("organized", "organised"),
        ("analyze", "analyse"),
        ("pediatric", "paediatric"),
        ("leukemia", "leukaemia"),
        ("estrogen", "oestrogen"),
        ("diarrhea", "diarrhoea"),
    ],
)
def test_a_british_spelling_is_known_too(american: str, british: str) -> None:
    assert Spelling.of_dictionaries({"en": {american: 7}}).weights([american, british]).all()


def test_short_forms_are_known_without_their_apostrophe() -> None:
    assert Spelling.of_dictionaries({"en": {"you've": 7}}).weights(["youve"])[0] > 0


def test_a_word_is_of_its_language_unless_several_have_it() -> None:
    dictionaries = {"en": {"rest": 7, "train": 7}, "fr": {"repas": 7, "train": 7}}
    spelling = Spelling.of_dictionaries(dictionaries) | Spelling.of_texts([("", "Nkechi")])
    words = ["rest", "repas", "train", "nkechi"]
    assert (spelling.weights(words, "en") > 0).tolist() == [True, False, True, True]
    assert (spelling.weights(words, "fr-CA") > 0).tolist() == [False, True, True, True]
    assert (spelling.weights(words) > 0).all()


def test_what_was_saved_is_opened_again(tmp_path: Path) -> None:
    paths = tmp_path / "spelling.npz", tmp_path / "spelling.npy"
    spelling = Spelling.of_texts([("fr", TEXT)])
    spelling.save(*paths)
    opened = Spelling.open(*paths)
    assert known(opened) == known(spelling)
    assert opened.weights(["paid"]) == spelling.weights(["paid"])
    assert opened.spell("reunion") == "réunion"


def test_no_text_has_no_words(tmp_path: Path) -> None:
    paths = tmp_path / "spelling.npz", tmp_path / "spelling.npy"
    Spelling.of_texts([]).save(*paths)
    assert Spelling.open(*paths).weights(["paid"]).tolist() == [0]
