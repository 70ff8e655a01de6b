from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.toml import read_entries, read_toml
from partnerqa.errors import CorpusError


def written(folder: Path, text: str) -> Path:
    path = folder / "people.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"people\.toml:2: is not valid TOML"):
        read_toml(written(tmp_path, 'name = "Gwen"\nrole = \n'))


def test_the_tables_of_a_file_come_in_order_with_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path, '[[person]]\nname = "Gwen"\n[[person]]\nname = "Tomas"\n')
    entries = read_entries(path, "person", {"name"}, "expected a table")
    assert [(entry.number, entry.table["name"]) for entry in entries] == [(1, "Gwen"), (2, "Tomas")]


def test_a_folder_without_the_file_has_no_entries(tmp_path: Path) -> None:
    assert not list(read_entries(tmp_path / "none.toml", "person", {"name"}, "expected a table"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("person = 7", r"expected tables headed \[\[person\]\]"),
        ("person = [7]", "person 1: expected a table"),
        ('[[person]]\nnmae = "Gwen"', "person 1: does not know 'nmae'; expected one of name"),
    ],
)
def test_what_is_no_list_of_known_tables_is_refused(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(CorpusError, match=complaint):
        list(read_entries(written(tmp_path, text), "person", {"name"}, "expected a table"))
