from pathlib import Path

import numpy as np
import pytest

from partnerqa.index.wording import Wording
from partnerqa.records import Passage

TEXTS = [("Money", "Paid late.", "Money came late."), ("", "", "Nobody came.")]


@pytest.fixture
def wording() -> Wording:
    passages = [
        Passage(
            number, "quote", "page", 0, len(text), text, (heading,) if heading else (), "q", lead
        )
        for number, (heading, lead, text) in enumerate(TEXTS)
    ]
    return Wording.of(passages, lambda _: "xx")  # a language without a stemmer


def read(wording: Wording, number: int) -> list[str]:
    words = {code: word for word, code in wording.vocabulary.items()} | {-1: "|"}
    places, _ = wording.places(np.array([number]))
    return [words[code] for code in wording.term[places].tolist()]


def test_heading_lead_in_and_words_stand_in_their_order_with_breaks_between(
    wording: Wording,
) -> None:
    assert read(wording, 0) == ["money", "|", "paid", "late", "|", "money", "came", "late"]
    assert read(wording, 1) == ["nobody", "came"]


def test_only_words_of_the_passage_itself_have_a_place_in_it(wording: Wording) -> None:
    places, _ = wording.places(np.array([0]))
    spans = [(wording.start[place], wording.end[place]) for place in places]
    assert spans == [(-1, -1)] * 5 + [(0, 5), (6, 10), (11, 15)]
    assert TEXTS[0][2][6:10] == "came"


def test_frequency_counts_passages_and_not_mentions(wording: Wording) -> None:
    frequency = {word: int(wording.frequency[code]) for word, code in wording.vocabulary.items()}
    assert frequency == {"money": 1, "paid": 1, "late": 1, "came": 2, "nobody": 1}


def test_places_of_several_passages_say_whose_each_is(wording: Wording) -> None:
    places, owner = wording.places(np.array([1, 0]))
    assert owner.tolist() == [0, 0] + [1] * 8
    assert places.tolist() == [8, 9, *range(8)]


def test_wording_is_the_same_after_saving(wording: Wording, tmp_path: Path) -> None:
    wording.save(tmp_path / "w.npz")
    opened = Wording.open(tmp_path / "w.npz")
    assert dict(opened.vocabulary) == dict(wording.vocabulary)
    assert opened.term.tolist() == wording.term.tolist()
    assert opened.mean_length == 5.0
