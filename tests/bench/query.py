"""A question to ranked hits in process.

Beside `SentenceTransformer.encode` + `IndexFlatIP`, and beside encoding the question alone.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from partnerqa.encoder.model import model_folder
from partnerqa.index.opened import Index
from partnerqa.search.search import search
from tests.bench.figure import Figure, less_is_better, seconds
from tests.bench.plain import LIMIT, PlainSearch

ROUNDS = 8
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


def query_figure(directory: Path, model_name: str, scratch: Path) -> Figure:
    """Milliseconds from a question to its hits over the index in `directory`."""
    ours, theirs = [], []
    with Index.open(directory) as index:
        vectors = index.vectors.vectors(np.arange(len(index.vectors)))
        with PlainSearch(model_folder(model_name), vectors, scratch) as plain:
            for question in QUESTIONS:  # the first calls of both sides are not like the others
                search(index, question, limit=LIMIT)
                plain.seconds(question)
            for question in QUESTIONS * ROUNDS:
                ours.append(1000 * seconds(partial(search, index, question, limit=LIMIT)))
                theirs.append(1000 * plain.seconds(question))
    return less_is_better("question to ranked hits", ours, theirs, "ms", target=3)


def encoding_figure(directory: Path, target: float) -> Figure:
    """Milliseconds from a question to its hits ("partnerqa") beside encoding it alone ("plain").

    Both are measured in one process, in turn, with our own encoder: the ratio is what words,
    vectors, ranking and reading the quotes cost on top. `target` 0.5 allows twice the encoding.
    """
    whole, alone = [], []
    with Index.open(directory) as index:
        for question in QUESTIONS * (ROUNDS + 1):
            alone.append(1000 * seconds(partial(index.encoder.encode_query, question)))
            whole.append(1000 * seconds(partial(search, index, question, limit=LIMIT)))
        name = f"question to hits of {len(index.rows):,} passages (plain: its encoding alone)"
    warm = len(QUESTIONS)
    return less_is_better(name, whole[warm:], alone[warm:], "ms", target=target)
