"""`codes.toml`: what researchers coded a quote as, the short phrases by which they find it again.

People tell what happened; a code says what it is an example of ("paid late or not at all"). So a
quote is searched by its codes too. They are the researchers' words, like the narrative, and never
shown as a part of the quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerqa.corpus.file import CODES_FILE
from partnerqa.corpus.reference import (
    KEYS,
    Reference,
    by_quote,
    fitting,
    read_reference,
    stale,
    to_fill,
)
from partnerqa.corpus.toml import TomlEntry, read_entries
from partnerqa.records import Collection, Document, Fault, Quote

LONGEST = 200
"""Characters that a code may have: it is a phrase, not a summary."""

_NOUN = "coding"
_KEYS = KEYS | {"codes"}


@dataclass(frozen=True, slots=True)
class Coding:
    """Which quote, and its codes in the order in which they were given."""

    of: Reference
    codes: tuple[str, ...]


def read_codings(folder: Path) -> tuple[Coding, ...]:
    """The codings beside the pages in `folder`. Raises CorpusError for what is malformed."""
    expected = "expected a table with quote or starts, and codes"
    entries = read_entries(folder / CODES_FILE, _NOUN, _KEYS, expected)
    return tuple(Coding(read_reference(entry), tuple(_codes(entry))) for entry in entries)


def _codes(entry: TomlEntry) -> Iterator[str]:
    listed = entry.table.get("codes", [])
    if not isinstance(listed, list):
        raise entry.fault(f'codes is {listed!r}; expected a list such as ["paid late"]')
    for code in listed:
        if not isinstance(code, str) or not 0 < len(code.strip()) <= LONGEST:
            raise entry.fault(
                f"code {code!r} is no phrase; expected a text of 1 to {LONGEST} characters"
            )
        yield " ".join(code.split())


def coded(
    document: Document, quotes: Sequence[Quote], codings: Sequence[Coding], used: set[int]
) -> tuple[Quote, ...]:
    """The quotes of a page with their codes; notes in `used` which codings fitted."""
    entries = by_quote(codings)
    kept: list[Quote] = []
    for quote in quotes:
        said = fitting(entries, quote, document)
        used.update(each.of.number for each in said)
        codes = dict.fromkeys(code for each in said for code in each.codes)
        kept.append(replace(quote, codes=tuple(codes)))
    return tuple(kept)


def unused(folder: Path, codings: Sequence[Coding], used: set[int]) -> list[Fault]:
    """The codings that fit no quote any more."""
    return stale(folder / CODES_FILE, _NOUN, codings, used)


_HEAD = """\
# Quotes that have no codes yet. Write between the brackets what each is about, in short phrases
# that stand by themselves: codes = ["paid late or not at all", "asking for one's own money"].
# Save as codes.toml beside the pages, or add the entries to the one that is there.
"""


def codes_to_fill(collection: Collection) -> str:
    """A codes file with an entry for each quote that has none yet."""
    documents = {document.id: document for document in collection.documents}
    entries = [
        f"{to_fill(_NOUN, quote, documents[quote.document_id])}codes = []\n"
        for quote in collection.quotes
        if not quote.codes
    ]
    return "\n".join([_HEAD, *entries])
