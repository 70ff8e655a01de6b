"""Word search beside BM25 computed by hand."""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import partnerqa.index.lexical as lexical_module
from partnerqa.index.lexical import LexicalIndex, LexicalQuery, LexicalWriter
from partnerqa.index.words import terms
from partnerqa.records import Passage

TEXTS = (
    ("en", "Nobody paid for my train."),
    ("en", "The train was late and the meeting was long, and the meeting was cold."),
    ("en", "They paid us in kindness."),
    ("fr", "Les réunions étaient longues pour l'étude."),
)
HEADINGS = ("Money", "The first meeting", "Money", "Le rythme")
LEAD_INS = ("", "Oona told us that she was late.", "", "")
SPEAKERS = ("Bram", "Oona", None, "Aimée")
TEXT_ONLY = {"text": 1.0}


def passage(number: int, text: str, heading: str = "", lead_in: str = "") -> Passage:
    return Passage(number, "quote", "page", 0, len(text), text, (heading,), "quote", lead_in)


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder = tmp_path_factory.mktemp("words") / "lexical"
    writer = LexicalWriter(folder)
    for number, (language, text) in enumerate(TEXTS):
        told = passage(number, text, HEADINGS[number], LEAD_INS[number])
        writer.add(told, language, SPEAKERS[number])
    writer.finish()
    return LexicalIndex.open(folder, ["en", "fr"])


def found(
    index: LexicalIndex,
    words: str,
    *phrases: str,
    boosts: Mapping[str, float] = TEXT_ONLY,
    allowed: NDArray[np.bool_] | None = None,
    limit: int = 10,
) -> dict[int, float]:
    numbers, scores = index.search(LexicalQuery(words, phrases, boosts, allowed), limit)
    assert list(scores) == sorted(scores, reverse=True)
    return dict(zip(numbers.tolist(), scores.tolist(), strict=True))


def bm25(query: str) -> dict[int, float]:
    """The scores of the texts, by the formula."""
    texts = [[term.text for term in terms(text, language)] for language, text in TEXTS]
    mean = sum(map(len, texts)) / len(texts)
    scores: dict[int, float] = {}
    for word, (number, text) in product(query.split(), enumerate(texts)):
        times = text.count(word)
        holding = sum(word in other for other in texts)
        rarity = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        share = times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(text) / mean))
        if times:
            scores[number] = scores.get(number, 0) + rarity * share
    return scores


@pytest.mark.parametrize("query", ["train", "meet", "train paid", "the meet was", "etud"])
def test_scores_are_bm25(lexical: LexicalIndex, query: str) -> None:
    assert found(lexical, query) == pytest.approx(bm25(query), rel=1e-5)


def test_a_word_asked_twice_counts_once(lexical: LexicalIndex) -> None:
    assert found(lexical, "train train") == found(lexical, "train")


def test_another_form_of_a_word_is_found(lexical: LexicalIndex) -> None:
    assert set(found(lexical, "trains")) == {0, 1}
    assert set(found(lexical, "kindnesses")) == {2}


def test_words_are_found_with_and_without_their_accents(lexical: LexicalIndex) -> None:
    assert found(lexical, "reunion") == found(lexical, "Réunions")
    assert set(found(lexical, "reunion")) == {3}


def test_a_boost_multiplies_the_score_of_its_field(lexical: LexicalIndex) -> None:
    once = found(lexical, "money", boosts={"heading": 1.0})
    thrice = found(lexical, "money", boosts={"heading": 3.0})
    assert set(once) == {0, 2}
    assert thrice == pytest.approx({number: 3 * score for number, score in once.items()})


def test_a_field_without_a_boost_is_not_searched(lexical: LexicalIndex) -> None:
    assert found(lexical, "money") == {}
    assert found(lexical, "money", boosts={"heading": 0.0}) == {}


def test_a_name_is_found_without_its_accent_and_never_stemmed(lexical: LexicalIndex) -> None:
    assert set(found(lexical, "aimee", boosts={"speaker": 1.0})) == {3}
    assert found(lexical, "Brams", boosts={"speaker": 1.0}) == {}


def test_every_phrase_must_stand_there(lexical: LexicalIndex) -> None:
    assert set(found(lexical, "train", "paid for")) == {0}
    assert set(found(lexical, "", "meeting was")) == {1}
    assert found(lexical, "", "meeting was", "paid for") == {}


def test_the_words_of_a_phrase_must_stand_together(lexical: LexicalIndex) -> None:
    assert found(lexical, "", "train paid") == {}


def test_a_phrase_of_one_word_is_required_too(lexical: LexicalIndex) -> None:
    assert set(found(lexical, "paid train", "kindness")) == {2}


def test_a_phrase_in_heading_or_lead_in_does_not_stand_in_the_words(lexical: LexicalIndex) -> None:
    assert found(lexical, "meeting", "first meeting") == {}
    assert found(lexical, "train", "she was late") == {}


