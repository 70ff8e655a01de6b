"""`speakers.toml`: what staff know of the people on their pages. It wins over every rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from partnerqa.corpus.name import bare
from partnerqa.errors import CorpusError
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
    path = folder / ROSTER_FILE
    if not path.is_file():
        return Roster()
    table = read_toml(path)
    listed = table.get("speaker", [])
    if not isinstance(listed, list):
        raise CorpusError(str(path), 1, "expected tables headed [[speaker]]")
    return make_roster([_entry(path, number, item) for number, item in enumerate(listed, 1)])


def read_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file; a fault is told with its line."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise CorpusError(str(path), 1, "is not UTF-8. Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise CorpusError(str(path), line, f"is not valid TOML: {error}") from error


def _line_in(message: str) -> int:
    _, _, rest = message.partition("line ")
    digits = rest.split(",")[0].split(")")[0]
    return int(digits) if digits.isdigit() else 1


def _entry(path: Path, number: int, item: object) -> Entry:
    def fail(message: str) -> CorpusError:
        return CorpusError(str(path), 1, f"speaker {number}: {message}")

    if not isinstance(item, dict):
        raise fail("expected a table with at least a name")
    table = cast("dict[str, Any]", item)
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise fail(f"does not know {unknown[0]!r}; expected one of {', '.join(sorted(_KEYS))}")
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        raise fail('has no name; expected name = "…"')
    role = table.get("role")
    if role is not None and role not in ROLES:
        raise fail(f"{name!r} has the role {role!r}; expected one of {', '.join(ROLES)}")
    for key in ("aliases", "pages"):
        if not _is_list_of_texts(table.get(key, [])):
            raise fail(f"{key} is {table[key]!r}; expected a list of strings")
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
