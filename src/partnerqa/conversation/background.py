"""What is known of a collection when a message is understood: its people, its quotes, its sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from partnerqa.conversation.cast import Cast, cast_of
from partnerqa.conversation.recent import recent_vectors
from partnerqa.errors import QuestionError
from partnerqa.index.kept import kept
from partnerqa.index.opened import Index
from partnerqa.records import Quote
from partnerqa.search.query import parse_query


@dataclass(frozen=True, slots=True)
class Background:
    """The `cast` of a collection, its quotes by id, and how far two messages are `related`.

    That is from -1 to 1: how far the same answers come near to both, and 0 if one asks nothing.
    """

    cast: Cast
    quote: Callable[[str], Quote]
    related: Callable[[str, str], float]


@kept(4)
def background_of(index: Index) -> Background:
    """What is known of the collection of `index`; kept for the indexes used last."""
    recent = recent_vectors(index.encoder)

    def related(one: str, other: str) -> float:
        try:
            vectors = [recent.of(parse_query(text).words) for text in (one, other)]
        except QuestionError:
            return 0.0
        return index.asking.relatedness(*vectors)

    return Background(cast_of(index), index.store.quote, related)