def test_a_french_phrase_is_found_across_its_apostrophe(lexical: LexicalIndex) -> None:
    assert set(found(lexical, "", "l’étude")) == {3}


def test_a_phrase_without_a_word_in_it_asks_for_nothing(lexical: LexicalIndex) -> None:
    assert found(lexical, "kindness", "…") == found(lexical, "kindness")


@pytest.mark.parametrize("words", ["", " ", "?!", "—"])
def test_nothing_to_look_for_finds_nothing(lexical: LexicalIndex, words: str) -> None:
    assert found(lexical, words) == {}


@pytest.mark.parametrize(
    "words", ['text:train AND (paid OR "', "train^9 -paid", "*", "[a TO z]", "train~2 \\"]
)
def test_no_query_syntax_is_read_from_words(lexical: LexicalIndex, words: str) -> None:
    plain = " ".join(term.text for term in terms(words, "xx"))
    assert found(lexical, words) == found(lexical, plain)


@settings(deadline=None)  # a busy machine is no fault of the search
@given(st.text())
def test_any_text_at_all_may_be_asked(lexical: LexicalIndex, words: str) -> None:
    assert set(found(lexical, words, words)) <= {0, 1, 2, 3}


def test_only_allowed_passages_are_found_with_their_scores_unchanged(lexical: LexicalIndex) -> None:
    everywhere = found(lexical, "train paid")
    allowed = np.array([False, True, True, True])
    assert found(lexical, "train paid", allowed=allowed) == pytest.approx(
        {1: everywhere[1], 2: everywhere[2]}
    )


def test_nothing_allowed_finds_nothing(lexical: LexicalIndex) -> None:
    assert found(lexical, "train", allowed=np.zeros(4, np.bool_)) == {}


def test_a_mask_of_another_size_is_an_error(lexical: LexicalIndex) -> None:
    with pytest.raises(ValueError, match=r"shape \(3,\); expected \(4,\)"):
        found(lexical, "train", allowed=np.ones(3, np.bool_))


def test_the_limit_keeps_the_best(lexical: LexicalIndex) -> None:
    best = max(bm25("train paid").items(), key=lambda pair: pair[1])
    assert found(lexical, "train paid", limit=1) == pytest.approx(dict([best]), rel=1e-5)
    assert found(lexical, "train paid", limit=0) == {}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    """6,000 passages; "even" stands in every second one, "rare" in every thousandth."""
    folder = tmp_path_factory.mktemp("large") / "lexical"
    writer = LexicalWriter(folder)
    for number in range(6000):
        text = f"word {'even' if number % 2 == 0 else 'odd'} {'rare' if number % 1000 == 0 else ''}"
        writer.add(passage(number, text), "en", None)
    writer.finish()
    return LexicalIndex.open(folder, ["en"])


@pytest.mark.parametrize("step", [3, 2, 40], ids=["some", "many", "few"])
def test_masks_of_any_size_give_what_a_full_search_gives_within_them(
    large: LexicalIndex, step: int
) -> None:
    allowed = np.arange(6000) % step == 1
    everything = found(large, "word even", limit=6000)
    expected = {number: score for number, score in everything.items() if allowed[number]}
    assert found(large, "word even", allowed=allowed, limit=6000) == pytest.approx(expected)
    assert list(found(large, "word even", allowed=allowed, limit=50)) == list(expected)[:50]


def test_a_mask_that_hides_the_best_still_finds_the_limit(large: LexicalIndex) -> None:
    allowed = np.arange(6000) % 2 == 1  # every passage with the rarer word is hidden
    assert len(found(large, "word even", allowed=allowed, limit=100)) == 100


def test_opening_writes_nothing_into_the_sealed_folder(tmp_path: Path) -> None:
    folder = tmp_path / "lexical"
    writer = LexicalWriter(folder)
    writer.add(passage(0, "Nobody paid for my train."), "en", None)
    writer.finish()
    before = sorted(path.name for path in folder.iterdir())
    assert set(found(LexicalIndex.open(folder, ["en"]), "train")) == {0}
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not [name for name in before if name.endswith(".lock")]


def test_a_folder_is_removed_though_another_thread_still_writes_into_it(tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    begun = threading.Event()

    def lock_for_a_while() -> None:
        with contextlib.suppress(FileNotFoundError):  # it is gone: as it is meant to be
            for number in range(2000):
                (links / f"lock-{number}").touch()
                begun.set()

    writing = threading.Thread(target=lock_for_a_while)
    writing.start()
    begun.wait()
    lexical_module._remove(links)
    writing.join()
    assert not links.exists()


def test_a_folder_that_cannot_be_written_is_a_system_error(tmp_path: Path) -> None:
    writer = LexicalWriter(tmp_path / "lexical")
    writer.add(passage(0, "Nobody paid for my train."), "en", None)
    (tmp_path / "lexical").rename(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="No such file or directory"):
        writer.finish()
