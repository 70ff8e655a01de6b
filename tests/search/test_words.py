import numpy as np
import pytest

from partnerqa.index.wording import Wording
from partnerqa.records import Passage
from partnerqa.search.asked import Asked, asked
from partnerqa.search.words import KIN, match_words

TEXTS = [
    "The money came late.",
    "A gift of flowers.",
    "They repaid the fee.",
    "Late money is no money.",
    "We met on Monday.",
]


@pytest.fixture
def wording() -> Wording:
    passages = [
        Passage(number, "quote", "page", 0, len(text), text, ())
        for number, text in enumerate(TEXTS)
    ]
    return Wording.of(passages, lambda _: "en")


def put(wording: Wording, text: str) -> Asked:
    return asked(wording, text, ["en"])


def scores(wording: Wording, text: str) -> list[float]:
    score = match_words(wording, put(wording, text), np.arange(len(TEXTS))).score
    return [float(value) for value in score]


def test_small_words_are_not_what_is_asked(wording: Wording) -> None:
    question = put(wording, "What did they say about the money, thanks?")
    assert question.text == "money"
    assert len(question) == 1


def test_a_rare_word_weighs_more_than_a_common_one(wording: Wording) -> None:
    question = put(wording, "money Monday zebra")
    assert question.rarity[0] < question.rarity[1] < question.rarity[2] <= 1


def test_another_word_for_the_same_thing_counts_but_less_than_the_word(wording: Wording) -> None:
    money = scores(wording, "money")
    assert money[0] > money[2] > 0  # "fee" is kin of "money"
    assert money[4] == 0
    assert KIN < 1


def test_kin_does_not_count_as_a_share_of_the_words(wording: Wording) -> None:
    match = match_words(wording, put(wording, "money"), np.arange(len(TEXTS)))
    assert match.share.tolist() == [1, 0, 0, 1, 0]


def test_words_that_stand_together_count_once_more(wording: Wording) -> None:
    together, apart = scores(wording, "gift flowers")[1], scores(wording, "flowers gift")[1]
    assert together > apart > 0


def test_a_question_about_what_nobody_mentions_matches_nothing(wording: Wording) -> None:
    assert scores(wording, "zebra") == [0, 0, 0, 0, 0]
