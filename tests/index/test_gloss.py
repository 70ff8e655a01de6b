from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.encoder.runtime import Encoder
from partnerqa.index.gloss import (
    Gloss,
    in_english,
    is_french,
    read_gloss,
    with_gloss,
    with_gloss_if_better,
)
from partnerqa.index.opened import Index


@pytest.fixture(scope="module")
def gloss() -> Gloss:
    return read_gloss()


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("l’argent", "money"),
        ("Ils ont payé le taxi.", "they have pay taxi ."),
        ("J'ai peur de l'hôpital", "afraid hospital"),
        ("jai mal a lestomac", "I have bad have stomach"),
        ("nous remboursons les trajets", "we pay back journey"),
    ],
)
def test_french_is_read_word_for_word(gloss: Gloss, french: str, english: str) -> None:
    assert " ".join(piece.english for piece in gloss.pieces(french) if piece.english) == english


def test_a_word_that_is_not_listed_stays() -> None:
    assert in_english("Qu'est-ce que Nkechi a dit ?").split()[1] == "nkechi"


def test_of_expressions_the_longest_counts(gloss: Gloss) -> None:
    pieces = list(gloss.pieces("elle a du mal à prendre la parole"))
    assert [piece.english for piece in pieces if piece.words > 1][-1] == "speak up"


def test_a_piece_says_where_it_begins(gloss: Gloss) -> None:
    text = "Avez-vous payé le taxi ?"
    starts = [piece.start for piece in gloss.pieces(text)]
    found = [re.match(r"\w+|\?", text[start:]) for start in starts]
    assert [one.group() for one in found if one] == re.findall(r"\w+|\?", text)


@pytest.mark.parametrize("text", ["How are people paid?", "parking", "Zoë", "on Zoom", ""])
def test_english_stays_as_it_is(text: str) -> None:
    assert in_english(text) == text


@pytest.mark.parametrize("text", ["comment ça se passe", "bénévoles", "la relève"])
def test_french_is_told_by_small_words_and_accents(text: str) -> None:
    assert is_french(text)


@pytest.mark.parametrize("text", ["the naïve question", "transport", "her résumé and mine"])
def test_english_with_an_accent_is_no_french(text: str) -> None:
    assert not is_french(text)


def test_a_form_is_listed_once_or_its_first_line_counts(gloss: Gloss) -> None:
    assert gloss.spelled["pas",] == "not"
    assert all("|" not in english for english in gloss.spelled.values())


def test_the_english_encoder_is_given_the_gloss_and_finds_english_by_it(index: Index) -> None:
    encoder = index.encoder.reading(str)
    fitted = with_gloss_if_better(encoder)
    assert fitted.is_reading
    assert not encoder.is_reading
    told = fitted.encode(["They paid my taxi.", "The soup was cold."], prompt="passage")
    assert (told @ fitted.encode_query("Ils ont payé mon taxi")).argmax() == 0


class BothLanguages:
    """Stands for an encoder made for both languages, of which there is none here.

    It knows which sentences of the trial say the same, and makes nothing of a gloss.
    """

    def __init__(self, read: object = str) -> None:
        self.read = read

    def reading(self, read: object) -> BothLanguages:
        return BothLanguages(read)

    def encode(self, texts: Sequence[str], *, prompt: str) -> NDArray[np.float32]:
        rows = np.eye(len(texts), dtype=np.float32)
        return rows if self.read is str or prompt == "passage" else rows[::-1]


def test_an_encoder_that_knows_french_is_left_alone() -> None:
    both = cast("Encoder", BothLanguages())
    assert with_gloss_if_better(both) is both


def test_an_encoder_reads_the_gloss_wherever_it_encodes(index: Index) -> None:
    encoder = index.encoder.reading(str)
    glossed, french = with_gloss(encoder), "Pourquoi avez-vous dit oui ?"
    english = in_english(french)
    assert np.array_equal(glossed.encode_query(french), encoder.encode_query(english))
    (passage,) = glossed.encode([french], prompt="passage")
    assert np.array_equal(passage, encoder.encode([english], prompt="passage")[0])
