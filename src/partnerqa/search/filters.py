"""What an asker narrows the search to, as a mask over passages.

Values of one kind widen each other ("Ana" or "Ben"); kinds narrow each other (Ana, and a patient).
Names are compared without regard to case, accents and spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from partnerqa.errors import FilterError
from partnerqa.index.kept import kept
from partnerqa.index.opened import Index
from partnerqa.index.rows import Rows
from partnerqa.records import KINDS, ROLES, Filters, Kind

Mask = NDArray[np.bool_]

LISTS = {
    "speaker": "GET /api/v1/speakers lists who speaks",
    "topic": "GET /api/v1/documents lists the pages",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What may be filtered by: each name, folded, with the codes in `Rows` that it stands for.

    `documents`, `sections` and `codes` (places in `Codes.names`) are all what a topic may name.
    `spelled` gives each folded name as it is written; ids are not in it, since nobody is to be told
    to type one.
    """

    speakers: Mapping[str, frozenset[int]]
    documents: Mapping[str, frozenset[int]]
    sections: Mapping[str, frozenset[int]]
    codes: Mapping[str, frozenset[int]]
    languages: Mapping[str, frozenset[int]]
    spelled: Mapping[str, str]


def allowed(index: Index, filters: Filters, kinds: Sequence[Kind] = KINDS) -> Mask:
    """Which passages may be found, of shape (passages,).

    Raises FilterError for a speaker, role, topic or language that the collection does not hold,
    naming what comes near.
    """
    rows = index.rows
    mask = np.zeros(len(rows), np.bool_)
    for kind in kinds:
        mask |= rows.kind == KINDS.index(kind)
    if filters.roles:
        mask &= np.isin(rows.role, [_role(role) for role in filters.roles])
    if filters:
        names = names_of(index)
        mask &= _speakers(rows, names, filters.speakers) & _topics(index, names, filters.topics)
        mask &= _languages(rows, names, filters.languages)
    return mask


@kept(4)
def names_of(index: Index) -> Names:
    """All that the collection can be filtered by; kept for the indexes used last."""
    spelled: dict[str, str] = {}
    rows = index.rows
    return Names(
        speakers=_grouped(_speaker_names(index), spelled) | _by_id(rows.speakers),
        documents=_grouped(_document_names(index), spelled) | _by_id(rows.documents),
        sections=_grouped(
            (
                (heading, code)
                for code, (_, path) in enumerate(rows.sections)
                for heading in (*path, " › ".join(path))
            ),
            spelled,
        ),
        codes=_grouped(((name, place) for place, name in enumerate(index.codes.names)), spelled),
        languages=_grouped(
            ((language, code) for code, language in enumerate(rows.languages)), spelled
        ),
        spelled=spelled,
    )


def folded(name: str) -> str:
    """`name` as names are compared: no case, no accents, single spaces, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(kept.casefold().split())


def _speakers(rows: Rows, names: Names, wanted: Sequence[str]) -> Mask:
    if not wanted:
        return np.ones(len(rows), np.bool_)
    codes = {code for name in wanted for code in _codes("speaker", name, [names.speakers], names)}
    return np.isin(rows.speaker, list(codes))


def _topics(index: Index, names: Names, wanted: Sequence[str]) -> Mask:
    rows = index.rows
    mask = np.full(len(rows), not wanted)
    for name in wanted:
        _codes("topic", name, [names.documents, names.sections, names.codes], names)
        mask |= np.isin(rows.document, list(names.documents.get(folded(name), ())))
        mask |= np.isin(rows.section, list(names.sections.get(folded(name), ())))
        mask[index.codes.holding(list(names.codes.get(folded(name), ())))] = True
    return mask


def _languages(rows: Rows, names: Names, wanted: Sequence[str]) -> Mask:
    if not wanted:
        return np.ones(len(rows), np.bool_)
    codes = {code for name in wanted for code in _codes("language", name, [names.languages], names)}
    return np.isin(rows.language, list(codes))


def _role(role: str) -> int:
    if role not in ROLES:
        raise FilterError(f"there is no role {role!r}; the roles are {', '.join(ROLES)}", "role")
    return ROLES.index(role)


def _codes(
    noun: str, name: str, tables: Sequence[Mapping[str, frozenset[int]]], names: Names
) -> frozenset[int]:
    """The codes that `name` stands for in any of `tables`. Raises FilterError if in none."""
    key = folded(name)
    if not key:
        raise FilterError(f"a {noun} to filter by is blank; name one, or leave it out", noun)
    found = frozenset().union(*(table.get(key, frozenset()) for table in tables))
    if not found:
        known = [other for table in tables for other in table if other in names.spelled]
        near = [repr(names.spelled[other]) for other in _near(key, known)]
        hint = f"did you mean {' or '.join(near)}?" if near else _listed(noun, known)
        raise FilterError(f"this collection has no {noun} {name[:80]!r}; {hint}", noun)
    return found


def _listed(noun: str, known: Sequence[str]) -> str:
    """What there is, or where it is listed. Languages are few."""
    if noun == "language":
        return f"it has {' and '.join(repr(one) for one in sorted(known))}"
    return f"{LISTS[noun]}; so does `partnerqa quotes` for a folder of pages"


def _near(key: str, known: Sequence[str]) -> list[str]:
    """At most three known names like `key`: those spelled alike, then those that hold it."""
    alike = get_close_matches(key[:80], known, n=3, cutoff=0.6)
    holding = [other for other in known if key and key in other]
    return list(dict.fromkeys([*alike, *holding]))[:3]


def _speaker_names(index: Index) -> Iterable[tuple[str, int]]:
    codes = {speaker_id: code for code, speaker_id in enumerate(index.rows.speakers)}
    for entry in index.store.speakers():
        speaker = entry.speaker
        if speaker.id in codes:
            for name in (speaker.name, *speaker.aliases):
                yield name, codes[speaker.id]


def _document_names(index: Index) -> Iterable[tuple[str, int]]:
    codes = {document_id: code for code, document_id in enumerate(index.rows.documents)}
    for entry in index.store.documents():
        if entry.id in codes:
            folders = entry.path.split("/")[:-1]
            themes = [name for depth, name in enumerate(folders) for name in _theme(folders, depth)]
            for name in (entry.title, entry.path, *themes):
                yield name, codes[entry.id]


def _by_id(ids: Sequence[str]) -> dict[str, frozenset[int]]:
    return {folded(name): frozenset([code]) for code, name in enumerate(ids)}


def _theme(folders: Sequence[str], depth: int) -> tuple[str, ...]:
    """A folder by its name, by its path, and by its name in words ("the-future": the future)."""
    name = folders[depth]
    words = name.replace("-", " ").replace("_", " ")
    return name, "/".join(folders[: depth + 1]), words


def _grouped(
    named: Iterable[tuple[str, int]], spelled: dict[str, str]
) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for name, code in named:
        key = folded(name)
        if key:
            spelled.setdefault(key, name)
            found.setdefault(key, set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
