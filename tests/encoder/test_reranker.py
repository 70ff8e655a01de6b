from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from partnerqa.encoder.reranker import Reranker
from partnerqa.errors import EncoderError

QUESTION = "Who paid for the train?"
TEXTS = ("Money", "She never asked us twice about the same thing.", "word " * 300, "", "Money")


def test_scores_come_in_the_order_of_the_texts_whatever_their_lengths(reranker: Reranker) -> None:
    together = reranker.scores(QUESTION, TEXTS)
    alone = [float(reranker.scores(QUESTION, [text])[0]) for text in TEXTS]
    assert together.shape == (5,)
    assert together == pytest.approx(alone, abs=1e-5)
    assert together[0] == pytest.approx(together[4], abs=1e-6)


def test_no_texts_have_no_scores(reranker: Reranker) -> None:
    assert reranker.scores(QUESTION, []).shape == (0,)


def test_a_score_depends_on_the_question(reranker: Reranker) -> None:
    other = reranker.scores("What was the meeting like?", TEXTS)
    assert np.abs(reranker.scores(QUESTION, TEXTS) - other).max() > 0.1


def test_what_goes_beyond_the_window_is_cut_off(reranker: Reranker) -> None:
    long, longer = reranker.scores(QUESTION, ["word " * 100, "word " * 400])
    assert long == pytest.approx(longer, abs=1e-6)


def test_threads_may_share_one_reranker(reranker: Reranker) -> None:
    questions = [f"What about question {number}?" for number in "abcdefghij"]
    alone = [reranker.scores(question, TEXTS) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda question: reranker.scores(question, TEXTS), questions))
    assert np.stack(together) == pytest.approx(np.stack(alone), abs=1e-5)


def test_one_core_and_two_give_the_same_scores(exported_reranker: Path) -> None:
    one, two = (Reranker.open(exported_reranker, threads=threads) for threads in (1, 2))
    assert one.scores(QUESTION, TEXTS) == pytest.approx(two.scores(QUESTION, TEXTS), abs=1e-5)


@pytest.mark.parametrize("name", ["model.onnx", "model.weights", "tokenizer.json", "reranker.json"])
def test_a_folder_without_one_of_its_files_is_refused(
    name: str, exported_reranker: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(exported_reranker, tmp_path / "export"))
    (folder / name).unlink()
    with pytest.raises(EncoderError, match=r"reranker folder .* run `partnerqa index`"):
        Reranker.open(folder)
