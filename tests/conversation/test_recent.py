from __future__ import annotations

import numpy as np

from partnerqa.conversation.recent import RecentVectors, recent_vectors
from partnerqa.index.opened import Index


def test_a_question_asked_again_has_the_same_vector(index: Index) -> None:
    recent = RecentVectors(index.encoder, size=2)
    first = recent.of("train fares")
    assert recent.of("train fares") is first
    np.testing.assert_array_equal(first, index.encoder.encode_query("train fares"))


def test_only_the_last_questions_are_remembered(index: Index) -> None:
    recent = RecentVectors(index.encoder, size=2)
    first = recent.of("one")
    recent.of("two")
    recent.of("three")
    again = recent.of("one")
    assert again is not first
    np.testing.assert_allclose(again, first, atol=1e-6)


def test_an_encoder_has_one_memory(index: Index) -> None:
    assert recent_vectors(index.encoder) is recent_vectors(index.encoder)
