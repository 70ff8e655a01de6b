"""The first hits put in order by the index's reranker, which reads question and passage together.

Only the order is its own. A place in the list keeps the chance that the signals give it, whoever
comes to stand there: a reranker's scores are no chances, and a hit that it brings forward must not
pull down all that stand behind. So an answer counts as answered by the same chances as without.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from partnerqa.corpus.passage import embedded_text
from partnerqa.index.opened import Index
from partnerqa.search.request import Request

Numbers = NDArray[np.int64]


def reranked(index: Index, request: Request, numbers: Numbers) -> Numbers:
    """Places in `numbers`, passages best first, in the order in which they are to be told.

    The first `ranking.reranked` of them come in the order of the reranker's scores, equals as they
    were; the rest keep their places, as do all where the index has no reranker.
    """
    places = np.arange(len(numbers))
    if index.reranker is None:
        return places
    first = numbers[: request.ranking.reranked]
    texts = [embedded_text(passage) for passage in index.store.passages(first.tolist())]
    scores = index.reranker.scores(request.query.words, texts)
    places[: len(first)] = np.argsort(-scores, kind="stable")
    return places
