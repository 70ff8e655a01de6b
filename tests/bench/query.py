"""A question to ranked hits in process, beside `SentenceTransformer.encode` + `IndexFlatIP`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from partnerqa.encoder.model import load_model
from partnerqa.index.opened import Index
from partnerqa.search.search import search
from tests.bench.figure import Figure, interleaved, less_is_better

ROUNDS = 8
LIMIT = 10
QUESTIONS = (
    "What did caregivers say about the first meetings?",
    "How were people paid for their time?",
    "Why did you join a research team?",
    "What would you tell a researcher who is starting out?",
    "Did anybody feel like a token patient?",
    "What went wrong, and what did the team do about it?",
    "How do you speak up when everybody else is a professor?",
    "What changed because patients were involved?",
    "Qu'est-ce qui vous a surpris au début ?",
    "travel costs and parking",
    "training and jargon",
    "What should happen in the future?",
)


def query_figure(index: Index, model_name: str) -> Figure:
    """Milliseconds from a question to its hits."""
    model = load_model(model_name)
    rows = np.arange(len(index.vectors), dtype=np.int64)
    flat = faiss.IndexFlatIP(index.encoder.dimension)
    flat.add(index.vectors.vectors(rows))

    def plain(question: str) -> NDArray[np.int64]:
        vector = model.encode([question], normalize_embeddings=True)
        numbers: NDArray[np.int64] = flat.search(vector, LIMIT)[1]
        return numbers

    asked = QUESTIONS * ROUNDS
    for question in QUESTIONS:
        search(index, question, limit=LIMIT)
        plain(question)
    ours, theirs = interleaved(
        [partial(search, index, question, limit=LIMIT) for question in asked],
        [partial(plain, question) for question in asked],
    )
    return less_is_better(
        "question to ranked hits",
        [1000 * time for time in ours],
        [1000 * time for time in theirs],
        "ms",
        target=3,
    )


def open_and_measure(directory: Path, model_name: str) -> Figure:
    """The figure over the index in `directory`."""
    with Index.open(directory) as index:
        return query_figure(index, model_name)
