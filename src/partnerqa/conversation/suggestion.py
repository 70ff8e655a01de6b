"""Questions worth asking next, made of the collection's own headings in fixed frames.

Only headings under which somebody speaks are offered, so each question has an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from partnerqa.conversation.heading import framed, is_furniture, same_heading, unframed
from partnerqa.index.kept import kept
from partnerqa.index.language import Language, language_of
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

    def question(self, language: Language | None) -> str:
        """The heading in the frame of `language`, by default of its page's."""
        return framed(self.heading, language or language_of("", self.language))


def openers(index: Index, limit: int = OPENERS) -> tuple[str, ...]:
    """First questions for an empty page, each from another document where there are enough.

    Pages in the collection's own language come first.
    """
    topics = _unread(_anywhere(index, limit), (), frozenset(), limit)
    return tuple(topic.question(None) for topic in topics)


def follow_ups(
    index: Index,
    hits: Sequence[Hit],
    asked: Iterable[str] = (),
    seen: Collection[str] = (),
    language: Language | None = None,
) -> tuple[str, ...]:
    """Questions to ask after `hits`, from the pages they stand on, then from the others.

    They are framed in `language`, that of the conversation, and headings keep their own words. A
    heading that was `asked` for, or all of whose quotes were `seen`, is not offered again.
    """
    gone = frozenset((*seen, *(hit.quote.id for hit in hits if hit.quote)))
    past = [unframed(question) or question for question in asked]
    pages = dict.fromkeys(hit.document.id for hit in hits)
    near = _dealt(_topics_on(index, page) for page in pages)
    topics = _unread(chain(near, _anywhere(index, FOLLOW_UPS)), past, gone, FOLLOW_UPS)
    return tuple(topic.question(language) for topic in topics)


def _anywhere(index: Index, limit: int) -> Iterator[Topic]:
    """The topics of all pages, `limit` pages from all over the collection first."""
    entries = [entry for entry in index.store.documents() if entry.quotes]
    entries.sort(key=lambda entry: entry.language != index.manifest.language)
    spread = _spread(entries, limit)
    for few in (spread[:limit], spread[limit:]):
        yield from _dealt(_topics_on(index, entry.id) for entry in few)


@kept(1024)
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


def _unread(
    topics: Iterable[Topic], asked: Sequence[str], gone: frozenset[str], limit: int
) -> list[Topic]:
    """The first `limit` topics that are neither asked nor read to the end."""
    known = [*asked]
    found: list[Topic] = []
    for topic in topics:
        if topic.quotes <= gone or any(same_heading(topic.heading, one) for one in known):
            continue
        known.append(topic.heading)
        found.append(topic)
        if len(found) == limit:
            break
    return found


def _dealt(pages: Iterable[Sequence[Topic]]) -> Iterator[Topic]:
    """The first topic of each page, then the second of each, and so on."""
    rounds = zip_longest(*pages)
    return (topic for topic in chain.from_iterable(rounds) if topic is not None)


def _spread(items: Sequence[DocumentEntry], count: int) -> list[DocumentEntry]:
    """`count` items from all over `items`, the first among them."""
    step = max(1, len(items) // max(1, count))
    return [*items[::step], *(item for place, item in enumerate(items) if place % step)]
