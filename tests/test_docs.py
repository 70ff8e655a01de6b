"""The examples in the pages of docs/ do what the pages say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from partnerqa.corpus.coding import read_codings
from partnerqa.corpus.collection import read_collection
from partnerqa.corpus.correction import read_corrections
from partnerqa.corpus.roster import read_roster

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGE = (DOCS / "collection.md").read_text(encoding="utf-8")


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A folder with the files of the page, and the page of words that they name."""
    for name, example in re.findall(r"## `(\w+\.toml)`.*?```toml\n(.*?)```", PAGE, re.DOTALL):
        (tmp_path / name).write_text(example, encoding="utf-8")
    (tmp_path / "getting-started").mkdir()
    (tmp_path / "getting-started" / "first-steps.txt").write_text(
        "A page\n\nFor example Dave G said, “I sat by the door and kept my coat on.” "
        "Then Nkechi said, “Nobody had told me what the meeting would be about.”\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_page_describes_every_file_beside_the_pages(module: Path) -> None:
    assert sorted(path.name for path in module.glob("*.toml")) == [
        "codes.toml",
        "collection.toml",
        "corrections.toml",
        "signposts.toml",
        "speakers.toml",
    ]


def test_the_examples_are_read(module: Path) -> None:
    assert [entry.withdrawn for entry in read_roster(module).entries] == [False, True]
    byhand = read_corrections(module)
    assert [correction.speaker for correction in byhand] == ["Nkechi", "", None]
    assert [correction.not_a_quote for correction in byhand] == [False, False, True]
    assert [len(coding.codes) for coding in read_codings(module)] == [2]


def test_title_notice_correction_and_withdrawal_take_effect(module: Path) -> None:
    collection = read_collection([module])
    described = tomllib.loads((module / "collection.toml").read_text(encoding="utf-8"))
    assert collection.notice == described["notice"]
    (document,) = collection.documents
    assert document.title == "First Steps"
    assert document.url == "https://example.org/first-steps"
    (quote,) = collection.quotes
    assert quote.text.startswith("I sat by the door")
    assert quote.attribution.speaker is None
    assert "Nobody had told me" not in document.text


def searches() -> list[list[str]]:
    """The searches that the pages show, as arguments."""
    pages = [(DOCS / name).read_text(encoding="utf-8") for name in ("search.md", "command-line.md")]
    shown = [line for page in pages for line in page.splitlines()]
    return [
        shlex.split(line, comments=True)[1:]
        for line in shown
        if line.startswith("partnerqa search ")
    ]


@pytest.mark.parametrize("arguments", searches(), ids=" ".join)
def test_every_search_that_a_page_shows_finds_something(
    arguments: list[str], sample_index: Path
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "partnerqa", *arguments, "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PARTNERQA_INDEX": str(sample_index)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    ).stdout
    assert told
