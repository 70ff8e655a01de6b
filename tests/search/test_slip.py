import pytest

from partnerqa.index.wording import Wording
from partnerqa.records import Passage
from partnerqa.search.slip import meant


@pytest.fixture
def wording() -> Wording:
    texts = ["parrots parking", "parrots sparking", "tea interview", "interview parkin"]
    passages = [
        Passage(number, "quote", "page", 0, len(text), text, ())
        for number, text in enumerate(texts)
    ]
    return Wording.of(passages, lambda _: "xx")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("parots", "parrots"),
        ("parrrots", "parrots"),
        ("parrits", "parrots"),
        ("intreview", "interview"),
        ("parkinge", "parking"),
    ],
)
def test_one_letter_away_is_the_word_that_was_meant(
    wording: Wording, typed: str, word: str
) -> None:
    assert meant(wording, typed) == word


@pytest.mark.parametrize("typed", ["pa", "tae", "karrots", "prarosts", "1234567", "zebra"])
def test_what_is_farther_away_or_too_short_stays_unknown(wording: Wording, typed: str) -> None:
    assert meant(wording, typed) is None


def test_of_several_the_word_of_most_passages_is_meant() -> None:
    texts = ["parking", "sharing", "shaping", "sharing again"]
    wording = Wording.of(
        [Passage(n, "quote", "page", 0, len(text), text, ()) for n, text in enumerate(texts)],
        lambda _: "xx",
    )
    assert meant(wording, "shaing") == "sharing"
