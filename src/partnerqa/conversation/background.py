"""What is known of a collection when a message is understood: its people, its quotes, its sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from partnerqa.conversation.cast import Cast, cast_of
from partnerqa.conversation.pattern import vocabulary
from partnerqa.conversation.recent import recent_vectors
from partnerqa.conversation.short import SHORT
from partnerqa.errors import QuestionError
from partnerqa.index.kept import kept
from partnerqa.index.opened import Index
from partnerqa.records import Quote
from partnerqa.search.query import parse_query
from partnerqa.search.slip import mended


@dataclass(frozen=True, slots=True)
class Background:
    """The `cast` of a collection, its quotes by id, and what can be told of messages.

    `related` is how far the same answers come near to two of them, from -1 to 1, and 0 if one asks
    nothing; `mended` is one without the slips in its words.
    """

    cast: Cast
    quote: Callable[[str], Quote]
    related: Callable[[str, str], float]
    mended: Callable[[str], str]


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

    cast = cast_of(index)
    joined = {name.replace(" ", "") for name in cast.names}  # "meiling" is Mei-Ling
    mend = partial(mended, index.spelling, known=vocabulary() | SHORT.keys() | joined)
    return Background(cast, index.store.quote, related, mend)
