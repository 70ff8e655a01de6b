"""`corrections.toml`: what staff put right by hand. A correction wins over every rule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from partnerqa.corpus.file import CORRECTIONS_FILE
from partnerqa.corpus.identifier import speaker_id
from partnerqa.corpus.roster import Roster
from partnerqa.corpus.toml import TomlEntry, read_entries
from partnerqa.records import ROLES, Attribution, Collection, Document, Fault, Quote, Role

_KEYS = {"quote", "starts", "page", "speaker", "role", "not_a_quote"}


@dataclass(frozen=True, slots=True)
class Correction:
    """Which quote (by id, or else by its first words), and whose it is or that it is none.

    `number` is the entry's place in the file, from 1. `quote` is an id; else `starts` are the
    first words, on any page or on that at the path `page`. `speaker` None keeps what reading
    found, an empty text says that nobody is named; `role` None keeps the role of whoever it is.
    """

    number: int
    quote: str | None = None
    starts: str | None = None
    page: str | None = None
    speaker: str | None = None
    role: Role | None = None
    not_a_quote: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether a person has written anything into it yet."""
        return self.speaker is not None or self.role is not None or self.not_a_quote

    def fits(self, quote: Quote, document: Document) -> bool:
        """Whether this is a correction of `quote`."""
        if self.page is not None and self.page != document.path:
            return False
        if self.quote is not None:
            return quote.id == self.quote
        return self.starts is not None and _plain(quote.text).startswith(_plain(self.starts))


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections beside the pages in `folder`. Raises CorpusError for what is malformed."""
    expected = "expected a table with quote or starts, and speaker, role or not_a_quote"
    entries = read_entries(folder / CORRECTIONS_FILE, "correction", _KEYS, expected)
    return tuple(_correction(entry) for entry in entries)


def _correction(entry: TomlEntry) -> Correction:
    table = entry.table
    for key in _KEYS - {"not_a_quote"}:
        if table.get(key) is not None and not isinstance(table[key], str):
            raise entry.fault(f"{key} is {table[key]!r}; expected a text in quotation marks")
    if not table.get("quote") and not table.get("starts"):
        raise entry.fault('names no quote; expected quote = "its id" or starts = "its first words"')
    if table.get("role") not in {None, "", *ROLES}:
        raise entry.fault(f"role is {table['role']!r}; expected one of {', '.join(ROLES)}")
    return Correction(
        number=entry.number,
        quote=table.get("quote") or None,
        starts=table.get("starts") or None,
        page=table.get("page") or None,
        speaker=table.get("speaker"),
        role=cast("Role | None", table.get("role") or None),
        not_a_quote=table.get("not_a_quote", False) is True,
    )


def corrected(
    document: Document,
    quotes: Sequence[Quote],
    corrections: Sequence[Correction],
    roster: Roster,
    used: set[int],
) -> tuple[Quote, ...]:
    """The quotes of a page as staff put them right; notes in `used` which corrections fitted."""
    kept: list[Quote] = []
    for quote in quotes:
        fitting = [each for each in corrections if each.fits(quote, document)]
        used.update(each.number for each in fitting)
        if any(each.not_a_quote for each in fitting):
            continue
        attribution = quote.attribution
        for each in fitting:
            if each.is_filled:
                attribution = _applied(each, attribution, document, roster)
        kept.append(replace(quote, attribution=attribution))
    return tuple(kept)


def _applied(
    correction: Correction, found: Attribution, document: Document, roster: Roster
) -> Attribution:
    speaker = found.speaker if correction.speaker is None else correction.speaker or None
    entry = roster.find(speaker, document.path) if speaker else None
    name = entry.name if entry else speaker
    role = correction.role or (entry.role if entry else None)
    if correction.speaker is None:
        role = role or found.role
    return Attribution(
        speaker=name,
        role=role,
        rule="correction",
        evidence=found.evidence,
        confidence=1.0,
        speaker_id=speaker_id(document.module, name) if name else None,
        profile_url=entry.profile_url if entry else None,
    )


def unused(folder: Path, corrections: Sequence[Correction], used: set[int]) -> list[Fault]:
    """The corrections that fit no quote any more."""
    path = str(folder / CORRECTIONS_FILE)
    return [
        Fault(
            path,
            1,
            "stale-correction",
            f"correction {each.number} ({each.quote or each.starts!r}) fits no quote; "
            "expected one. Mend or remove it",
        )
        for each in corrections
        if each.number not in used
    ]


_HEAD = """\
# Quotes of which a person should say whose they are. Take the # away from a line and fill it in;
# an entry that is left as it is changes nothing. speaker = "" says that nobody is named;
# not_a_quote = true says that the words are nobody's. Save as corrections.toml beside the pages.
"""


def corrections_to_fill(collection: Collection, weak: float) -> str:
    """A corrections file with an entry for each quote unnamed or less sure than `weak`."""
    documents = {document.id: document for document in collection.documents}
    entries = [
        _entry_to_fill(quote, documents[quote.document_id])
        for quote in collection.quotes
        if quote.attribution.speaker is None or quote.attribution.confidence < weak
    ]
    return "\n".join([_HEAD, *entries])


def _entry_to_fill(quote: Quote, document: Document) -> str:
    found = quote.attribution.speaker or ""
    words = " ".join(quote.text.split()[:12])
    return (
        "[[correction]]\n"
        f"quote = {_toml(quote.id)}\n"
        f"page = {_toml(document.path)}\n"
        f"starts = {_toml(words)}\n"
        f"# speaker = {_toml(found)}\n"
        f"# role = {_toml(quote.attribution.role or '')}\n"
        "# not_a_quote = true\n"
    )


def _toml(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").split()).casefold()
