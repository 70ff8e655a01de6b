"""The TOML files that staff write beside their pages, with every fault told by its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partnerqa.errors import CorpusError


@dataclass(frozen=True, slots=True)
class TomlEntry:
    """One of the tables headed `[[noun]]` in the file `path`; `number` is its place, from 1."""

    path: Path
    noun: str
    number: int
    table: dict[str, Any]

    def fault(self, message: str) -> CorpusError:
        """The error that names this entry."""
        return CorpusError(str(self.path), 1, f"{self.noun} {self.number}: {message}")


def read_toml(path: Path) -> dict[str, Any]:
    """The table in a TOML file; a fault is told with its line."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise CorpusError(str(path), 1, "is not UTF-8. Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise CorpusError(str(path), line, f"is not valid TOML: {error}") from error


def read_entries(path: Path, noun: str, keys: Set[str], expected: str) -> Iterator[TomlEntry]:
    """The tables headed `[[noun]]` in the file `path`; none where there is no such file.

    Raises CorpusError for what is no table (`expected` says what it should be) and for a key that
    is not one of `keys`.
    """
    if not path.is_file():
        return
    listed = read_toml(path).get(noun, [])
    if not isinstance(listed, list):
        raise CorpusError(str(path), 1, f"expected tables headed [[{noun}]]")
    for number, item in enumerate(listed, 1):
        entry = TomlEntry(path, noun, number, item)
        _check(entry, keys, expected)
        yield entry


def _check(entry: TomlEntry, keys: Set[str], expected: str) -> None:
    if not isinstance(entry.table, dict):
        raise entry.fault(expected)
    unknown = sorted(set(entry.table) - keys)
    if unknown:
        known = ", ".join(sorted(keys))
        raise entry.fault(f"does not know {unknown[0]!r}; expected one of {known}")


def _line_in(message: str) -> int:
    _, _, rest = message.partition("line ")
    digits = rest.split(",")[0].split(")")[0]
    return int(digits) if digits.isdigit() else 1
