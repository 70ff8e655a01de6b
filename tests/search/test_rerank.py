"""The order of the first hits, beside the cross-encoder's own scores as torch gives them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from partnerqa.corpus.passage import embedded_text
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import Collection, Hit
from partnerqa.search.fusion import Ranking
from partnerqa.search.search import search

QUESTION = "Was the money for travel repaid late?"


@pytest.fixture(scope="module")
def reranking(
    index: Index, small: Collection, tiny_reranker: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    """The index of the small collection with a tiny cross-encoder."""
    directory = tmp_path_factory.mktemp("reranking") / "index"
    shutil.copytree(index.directory.parent, directory, copy_function=os.link)  # for its encoder
    build_index(small, directory, reranker=str(tiny_reranker))
    with Index.open(directory) as opened:
        yield opened


@pytest.fixture(scope="module")
def plain(index: Index) -> list[Hit]:
    """All hits in the order that the signals give."""
    return search(index, QUESTION, limit=20)


def ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.quote.id for hit in hits if hit.quote]


def as_torch_says(folder: Path, index: Index, question: str, hits: Sequence[Hit]) -> list[str]:
    """The ids of `hits` in the order of the cross-encoder's scores."""
    import torch
    from sentence_transformers import CrossEncoder

    model = CrossEncoder(str(folder), device="cpu")
    pairs = [(question, embedded_text(index.store.passage(hit.passage))) for hit in hits]
    scores = model.predict(pairs, activation_fn=torch.nn.Identity())
    return [ids(hits)[place] for place in np.argsort(-scores, kind="stable")]


def test_the_first_hits_come_in_the_order_of_the_models_own_scores(
    reranking: Index, plain: list[Hit], tiny_reranker: Path
) -> None:
    expected = as_torch_says(tiny_reranker, reranking, QUESTION, plain)
    assert expected != ids(plain)
    assert ids(search(reranking, QUESTION, limit=20)) == expected
    assert ids(search(reranking, QUESTION, limit=3)) == expected[:3]


def test_the_rest_keep_their_order_behind(
    reranking: Index, plain: list[Hit], tiny_reranker: Path
) -> None:
    hits = search(reranking, QUESTION, limit=20, ranking=Ranking(reranked=4))
    assert ids(hits)[:4] == as_torch_says(tiny_reranker, reranking, QUESTION, plain[:4])
    assert ids(hits)[4:] == ids(plain)[4:]


def test_none_are_put_in_order_where_ranking_says_so(reranking: Index, plain: list[Hit]) -> None:
    hits = search(reranking, QUESTION, limit=20, ranking=Ranking(reranked=0))
    assert [(hit.text, hit.score) for hit in hits] == [(hit.text, hit.score) for hit in plain]


def test_each_place_keeps_the_chance_that_the_signals_gave_it(
    reranking: Index, plain: list[Hit]
) -> None:
    scores = [hit.score for hit in search(reranking, QUESTION, limit=20)]
    assert scores == [hit.score for hit in plain]
    assert scores == sorted(scores, reverse=True)
    assert [hit.score for hit in search(reranking, QUESTION, limit=3)] == scores[:3]


def test_a_hit_is_the_same_wherever_it_stands(reranking: Index, plain: list[Hit]) -> None:
    before = {hit.passage: (hit.text, hit.match, hit.highlights, hit.also_in) for hit in plain}
    for hit in search(reranking, QUESTION, limit=20):
        assert before[hit.passage] == (hit.text, hit.match, hit.highlights, hit.also_in)


def test_it_reads_the_words_where_a_conversation_gives_another_vector(
    reranking: Index, index: Index, tiny_reranker: Path
) -> None:
    vector = index.encoder.encode_query("Were you nervous?")
    plain = search(index, QUESTION, limit=20, vector=vector)
    expected = as_torch_says(tiny_reranker, reranking, QUESTION, plain)
    assert ids(search(reranking, QUESTION, limit=20, vector=vector)) == expected


def test_nothing_found_is_nothing_to_put_in_order(reranking: Index) -> None:
    assert search(reranking, '"words that nobody said"') == []
