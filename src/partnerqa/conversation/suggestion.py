"""Questions worth asking next, made of the collection's own headings in fixed frames.

Only headings under which somebody speaks are offered, so each question has an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, zip_longest

from partnerqa.conversation.heading import framed, is_furniture, same_heading, unframed
from partnerqa.conversation.language import language_of
from partnerqa.index.opened import Index
from partnerqa.index.store import DocumentEntry
from partnerqa.records import Hit, Quote

OPENERS = 4
FOLLOW_UPS = 3
LONGEST = 120  # characters of a heading; a longer one is a sentence of the page


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading under which people speak, the page it stands on, and the quotes there."""

    heading: str
    document_id: str
    language: str
    quotes: frozenset[str]

    @property
    def question(self) -> str:
        """The heading in the frame of its page's language."""
        return framed(self.heading, language_of("", self.language))


def openers(index: Index, limit: int = OPENERS) -> tuple[str, ...]:
    """First questions for an empty page, each from another document where there are enough.

    Pages in the collection's own language come first.
    """
    entries = [entry for entry in index.store.documents() if entry.quotes]
    own = index.manifest.language
    entries.sort(key=lambda entry: entry.language != own)
    spread = _spread(entries, limit)
    topics = [_topics_on(index, entry.id) for entry in spread]
    return _questions(_dealt(topics), (), limit)


def follow_ups(
    index: Index,
    hits: Sequence[Hit],
    asked: Iterable[str] = (),
    seen: Collection[str] = (),
    limit: int = FOLLOW_UPS,
) -> tuple[str, ...]:
    """Questions to ask after `hits`, from the pages they stand on, then from the others.

    A heading that was `asked` for, or all of whose quotes were `seen`, is not offered again.
    """
    gone = {*seen, *(hit.quote.id for hit in hits if hit.quote)}
    pages = dict.fromkeys(hit.document.id for hit in hits)
    near = [
        [topic for topic in _topics_on(index, page) if not topic.quotes <= gone] for page in pages
    ]
    past = [unframed(question) or question for question in asked]
    found = _questions(_dealt(near), past, limit)
    if len(found) < limit:
        more = (unframed(one) or one for one in openers(index, limit + len(past) + len(found)))
        offered = [unframed(one) or one for one in found]
        found += tuple(
            framed(heading, language_of(heading, index.manifest.language))
            for heading in more
            if not any(same_heading(heading, other) for other in (*past, *offered))
        )
    return found[:limit]


@lru_cache(maxsize=1024)
def _topics_on(index: Index, document_id: str) -> tuple[Topic, ...]:
    """The headings of a page under which somebody speaks, in reading order."""
    language = index.store.document(document_id).language
    said: dict[str, set[str]] = {}
    for quote in index.store.quotes(document_id=document_id):
        heading = _heading(quote)
        if heading:
            said.setdefault(heading, set()).add(quote.id)
    return tuple(
        Topic(heading, document_id, language, frozenset(quotes)) for heading, quotes in said.items()
    )


def _heading(quote: Quote) -> str | None:
    """The innermost heading over a quote that somebody could ask about."""
    fit = (
        heading
        for heading in reversed(quote.section)
        if len(heading) <= LONGEST and not is_furniture(heading)
    )
    return next(fit, None)


def _questions(topics: Iterable[Topic], asked: Sequence[str], limit: int) -> tuple[str, ...]:
    found: list[Topic] = []
    for topic in topics:
        known = [*asked, *(other.heading for other in found)]
        if len(found) < limit and not any(same_heading(topic.heading, one) for one in known):
            found.append(topic)
    return tuple(topic.question for topic in found)


def _dealt(pages: Iterable[Sequence[Topic]]) -> Iterator[Topic]:
    """The first topic of each page, then the second of each, and so on."""
    rounds = zip_longest(*pages)
    return (topic for topic in chain.from_iterable(rounds) if topic is not None)


def _spread(items: Sequence[DocumentEntry], count: int) -> list[DocumentEntry]:
    """`count` items from all over `items`, the first among them."""
    step = max(1, len(items) // max(1, count))
    return [*items[::step], *(item for place, item in enumerate(items) if place % step)]
