"""A question to ranked hits: parsed, narrowed, found, scored, merged, cut out of their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.opened import Index
from partnerqa.index.store import DocumentStore
from partnerqa.records import Filters, Hit, Kind, Match, Passage, Quote, Span
from partnerqa.search.asked import asked
from partnerqa.search.calibration import Signals, chance, falling
from partnerqa.search.filters import allowed
from partnerqa.search.fusion import Ranking, match
from partnerqa.search.highlight import highlights
from partnerqa.search.query import Query, parse_query
from partnerqa.search.ranked import Ranked, rank
from partnerqa.search.request import Request
from partnerqa.search.rerank import reranked

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
    code_vector: NDArray[np.float32] | None = None,
    within: NDArray[np.bool_] | None = None,
) -> list[Hit]:
    """The `limit` hits that answer `text` best, best first.

    The parts of a long quote are one hit, and so are those of a quote that its page interrupts, and
    the same words on several pages. Words in quotation marks must stand in a hit.

    Where a conversation knows better what is meant, `vector` is searched instead of the encoded
    text, and `code_vector` compared with codes instead of that turned towards them, both of shape
    (dimension,) and length 1. `within`, of shape (passages,), are the passages that may be found at
    all. Raises QuestionError, FilterError, and VerbatimError for words that differ from their page.
    """
    query = parse_query(text)
    mask = allowed(index, filters, kinds)
    if within is not None:
        mask &= within
    if not mask.any() or limit < 1:
        return []
    typed = index.encoder.encode_query(query.words) if vector is None else vector
    coded = index.asking.turned_to_codes(typed) if code_vector is None else code_vector
    where = None if mask.all() else mask
    request = _request(index, query, (typed, coded), where, _deep_enough(ranking, limit))
    return _one_per_utterance(index, request, rank(index, request), limit)


def _request(
    index: Index,
    query: Query,
    vectors: tuple[NDArray[np.float32], NDArray[np.float32]],
    allowed: NDArray[np.bool_] | None,
    ranking: Ranking,
) -> Request:
    """`query` ready to be put to `index`; `vectors` are the question's, as typed and for codes."""
    typed, coded = vectors
    return Request(
        query=query,
        asked=asked(index.wording, query.words, index.rows.languages),
        vector=index.asking.turned(typed),
        code_vector=coded,
        belonging=index.asking.belonging(typed),
        code_cosines=index.codes.cosines(coded),
        allowed=allowed,
        ranking=ranking,
    )


def _one_per_utterance(index: Index, request: Request, ranked: Ranked, limit: int) -> list[Hit]:
    """The first `limit` hits, the parts of an interrupted quote told once, with the best part."""
    order = reranked(index, request, ranked.numbers)
    rows = index.rows
    told = rows.first_of_each(rows.utterance, ranked.numbers[order])[:limit]
    chances = _chances(ranked[told], request.belonging)
    return _hits(index, request, ranked[order[told]], chances)


def _deep_enough(ranking: Ranking, limit: int) -> Ranking:
    """`ranking`, looking deep enough for `limit` hits: several passages may be one hit."""
    deep = 4 * limit
    return replace(ranking, depth=max(ranking.depth, deep), refined=max(ranking.refined, deep))


def _chances(ranked: Ranked, belonging: float) -> list[float]:
    """The chance of each place, by the signals of what was ranked there."""
    return falling(
        chance(Signals(meaning, share, belonging, coded))
        for meaning, share, coded in zip(
            ranked.meaning.tolist(), ranked.share.tolist(), ranked.coded.tolist(), strict=True
        )
    )


def _hits(
    index: Index,
    request: Request,
    ranked: Ranked,
    chances: Sequence[float],
) -> list[Hit]:
    wholes = _wholes(index, ranked.numbers)
    marks = highlights(index, request, ranked.numbers)
    matches = [
        match(meaning, words, request.ranking)
        for meaning, words in zip(ranked.meaning.tolist(), ranked.words.tolist(), strict=True)
    ]
    return [
        _hit(index, *found)
        for found in zip(ranked.numbers.tolist(), wholes, marks, chances, matches, strict=True)
    ]


def _wholes(index: Index, numbers: NDArray[np.int64]) -> list[Quote | Passage]:
    """The whole quote of each of the passages `numbers`; of a narrative the passage itself."""
    codes = index.rows.quote[numbers]
    ids = [index.rows.quotes[code] for code in codes[codes >= 0]]
    quotes = iter(index.store.quotes_by_id(ids))
    passages = iter(index.store.passages(numbers[codes < 0].tolist()))
    return [next(quotes) if code >= 0 else next(passages) for code in codes]


def _hit(  # noqa: PLR0913, PLR0917 (what each stage found, put together in one place)
    index: Index,
    number: int,
    whole: Quote | Passage,
    marks: tuple[Span, ...],
    score: float,
    why: Match,
) -> Hit:
    shift = int(index.rows.offset[number])  # where the part that was found begins in its quote
    return Hit(
        kind="quote" if isinstance(whole, Quote) else "narrative",
        document=index.store.document(whole.document_id),
        section=whole.section,
        start=whole.start,
        end=whole.end,
        text=whole.text,
        score=score,
        match=why,
        highlights=tuple(Span(mark.start + shift, mark.end + shift) for mark in marks),
        quote=whole if isinstance(whole, Quote) else None,
        also_in=_copies(index.store, whole) if index.rows.copies[number] > 1 else (),
        parts=other_parts(index.store, whole) if isinstance(whole, Quote) else (),
        passage=number,
    )


def other_parts(store: DocumentStore, quote: Quote) -> tuple[Quote, ...]:
    """The other parts of an interrupted quote, in the order of the page."""
    if quote.utterance is None:
        return ()
    return tuple(other for other in store.parts(quote.utterance) if other.id != quote.id)


def _copies(store: DocumentStore, whole: Quote | Passage) -> tuple[Quote, ...]:
    return tuple(store.same_words(whole.id)) if isinstance(whole, Quote) else ()
