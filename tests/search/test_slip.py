from __future__ import annotations

import pytest

from partnerqa.index.spelling import Spelling
from partnerqa.search.slip import mended

ENGLISH = {
    "parking": 9000,
    "sparkling": 9000,
    "definitely": 9000,
    "what": 900,
    "kettle": 5,
    "clogged": 90,
    "gravel": 9000,
    "you've": 50,
    "diary": 20,
}
TEXT = "What parking, said Nkechi to Stefan. Interview, réunion, parrots, the dairy, sharing."


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    pages = [("en", TEXT), ("fr", "Le train et les repas."), ("", "Siobhán")]
    return Spelling.of_dictionaries({"en": ENGLISH}) | Spelling.of_texts(pages)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("is parkng paid?", "is parking paid?"),  # a letter too few
        ("parrrots", "parrots"),  # twice
        ("parrotds", "parrots"),  # one too many, from a key beside it
        ("parrpts", "parrots"),  # another, from a key beside it
        ("definately", "definitely"),  # another that sounds alike
        ("siobahn", "siobhán"),
        ("intreview", "interview"),  # two that changed places
        ("Waht?", "What?"),
        ("nkechii", "nkechi"),
        ("reunoin", "réunion"),
        ("sparklng", "sparkling"),  # nobody says it here, but it is long enough
        ("parkng, parrpts", "parking, parrots"),
        ("the parrotsparking", "the parrots parking"),  # a space too few
        ("Noone listens", "No one listens"),
    ],
)
def test_one_letter_away_is_the_word_that_was_meant(
    spelling: Spelling, typed: str, meant: str
) -> None:
    assert mended(spelling, typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "kettle",  # a word, though nobody speaks of it
        "the diary",  # a word too, though the pages have a dairy
        "youve",
        "stefans view",
        "karrots",  # another first letter
        "prarosts",  # two slips
        "tae",  # too short
        "ketlte",  # nobody speaks of kettles, and they are rare
        "what of Parkng?",  # a name
        "PARRPTS",
        "parrbts",  # no key beside it, no sound like it
        "gravol",  # that sounds alike, but is short, and nobody speaks of gravel
        "clogged clohged",  # a rare word, and nobody speaks of it
        "is the ripas there with you",  # repas is French
        "Parrotsparking",
        "parrotsparking",  # in which language?
        '"parkng" fees',
        "« parkng »",
        "1234567",
        "parkng " * 9,  # another language
        "parkng" + " " * 2000,  # no question
        "zebra",
        "",
        "?!",
        "Δοκιμή парковка 停车",
    ],
)
def test_what_is_no_slip_stays_as_it_was_typed(spelling: Spelling, typed: str) -> None:
    assert mended(spelling, typed) == typed


def test_what_is_known_besides_is_no_slip_and_may_be_meant(spelling: Spelling) -> None:
    assert mended(spelling, "parkng parrpts", known={"parkng"}) == "parkng parrots"
    assert mended(spelling, "agian", known={"again"}) == "again"


def test_a_word_of_the_collection_is_meant_before_one_of_a_dictionary() -> None:
    usual = Spelling.of_dictionaries({"en": {"shaving": 10**6}})
    assert mended(usual, "shaing") == "shaving"
    assert mended(usual | Spelling.of_texts([("en", "sharing")]), "shaing") == "sharing"


def test_without_words_nothing_is_mended() -> None:
    assert mended(Spelling.of_texts([]), "parkng") == "parkng"
