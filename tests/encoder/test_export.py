"""The export beside the model itself, text by text."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.encoder.export import export_model
from partnerqa.encoder.runtime import Encoder
from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CORPUS = Path(__file__).parents[2] / "corpus"
LEAST_COSINE = 0.9999


def paragraphs(folder: Path) -> list[str]:
    """The paragraphs of the plain-text pages of the sample collection."""
    pages = sorted(folder.rglob("*.txt"))
    return [
        paragraph.strip()
        for page in pages
        for paragraph in page.read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip()
    ]


def cosines(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    norms = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    return np.asarray(np.sum(left * right, axis=1) / norms, np.float32)


def test_passages_of_every_length_have_the_models_own_vectors(
    model: SentenceTransformer, encoder: Encoder
) -> None:
    found = paragraphs(CORPUS)
    texts = [*found[::8], "Trust", "\n\n".join(found)[:9000]]  # one word; far over the window
    assert min(map(encoder.count, texts)) == 1
    assert max(map(encoder.count, texts)) > 4 * encoder.window
    own = model.encode_document(texts, batch_size=32)
    assert cosines(own, encoder.encode(texts, prompt="passage")).min() >= LEAST_COSINE


def test_french_passages_have_the_models_own_vectors(
    model: SentenceTransformer, encoder: Encoder
) -> None:
    texts = [text for text in paragraphs(CORPUS / "getting-started") if "é" in text][:20]
    assert len(texts) >= 5
    own = model.encode_document(texts)
    assert cosines(own, encoder.encode(texts, prompt="passage")).min() >= LEAST_COSINE


def test_a_question_has_the_models_own_vector(model: SentenceTransformer, encoder: Encoder) -> None:
    question = "Does anybody get paid for this?"
    own = model.encode_query([question])
    assert cosines(own, encoder.encode_query(question)[None])[0] >= LEAST_COSINE


@pytest.fixture(scope="module")
def tiny_export(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    export_model(str(tiny), folder)
    return folder


def test_any_other_model_by_folder_keeps_its_pooling_dense_layer_and_prompts(
    tiny: Path, tiny_export: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    own = SentenceTransformer(str(tiny), device="cpu")
    encoder = Encoder.open(tiny_export)
    texts = ["a", "hello there", "the quick brown fox", "over and over " * 30]
    assert (encoder.name, encoder.dimension, encoder.window) == ("model", 12, 40)
    assert cosines(own.encode_document(texts), encoder.encode(texts, prompt="passage")).min() > (
        LEAST_COSINE
    )
    queries = np.stack([encoder.encode_query(text) for text in texts])
    assert cosines(own.encode_query(texts), queries).min() > LEAST_COSINE
    assert cosines(queries, encoder.encode([*texts[:3], "x"], prompt="passage"))[0] < 0.999


def test_the_room_for_a_passage_is_the_window_less_prompt_and_special_tokens(
    tiny_export: Path,
) -> None:
    assert Encoder.open(tiny_export).room == 40 - 2 - len("tell")


def test_the_graph_itself_gives_rows_of_length_one(tiny_export: Path) -> None:
    encoder = Encoder.open(tiny_export)
    lengths = np.linalg.norm(encoder.encode(["one", "two words"], prompt="passage"), axis=1)
    assert lengths == pytest.approx([1, 1], abs=1e-6)


def test_a_prompt_that_pooling_leaves_out_is_refused(tiny: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "instructed"))
    settings = copy / "1_Pooling" / "config.json"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"include_prompt": true', '"include_prompt": false'))
    with pytest.raises(EncoderError, match="instructed leaves its prompt out of the pooling"):
        export_model(str(copy), tmp_path / "export")
