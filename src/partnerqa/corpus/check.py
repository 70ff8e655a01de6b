"""What a person should look at: nameless quotes, weak evidence, names that may be two people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from partnerqa.corpus.line import Lines
from partnerqa.corpus.name import bare
from partnerqa.records import Collection, Document, Fault, Quote

WEAK = 0.95  # a name less sure than this deserves a look
_ALIKE = 0.8  # two names more alike than this may be one, misspelt


class _Page:
    """A document's path, and its lines."""

    def __init__(self, document: Document) -> None:
        self.path = document.path
        self._lines = Lines(document.text)

    def line(self, quote: Quote) -> int:
        """The line on which a quote begins."""
        return self._lines.at(quote.start)


def report(collection: Collection) -> tuple[Fault, ...]:
    """Every finding, by page and line."""
    pages = {document.id: _Page(document) for document in collection.documents}
    found = [
        *collection.faults,
        *collection.notes,
        *(
            fault
            for quote in collection.quotes
            for fault in _of_quote(quote, pages[quote.document_id])
        ),
        *_of_names(collection, pages),
    ]
    return tuple(sorted(found, key=lambda fault: (fault.path, fault.line)))


def _of_quote(quote: Quote, page: _Page) -> Iterator[Fault]:
    attribution = quote.attribution
    line = page.line(quote)
    if attribution.speaker is None:
        role = f" ({attribution.role})" if attribution.role else ""
        message = f"speaker not named{role}: “{_first_words(quote)}”"
        yield Fault(page.path, line, "unnamed-quote", message)
    elif attribution.confidence < WEAK:
        message = (
            f"{attribution.speaker}, by {attribution.rule}, is {attribution.confidence:.0%} sure: "
            f"“{_first_words(quote)}”"
        )
        yield Fault(page.path, line, "weak-evidence", message)


def _first_words(quote: Quote) -> str:
    words = quote.text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")


def _of_names(collection: Collection, pages: Mapping[str, _Page]) -> Iterator[Fault]:
    """Pairs of names within one module that may be one person."""
    people = sorted(collection.speakers, key=lambda speaker: (speaker.module, speaker.name))
    for index, one in enumerate(people):
        for two in people[index + 1 :]:
            if one.module == two.module and _may_be_one(one.name, two.name):
                place = _first_place(collection, pages, two.id)
                message = (
                    f"{two.name!r} and {one.name!r} may be one person; say so in speakers.toml"
                )
                yield Fault(*place, "similar-names", message)


def _may_be_one(one: str, two: str) -> bool:
    if bare(one) == bare(two):
        return True
    first, second = bare(one).split(), bare(two).split()
    if first[0] == second[0]:
        return len(first) == 1 or len(second) == 1
    return SequenceMatcher(None, one.casefold(), two.casefold()).ratio() > _ALIKE


def _first_place(
    collection: Collection, pages: Mapping[str, _Page], speaker: str
) -> tuple[str, int]:
    quote = next(q for q in collection.quotes if q.attribution.speaker_id == speaker)
    page = pages[quote.document_id]
    return page.path, page.line(quote)
