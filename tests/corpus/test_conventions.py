"""The table of conventions, `conventions.toml`: one row a way in which real pages quote people."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.records import Document, Quote, Span

Row = dict[str, Any]
TABLE = Path(__file__).with_name("conventions.toml")
ROWS: list[Row] = tomllib.loads(TABLE.read_text("utf-8"))["convention"]
ROW_KEYS = {"name", "page", "file", "quotes"}
QUOTE_KEYS = {"text", "speaker", "role", "evidence", "question", "lead_in", "shortened"}


def of(span: Span | None, document: Document) -> str | None:
    return span.of(document.text) if span else None


def as_row(quote: Quote, document: Document) -> Row:
    """What was found, in the form of the table, without what the row leaves out."""
    found = {
        "text": quote.text,
        "speaker": quote.attribution.speaker,
        "role": quote.attribution.role,
        "shortened": quote.shortened or None,
        "lead_in": of(quote.lead_in, document),
        "question": of(quote.question, document),
    }
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_page_of_this_convention_is_read_as_a_careful_reader_does(
    row: Row, tmp_path: Path
) -> None:
    page = tmp_path / row.get("file", "page.txt")
    page.write_text(row["page"].strip() + "\n", encoding="utf-8")
    collection = read_collection([page])
    (document,) = collection.documents

    found = [as_row(quote, document) for quote in collection.quotes]
    expected = [dict(quote) for quote in row["quotes"]]
    evidence = [quote.pop("evidence", None) for quote in expected]
    for one, other in zip(found, expected, strict=False):
        if "lead_in" not in other:  # a row tells of the lead-in only where it is the point
            one.pop("lead_in", None)
    assert found == expected
    for quote, words in zip(collection.quotes, evidence, strict=True):
        proof = [span.of(document.text) for span in quote.attribution.evidence]
        assert words is None or any(words in stretch for stretch in proof), proof


def test_rows_have_names_of_their_own_and_no_unknown_keys() -> None:
    assert len({row["name"] for row in ROWS}) == len(ROWS)
    assert len(ROWS) >= 70
    for row in ROWS:
        assert set(row) <= ROW_KEYS, row["name"]
        assert all(set(quote) <= QUOTE_KEYS for quote in row["quotes"]), row["name"]


def test_a_named_quote_in_the_table_always_tells_its_evidence() -> None:
    bare = [
        row["name"]
        for row in ROWS
        for quote in row["quotes"]
        if "speaker" in quote and "evidence" not in quote
    ]
    assert bare == []
