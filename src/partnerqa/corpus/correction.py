"""`corrections.toml`: what staff put right by hand. A correction wins over every rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from partnerqa.corpus.file import CORRECTIONS_FILE
from partnerqa.corpus.identifier import speaker_id
from partnerqa.corpus.reference import (
    KEYS,
    Reference,
    by_quote,
    fitting,
    read_reference,
    stale,
    text_of,
    to_fill,
    toml_text,
)
from partnerqa.corpus.roster import Roster
from partnerqa.corpus.toml import TomlEntry, read_entries
from partnerqa.records import ROLES, Attribution, Collection, Document, Fault, Quote, Role

_NOUN = "correction"
_KEYS = KEYS | {"speaker", "role", "not_a_quote"}


@dataclass(frozen=True, slots=True)
class Correction:
    """Which quote, and whose it is or that it is none.

    `speaker` None keeps what reading found, an empty text says that nobody is named; `role` None
    keeps the role of whoever it is.
    """

    of: Reference
    speaker: str | None = None
    role: Role | None = None
    not_a_quote: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether a person has written anything into it yet."""
        return self.speaker is not None or self.role is not None or self.not_a_quote


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections beside the pages in `folder`. Raises CorpusError for what is malformed."""
    expected = "expected a table with quote or starts, and speaker, role or not_a_quote"
    entries = read_entries(folder / CORRECTIONS_FILE, _NOUN, _KEYS, expected)
    return tuple(_correction(entry) for entry in entries)


def _correction(entry: TomlEntry) -> Correction:
    reference, role = read_reference(entry), text_of(entry, "role")
    if role not in {None, "", *ROLES}:
        raise entry.fault(f"role is {role!r}; expected one of {', '.join(ROLES)}")
    return Correction(
        of=reference,
        speaker=text_of(entry, "speaker"),
        role=cast("Role | None", role or None),
        not_a_quote=entry.table.get("not_a_quote", False) is True,
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
    entries = by_quote(corrections)
    for quote in quotes:
        said = fitting(entries, quote, document)
        used.update(each.of.number for each in said)
        if any(each.not_a_quote for each in said):
            continue
        attribution = quote.attribution
        for each in said:
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
    return stale(folder / CORRECTIONS_FILE, _NOUN, corrections, used)


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
    found = quote.attribution
    return (
        f"{to_fill(_NOUN, quote, document)}"
        f"# speaker = {toml_text(found.speaker or '')}\n"
        f"# role = {toml_text(found.role or '')}\n"
        "# not_a_quote = true\n"
    )
