from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.file import READERS, PageFile, load, page_files
from partnerqa.errors import CorpusError, PathError


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("Words.", "utf-8")


def found(*paths: Path) -> list[str]:
    return [page.path for page in page_files(paths)]


def test_every_page_below_a_folder_is_found_in_a_stable_order(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a.txt", "sub/c.HTML", "sub/deep/d.vtt", "notes.pdf", "README")
    assert found(tmp_path) == ["a.txt", "b.md", "sub/c.HTML", "sub/deep/d.vtt"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".b.txt", ".git/c.txt")
    assert found(tmp_path) == ["a.txt"]


def test_a_page_that_is_named_twice_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert found(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_folder_that_describes_itself_is_a_module_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "one/b.txt", "two/c.txt", "two/deep/d.txt")
    (tmp_path / "two" / "speakers.toml").write_text("", "utf-8")
    folders = {page.path: page.folder for page in page_files([tmp_path])}
    assert folders == {
        "a.txt": tmp_path,
        "one/b.txt": tmp_path,
        "c.txt": tmp_path / "two",
        "deep/d.txt": tmp_path / "two",
    }


def test_a_single_page_belongs_to_the_module_above_it(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    (tmp_path / "collection.toml").write_text("", "utf-8")
    (page,) = page_files([tmp_path / "sub" / "a.txt"])
    assert (page.folder.resolve(), page.path) == (tmp_path.resolve(), "sub/a.txt")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing", r"missing does not exist; expected a file or folder of pages"),
        ("notes.pdf", r"notes\.pdf is no page; expected a file ending in \.docx, .* or \.vtt"),
        ("empty", r"empty holds no page to read; expected files ending in"),
    ],
)
def test_a_path_without_pages_is_told_with_what_was_expected(
    path: str, message: str, tmp_path: Path
) -> None:
    write(tmp_path, "notes.pdf")
    (tmp_path / "empty").mkdir()
    with pytest.raises(PathError, match=message):
        page_files([tmp_path / path])


def test_a_page_that_is_too_large_is_told_with_its_size_and_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 3_000_000)
    with pytest.raises(CorpusError, match=r"a\.txt:1: is 3 MB; expected at most 2 MB.*max_page"):
        load(PageFile(tmp_path, "a.txt"), 2_000_000)


def test_a_page_that_cannot_be_opened_is_told_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"gone\.txt:1: cannot be read: No such file"):
        load(PageFile(tmp_path, "gone.txt"), 1_000)


def test_endings_are_read_whatever_their_case(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("Words.", "utf-8")
    assert load(PageFile(tmp_path, "A.TXT"), 1_000).text == "Words."


def test_every_type_of_the_design_has_a_reader() -> None:
    assert {".txt", ".md", ".html", ".docx", ".vtt", ".srt"} <= set(READERS)
