"""`speakers.toml`: what staff know of the people on their pages. It wins over every rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from partnerqa.corpus.name import bare
from partnerqa.corpus.toml import TomlEntry, read_entries
from partnerqa.records import ROLES, Role

ROSTER_FILE = "speakers.toml"
_KEYS = {"name", "aliases", "role", "profile_url", "withdrawn", "pages"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the roster.

    `name` is how the person is shown, `aliases` are the other names that pages use, and
    `profile_url` leads to what the site says of them. `withdrawn` is True for somebody whose words
    must not be read. `pages` narrows the entry to pages whose path starts so.
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    profile_url: str | None = None
    withdrawn: bool = False
    pages: tuple[str, ...] = ()

    def is_on(self, path: str) -> bool:
        """Whether the entry holds for the page at `path`."""
        return not self.pages or any(path.startswith(page) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of one module by name and alias."""

    entries: tuple[Entry, ...] = ()
    _by_name: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """Every name and alias."""
        return tuple(name for entry in self.entries for name in (entry.name, *entry.aliases))

    def find(self, name: str, path: str) -> Entry | None:
        """The one entry that `name` means on the page at `path`; None if none or several do."""
        for key in (name, bare(name)):
            entries = [entry for entry in self._by_name.get(_folded(key), ()) if entry.is_on(path)]
            if len(entries) == 1:
                return entries[0]
        return None

    def is_ambiguous(self, name: str, path: str) -> bool:
        """Whether `name` may mean two people on the page at `path`."""
        entries = self._by_name.get(_folded(name), ())
        return sum(entry.is_on(path) for entry in entries) > 1


def make_roster(entries: Sequence[Entry]) -> Roster:
    """A roster of `entries`, by every name that they are known by."""
    by_name: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for name in dict.fromkeys(_folded(name) for name in (entry.name, *entry.aliases)):
            by_name[name] = (*by_name.get(name, ()), entry)
    return Roster(tuple(entries), by_name)


def read_roster(folder: Path) -> Roster:
    """The roster beside the pages in `folder`; empty where there is none. Raises CorpusError."""
    expected = "expected a table with at least a name"
    entries = read_entries(folder / ROSTER_FILE, "speaker", _KEYS, expected)
    return make_roster([_entry(entry) for entry in entries])


def _entry(entry: TomlEntry) -> Entry:
    table = entry.table
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        raise entry.fault('has no name; expected name = "…"')
    role = table.get("role")
    if role is not None and role not in ROLES:
        raise entry.fault(f"{name!r} has the role {role!r}; expected one of {', '.join(ROLES)}")
    for key in ("aliases", "pages"):
        if not _is_list_of_texts(table.get(key, [])):
            raise entry.fault(f"{key} is {table[key]!r}; expected a list of strings")
    return Entry(
        name=name.strip(),
        aliases=tuple(table.get("aliases", ())),
        role=cast("Role | None", role),
        profile_url=table.get("profile_url"),
        withdrawn=table.get("withdrawn", False) is True,
        pages=tuple(table.get("pages", ())),
    )


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _folded(name: str) -> str:
    return " ".join(name.replace("'", "’").casefold().replace(".", "").split())
