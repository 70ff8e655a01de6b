from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from partnerqa.corpus.coding import codes_to_fill, read_codings
from partnerqa.errors import CorpusError
from tests.corpus.conftest import Read

PAGE = (
    "Being heard\n\nOtto, a nurse, said, “I stand at the back and cough.”\n\n"
    "Nadia said, “I was not asked, so in the end I asked.”\n"
)


def coded(read: Read, codings: str, **more: str) -> list[tuple[str, ...]]:
    collection = read({"page.txt": PAGE, "codes.toml": codings, **more})
    assert collection.faults == ()
    return [quote.codes for quote in collection.quotes]


def test_a_quote_has_no_codes_until_somebody_codes_it(read: Read) -> None:
    assert [quote.codes for quote in read(PAGE).quotes] == [(), ()]


@pytest.mark.parametrize("key", ["quote", "starts"])
def test_a_quote_is_coded_by_its_id_or_by_its_first_words(key: str, read: Read) -> None:
    value = read(PAGE).quotes[1].id if key == "quote" else "i was  not asked"
    entry = f'[[coding]]\n{key} = "{value}"\ncodes = ["not being asked", "speaking up"]\n'
    assert coded(read, entry) == [(), ("not being asked", "speaking up")]


def test_two_codings_of_a_quote_are_taken_together_and_each_code_once(read: Read) -> None:
    one = '[[coding]]\nstarts = "I stand"\ncodes = ["speaking  up", "feeling small"]\n'
    two = '[[coding]]\nstarts = "I stand at"\ncodes = ["feeling small", "hierarchy"]\n'
    assert coded(read, one + two)[0] == ("speaking up", "feeling small", "hierarchy")


def test_a_coding_holds_only_on_the_page_that_it_names_and_is_reported_elsewhere(
    read: Read,
) -> None:
    entry = '[[coding]]\nstarts = "I stand"\npage = "other.txt"\ncodes = ["hierarchy"]\n'
    collection = read({"page.txt": PAGE, "codes.toml": entry})
    assert [quote.codes for quote in collection.quotes] == [(), ()]
    (fault,) = collection.faults
    assert fault.code == "stale-coding"
    assert fault.path.endswith("codes.toml")
    assert "coding 1 ('I stand') fits no quote" in fault.message


def test_the_codes_of_somebody_who_withdrew_are_gone_with_their_words(read: Read) -> None:
    entry = '[[coding]]\nstarts = "I was not"\ncodes = ["not being asked"]\n'
    roster = '[[speaker]]\nname = "Nadia"\nwithdrawn = true\n'
    collection = read({"page.txt": PAGE, "codes.toml": entry, "speakers.toml": roster})
    assert "not being asked" not in repr(collection.quotes)
    assert [fault.code for fault in collection.faults] == ["stale-coding"]


def test_a_file_to_fill_in_lists_quotes_without_codes_and_changes_nothing(read: Read) -> None:
    entry = '[[coding]]\nstarts = "I stand"\ncodes = ["hierarchy"]\n'
    collection = read({"page.txt": PAGE, "codes.toml": entry})
    written = codes_to_fill(collection)
    (open_one,) = tomllib.loads(written)["coding"]
    assert open_one == {
        "quote": collection.quotes[1].id,
        "page": "page.txt",
        "starts": "I was not asked, so in the end I asked.",
        "codes": [],
    }
    assert coded(read, entry + written) == [("hierarchy",), ()]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("coding = 1", r"expected tables headed \[\[coding\]\]"),
        ("[[coding]]\ncodes = ['a']", "coding 1: names no quote"),
        ("[[coding]]\nstarts = 'I'\ncode = ['a']", "does not know 'code'; expected one of codes"),
        ("[[coding]]\nstarts = 'I'\ncodes = 'a'", "codes is 'a'; expected a list"),
        ("[[coding]]\nstarts = 'I'\ncodes = [1]", "code 1 is no phrase; expected a text"),
        ("[[coding]]\nstarts = 'I'\ncodes = ['  ']", "code '  ' is no phrase"),
        (f"[[coding]]\nstarts = 'I'\ncodes = ['{'a' * 201}']", "of 1 to 200 characters"),
        ("[[coding]\n", ":1: is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_was_expected(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "codes.toml").write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message):
        read_codings(tmp_path)
