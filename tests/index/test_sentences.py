from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.sentences import Sentences
from partnerqa.records import Passage

TEXTS = ["Tea came first. Then we talked.", "No.", "I left. I came back. I stayed."]


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """A direction for each length of text."""
    angles = np.array([len(text) for text in texts]) / 20
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


@pytest.fixture
def sentences() -> Sentences:
    passages = [
        Passage(number, "quote", "page", 0, len(text), text, ())
        for number, text in enumerate(TEXTS)
    ]
    return Sentences.of(passages, encode)


def test_every_sentence_is_a_span_of_its_passage(sentences: Sentences) -> None:
    said = [[span.of(TEXTS[number]) for span in sentences.spans(number)] for number in range(3)]
    assert said == [
        ["Tea came first.", "Then we talked."],
        ["No."],
        ["I left.", "I came back.", "I stayed."],
    ]


def test_cosines_are_those_of_the_sentences_of_the_passages_asked_for(
    sentences: Sentences,
) -> None:
    question = encode(["No."])[0]
    cosines, begin = sentences.cosines(np.array([2, 1]), question)
    expected = encode(["I left.", "I came back.", "I stayed.", "No."]) @ question
    assert begin.tolist() == [0, 3]
    assert cosines == pytest.approx(expected, abs=1e-3)


def test_sentences_are_the_same_after_saving(sentences: Sentences, tmp_path: Path) -> None:
    sentences.save(tmp_path / "s.npz", tmp_path / "s.npy")
    opened = Sentences.open(tmp_path / "s.npz", tmp_path / "s.npy")
    assert len(opened) == 3
    assert opened.spans(2) == sentences.spans(2)
    assert np.array_equal(opened.vectors, sentences.vectors)
