"""The passages that were found, scored and put in order: one per quote, and per set of words."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.opened import Index
from partnerqa.search.candidates import Candidates, find_candidates
from partnerqa.search.context import Context, context_of
from partnerqa.search.fusion import Ranking, by_codes, how_coded
from partnerqa.search.request import Request
from partnerqa.search.words import WordMatch, match_words

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Passages best first; every array has the shape (passages,).

    `meaning` is the weighted mean of the cosines of the passage, its best sentence, what stands
    around it and its codes; `words` and `share` are how its words match, as far as they count;
    `score` is what they are ordered by; `coded` tells how far researchers coded them (`how_coded`).
    """

    numbers: Numbers
    meaning: Scores
    words: Scores
    share: Scores
    score: Scores
    coded: Scores

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, places: Numbers | slice) -> Ranked:
        """Those at `places`, in that order."""
        return Ranked(*(getattr(self, column.name)[places] for column in fields(self)))


def rank(index: Index, request: Request) -> Ranked:
    """What answers `request`, best first: of each quote its best part, of equal words the best."""
    candidates = find_candidates(index, request)
    words = match_words(index.wording, request.asked, candidates.numbers)
    found = _scored(index, request, candidates, words)
    ordered = found[np.argsort(-found.score, kind="stable")]
    return ordered[index.rows.first_of_each(index.rows.words, ordered.numbers)]


def _scored(index: Index, request: Request, candidates: Candidates, words: WordMatch) -> Ranked:
    """The candidates that come nearest by all else, scored by their best sentences too."""
    ranking = request.ranking
    context = context_of(index, request, candidates)
    coded = how_coded(index.codes.counts(candidates.numbers).astype(np.float64))
    share = ranking.codes * coded
    left = 1 - share
    around = left * _around(context, ranking) + by_codes(context.codes, share)
    by_words = left * words.score
    outside = around + ranking.words * by_words
    rough = outside + left * (ranking.passage + ranking.sentence) * candidates.cosines
    kept = np.argsort(-rough, kind="stable")[: ranking.refined]
    numbers = candidates.numbers[kept]
    best = _best_sentences(index, request, numbers)
    inside = left[kept] * (ranking.passage * candidates.cosines[kept] + ranking.sentence * best)
    return Ranked(
        numbers=numbers,
        meaning=inside + around[kept],
        words=by_words[kept],
        share=words.share[kept],
        score=inside + outside[kept],
        coded=coded[kept],
    )


def _around(context: Context, ranking: Ranking) -> Scores:
    around: Scores = (
        ranking.heading * context.heading
        + ranking.narrative * context.narrative
        + ranking.lead_in * context.lead_in
    )
    return around


def _best_sentences(index: Index, request: Request, numbers: Numbers) -> Scores:
    if not numbers.size:
        return np.empty(0)
    cosines, begin = index.sentences.cosines(numbers, request.vector)
    return np.maximum.reduceat(cosines, begin).astype(np.float64)
