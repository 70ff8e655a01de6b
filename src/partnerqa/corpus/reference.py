"""Which quote an entry of a staff file speaks of: the one with an id, or with these first words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from partnerqa.corpus.toml import TomlEntry
from partnerqa.records import Document, Fault, Quote

KEYS = frozenset({"quote", "starts", "page"})

_FIRST_WORDS = 12  # that an entry to fill in shows of its quote


@dataclass(frozen=True, slots=True)
class Reference:
    """`quote` is an id; else `starts` are the first words, on any page or on that at `page`.

    `number` is the entry's place in its file, from 1.
    """

    number: int
    quote: str | None = None
    starts: str | None = None
    page: str | None = None

    def fits(self, quote: Quote, document: Document) -> bool:
        """Whether it is `quote`, which stands in `document`, that is meant."""
        if self.page is not None and self.page != document.path:
            return False
        if self.quote is not None:
            return quote.id == self.quote
        return self.starts is not None and _plain(quote.text).startswith(_plain(self.starts))


class Entry(Protocol):
    """What a staff file says of a quote."""

    @property
    def of(self) -> Reference:
        """Which quote."""
        ...


Said = TypeVar("Said", bound=Entry)
Entries = Mapping[str | None, Sequence[Said]]  # by the id of the quote, where they name one


def by_quote(entries: Iterable[Said]) -> Entries[Said]:
    """`entries` so that those which fit a quote are found without looking at all the others."""
    found: dict[str | None, list[Said]] = {}
    for entry in entries:
        found.setdefault(entry.of.quote, []).append(entry)
    return found


def fitting(entries: Entries[Said], quote: Quote, document: Document) -> list[Said]:
    """What `entries` say of `quote`, which stands in `document`, in the order of their file."""
    near = [*entries.get(quote.id, ()), *entries.get(None, ())]
    said = [entry for entry in near if entry.of.fits(quote, document)]
    return sorted(said, key=lambda entry: entry.of.number)


def read_reference(entry: TomlEntry) -> Reference:
    """The reference in `entry`. Raises CorpusError where it names no quote."""
    found = {key: text_of(entry, key) for key in KEYS}
    if not found["quote"] and not found["starts"]:
        raise entry.fault('names no quote; expected quote = "its id" or starts = "its first words"')
    return Reference(entry.number, **{key: text or None for key, text in found.items()})


def text_of(entry: TomlEntry, key: str) -> str | None:
    """The text under `key`, if there is any. Raises CorpusError for what is no text."""
    value = entry.table.get(key)
    if value is not None and not isinstance(value, str):
        raise entry.fault(f"{key} is {value!r}; expected a text in quotation marks")
    return value


def stale(path: Path, noun: str, entries: Iterable[Entry], used: Set[int]) -> list[Fault]:
    """The entries `[[noun]]` of the file `path` that fit no quote: not those numbered in `used`."""
    return [
        Fault(
            str(path),
            1,
            f"stale-{noun}",
            f"{noun} {each.number} ({each.quote or each.starts!r}) fits no quote; expected one. "
            "Mend or remove it",
        )
        for each in (entry.of for entry in entries)
        if each.number not in used
    ]


def to_fill(noun: str, quote: Quote, document: Document) -> str:
    """The beginning of an entry `[[noun]]` for `quote`, lines of TOML."""
    words = " ".join(quote.text.split()[:_FIRST_WORDS])
    return (
        f"[[{noun}]]\n"
        f"quote = {toml_text(quote.id)}\n"
        f"page = {toml_text(document.path)}\n"
        f"starts = {toml_text(words)}\n"
    )


def toml_text(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").split()).casefold()
