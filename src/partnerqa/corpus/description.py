"""What stands beside a folder of pages about all of them: `collection.toml`, `signposts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from partnerqa.corpus.toml import read_toml
from partnerqa.errors import CorpusError

DESCRIPTION_FILE = "collection.toml"
SIGNPOSTS_FILE = "signposts.toml"
_KEYS = {"name", "notice", "language", "pages"}
_PAGE_KEYS = {"url", "title", "language"}


@dataclass(frozen=True, slots=True)
class PageDescription:
    """What the description says of one page; None where it says nothing."""

    url: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """A module: its name, a notice for its readers, its language (ISO 639-1) and its pages."""

    name: str
    notice: str = ""
    language: str = "en"
    pages: Mapping[str, PageDescription] = field(default_factory=dict)

    def page(self, path: str) -> PageDescription:
        """What is said of the page at `path`, relative to the folder."""
        return self.pages.get(path, PageDescription())


def read_description(folder: Path) -> Description:
    """The description in `folder`; the folder's own name where there is none."""
    path = folder / DESCRIPTION_FILE
    name = folder.resolve().name or "collection"
    if not path.is_file():
        return Description(name)
    table = read_toml(path)
    _refuse_unknown(path, table, _KEYS, "the file")
    pages = table.get("pages", {})
    if not isinstance(pages, dict):
        raise CorpusError(str(path), 1, 'pages is not a table; expected [pages."folder/page.txt"]')
    return Description(
        name=_text(path, table, "name") or name,
        notice=_text(path, table, "notice") or "",
        language=_text(path, table, "language") or "en",
        pages={key: _page(path, key, value) for key, value in pages.items()},
    )


def read_signposts_file(folder: Path) -> str:
    """The text of the `signposts.toml` in `folder`, which is valid TOML; empty if there is none."""
    path = folder / SIGNPOSTS_FILE
    if not path.is_file():
        return ""
    read_toml(path)
    return path.read_text(encoding="utf-8")


def _page(path: Path, key: str, value: object) -> PageDescription:
    if not isinstance(value, dict):
        raise CorpusError(
            str(path), 1, f"page {key!r} is not a table; expected url, title, language"
        )
    _refuse_unknown(path, value, _PAGE_KEYS, f"page {key!r}")
    return PageDescription(
        _text(path, value, "url"), _text(path, value, "title"), _text(path, value, "language")
    )


def _refuse_unknown(path: Path, table: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        expected = ", ".join(sorted(known))
        raise CorpusError(str(path), 1, f"{where} has {unknown[0]!r}; expected one of {expected}")


def _text(path: Path, table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise CorpusError(str(path), 1, f"{key} is {value!r}; expected a text in quotation marks")
    return value
