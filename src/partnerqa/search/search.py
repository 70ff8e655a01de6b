"""A question to ranked hits: parsed, narrowed, found, scored, merged, cut out of their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.opened import Index
from partnerqa.records import Filters, Hit, Kind, Passage, Quote, Span
from partnerqa.search.asked import asked
from partnerqa.search.calibration import Signals, chance
from partnerqa.search.candidates import Candidates, find_candidates
from partnerqa.search.filters import allowed
from partnerqa.search.fusion import Ranking, fuse, match
from partnerqa.search.highlight import highlights
from partnerqa.search.query import parse_query
from partnerqa.search.request import Request
from partnerqa.search.words import WordMatch, match_words


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Candidates with their words and scores, and the order of the best part of each quote."""

    candidates: Candidates
    words: WordMatch
    scores: NDArray[np.float64]
    order: NDArray[np.int64]


EVERYTHING = Filters()
USUAL = Ranking()


def search(  # noqa: PLR0913 (each says where to look or how; all but the first two may be left out)
    index: Index,
    text: str,
    *,
    filters: Filters = EVERYTHING,
    kinds: Sequence[Kind] = ("quote",),
    limit: int = 10,
    ranking: Ranking = USUAL,
    vector: NDArray[np.float32] | None = None,
    within: NDArray[np.bool_] | None = None,
) -> list[Hit]:
    """The `limit` hits that answer `text` best, best first.

    The parts of a long quote are one hit, and so are the same words on several pages. Words in
    quotation marks must stand in a hit. `vector`, of shape (dimension,) and length 1, is searched
    instead of the encoded text where a conversation knows better what is meant; `within`, of shape
    (passages,), are the passages that may be found at all. Raises QuestionError, FilterError, and
    VerbatimError for words that differ from their page.
    """
    query = parse_query(text)
    mask = allowed(index, filters, kinds)
    if within is not None:
        mask &= within
    if not mask.any() or limit < 1:
        return []
    request = Request(
        query=query,
        asked=asked(index.wording, query.words, index.rows.languages),
        vector=index.encoder.encode_query(query.words) if vector is None else vector,
        allowed=None if mask.all() else mask,
        ranking=replace(ranking, depth=max(ranking.depth, 4 * limit)),
    )
    return list(_Hits(index, request, _rank(index, request)).first(limit))


def _rank(index: Index, request: Request) -> Ranked:
    candidates = find_candidates(index, request)
    words = match_words(index.wording, request.asked, candidates.numbers)
    scores = fuse(candidates.cosines, words, request.ranking)
    order = np.argsort(-scores, kind="stable")
    return Ranked(candidates, words, scores, _best_parts(index, candidates.numbers, order))


def _best_parts(
    index: Index, numbers: NDArray[np.int64], order: NDArray[np.int64]
) -> NDArray[np.int64]:
    """`order` without the further parts of a quote that stands in it already."""
    quotes = index.rows.quote[numbers[order]]
    whole = np.where(quotes >= 0, quotes, -1 - numbers[order])  # a narrative stands for itself
    _, first = np.unique(whole, return_index=True)
    return order[np.sort(first)]


class _Hits:
    """Makes hits of what was ranked, reading each quote only when it is needed."""

    def __init__(self, index: Index, request: Request, ranked: Ranked) -> None:
        self._index = index
        self._request = request
        self._ranked = ranked

    def first(self, limit: int) -> Iterator[Hit]:
        """The first `limit` hits, each stretch of words once."""
        seen: set[str] = set()
        found = 0
        for place in self._ranked.order:
            passage = self._index.store.passage(int(self._ranked.candidates.numbers[place]))
            if passage.quote_id in seen:
                continue
            hit = self._hit(int(place), passage)
            seen.update(quote.id for quote in hit.also_in)
            yield hit
            found += 1
            if found == limit:
                return

    def _hit(self, place: int, passage: Passage) -> Hit:
        store, ranked = self._index.store, self._ranked
        quote = store.quote(passage.quote_id) if passage.quote_id else None
        whole: Quote | Passage = quote or passage
        cosine = float(ranked.candidates.cosines[place])
        signals = Signals(meaning=cosine, share=float(ranked.words.share[place]))
        shift = passage.start - whole.start
        marks = highlights(self._index.wording, self._request.asked, passage)
        return Hit(
            kind=passage.kind,
            document=store.document(passage.document_id),
            section=passage.section,
            start=whole.start,
            end=whole.end,
            text=whole.text,
            score=chance(signals),
            match=match(cosine, float(ranked.words.score[place]), self._request.ranking),
            highlights=tuple(Span(mark.start + shift, mark.end + shift) for mark in marks),
            quote=quote,
            also_in=tuple(store.same_words(quote.id)) if quote else (),
            passage=passage.number,
        )
