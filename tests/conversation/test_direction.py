from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from partnerqa.conversation.direction import Direction, passages_of
from partnerqa.conversation.understanding import Understanding
from partnerqa.index.opened import Index

QUESTION = "what was it like to be paid"


@pytest.fixture(scope="module")
def sample(sample_index: Path) -> Iterator[Index]:
    """The index of the sample collection, whose quotes are coded."""
    with Index.open(sample_index) as opened:
        yield opened


def like(quote: str) -> Understanding:
    return Understanding("reference", "more like a shown quote", "", QUESTION, QUESTION, like=quote)


def test_others_like_a_quote_are_looked_for_nearer_to_it_and_to_its_codes(sample: Index) -> None:
    typed = Direction.of(sample, Understanding("stand-alone", "as typed", "", QUESTION, QUESTION))
    quote = sample.rows.quotes[0]
    numbers = np.flatnonzero(passages_of(sample, [quote]))
    meant = Direction.of(sample, like(quote))
    (passage, *_), (codes, *_) = sample.vectors.vectors(numbers), sample.codes.together(numbers)
    assert meant.vector @ passage > typed.vector @ passage + 0.1
    assert typed.code_vector is None
    assert meant.code_vector is not None
    turned = sample.asking.turned_to_codes(typed.vector)
    assert meant.code_vector @ codes > turned @ codes + 0.05
    assert np.linalg.norm(meant.code_vector) == pytest.approx(1, abs=1e-5)


def test_where_a_quote_has_no_codes_the_question_is_looked_for_among_codes(index: Index) -> None:
    """The small collection of these tests is not coded."""
    meant = Direction.of(index, like(index.rows.quotes[0]))
    typed = index.encoder.encode_query(QUESTION)
    assert meant.code_vector is not None
    assert meant.code_vector @ index.asking.turned_to_codes(typed) == pytest.approx(1, abs=1e-5)
