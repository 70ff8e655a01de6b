"""The keys that docs/collection.md lists for each file beside the pages are those that are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnerqa.corpus import correction, description, roster

PAGE = (Path(__file__).parents[2] / "docs" / "collection.md").read_text("utf-8")
READ = {
    "collection.toml": description._KEYS,
    "speakers.toml": roster._KEYS,
    "corrections.toml": correction._KEYS,
}


def listed() -> dict[str, set[str]]:
    keys: dict[str, set[str]] = {}
    file = ""
    table = PAGE.partition("## Keys")[2].partition("\n## ")[0]
    for first, key in re.findall(r"^\|(?: `([a-z.]+)`)? \| `([a-z_]+)", table, re.MULTILINE):
        file = first or file
        keys.setdefault(file, set()).add(key)
    return keys


@pytest.mark.parametrize("file", READ)
def test_the_page_lists_every_key_and_no_other(file: str) -> None:
    assert listed()[file] == READ[file]
