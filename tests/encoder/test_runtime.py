from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from partnerqa.encoder.runtime import Encoder
from partnerqa.errors import EncoderError

TEXTS = ("Money", "She never asked us twice about the same thing.", "word " * 300, "", "Money")


def test_vectors_come_in_the_order_of_the_texts_whatever_their_lengths(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS, prompt="passage")
    alone = np.stack([encoder.encode([text], prompt="passage")[0] for text in TEXTS])
    assert together.shape == (5, encoder.dimension)
    assert together == pytest.approx(alone, abs=1e-5)


def test_every_vector_has_length_one(encoder: Encoder) -> None:
    lengths = np.linalg.norm(encoder.encode(TEXTS, prompt="passage"), axis=1)
    assert lengths == pytest.approx(np.ones(5), abs=1e-5)


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([], prompt="passage").shape == (0, 384)


def test_what_goes_beyond_the_window_is_cut_off(encoder: Encoder) -> None:
    long, longer = encoder.encode(["word " * 254, "word " * 400], prompt="passage")
    assert encoder.window == 256
    assert long == pytest.approx(longer, abs=1e-6)


def test_counting_leaves_special_tokens_out_and_cuts_nothing_off(encoder: Encoder) -> None:
    assert encoder.count("one two three") == 3
    assert encoder.count("word " * 400) == 400
    assert encoder.count("") == 0
    assert encoder.room == 254


def test_a_question_is_encoded_as_a_batch_of_one_would_be(encoder: Encoder) -> None:
    batch = encoder.encode(["Who pays?"], prompt="query")
    assert encoder.encode_query("Who pays?") == pytest.approx(batch[0], abs=1e-6)


def test_progress_tells_every_text_once(encoder: Encoder) -> None:
    heard: list[tuple[str, int, int]] = []
    encoder.encode(
        ["some words here"] * 300, prompt="passage", progress=lambda *told: heard.append(told)
    )
    assert heard[-1] == ("encode", 300, 300)
    assert [done for _, done, _ in heard] == sorted({done for _, done, _ in heard})


def test_threads_may_share_one_encoder(encoder: Encoder) -> None:
    questions = [f"What about question {number}?" for number in range(20)]
    alone = [encoder.encode_query(question) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(encoder.encode_query, questions))
    assert np.stack(together) == pytest.approx(np.stack(alone), abs=1e-6)


def test_one_core_and_two_give_the_same_vector(exported: Path) -> None:
    one, two = (Encoder.open(exported, threads=threads) for threads in (1, 2))
    assert one.encode_query("Who pays?") == pytest.approx(two.encode_query("Who pays?"), abs=1e-6)


@pytest.mark.parametrize("name", ["model.onnx", "model.weights", "tokenizer.json", "encoder.json"])
def test_a_folder_without_one_of_its_files_is_refused(
    name: str, exported: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(exported, tmp_path / "export"))
    (folder / name).unlink()
    with pytest.raises(EncoderError, match="run `partnerqa index`"):
        Encoder.open(folder)
