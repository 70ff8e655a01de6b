"""Which files are pages, and the one table that says how each type is turned into a layout."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerqa.corpus.decode import decode
from partnerqa.corpus.description import DESCRIPTION_FILE, SIGNPOSTS_FILE
from partnerqa.corpus.layout import Layout
from partnerqa.corpus.plain import plain_layout
from partnerqa.corpus.roster import ROSTER_FILE
from partnerqa.errors import CorpusError, PathError

CORRECTIONS_FILE = "corrections.toml"
CODES_FILE = "codes.toml"
_MODULE_FILES = (DESCRIPTION_FILE, ROSTER_FILE, CORRECTIONS_FILE, CODES_FILE, SIGNPOSTS_FILE)


def _text(data: bytes, path: str) -> Layout:
    layout = plain_layout(decode(data, path))
    if not layout.blocks:
        raise CorpusError(path, 1, "is empty; expected a page with words")
    return layout


def _markup(data: bytes, path: str) -> Layout:
    from partnerqa.corpus.markup import markup_layout

    return markup_layout(decode(data, path), path)


def _markdown(data: bytes, path: str) -> Layout:
    from partnerqa.corpus.markdown import markdown_layout

    return markdown_layout(decode(data, path), path)


def _word(data: bytes, path: str) -> Layout:
    from partnerqa.corpus.word import word_layout

    return word_layout(data, path)


def _subtitle(data: bytes, path: str) -> Layout:
    from partnerqa.corpus.subtitle import subtitle_layout

    return subtitle_layout(decode(data, path), path)


READERS: Mapping[str, Callable[[bytes, str], Layout]] = {
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _markup,
    ".htm": _markup,
    ".docx": _word,
    ".vtt": _subtitle,
    ".srt": _subtitle,
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page on disk: the folder of its module, and its path within it."""

    folder: Path
    path: str

    @property
    def file(self) -> Path:
        """Where the page is."""
        return self.folder / self.path


def page_files(paths: Sequence[Path]) -> list[PageFile]:
    """Every page under `paths`, in a stable order, each once. Raises PathError for a bad path."""
    found: dict[Path, PageFile] = {}
    for path in paths:
        for page in _under(Path(path)):
            found.setdefault(page.file.resolve(), page)
    if not found:
        named = ", ".join(str(path) for path in paths)
        raise PathError(f"{named} holds no page to read; expected files ending in {_suffixes()}")
    return list(found.values())


def load(page: PageFile, most_bytes: int) -> Layout:
    """The layout of a page. Raises CorpusError naming the file for one that cannot be read."""
    path = page.path
    try:
        size = page.file.stat().st_size
        if size > most_bytes:
            raise CorpusError(path, 1, _too_large(size, most_bytes))
        data = page.file.read_bytes()
    except OSError as error:
        raise CorpusError(
            path, 1, f"cannot be read: {error.strerror}. Check its permissions"
        ) from error
    return READERS[page.file.suffix.lower()](data, path)


def _too_large(size: int, most: int) -> str:
    return (
        f"is {size / 1e6:.0f} MB; expected at most {most / 1e6:.0f} MB. "
        "Split the page, or raise the setting max_page_megabytes"
    )


def _under(path: Path) -> Iterator[PageFile]:
    if path.is_dir():
        yield from _in_folder(path)
    elif path.is_file():
        if path.suffix.lower() not in READERS:
            raise PathError(f"{path} is no page; expected a file ending in {_suffixes()}")
        folder = _module_of(path)
        yield PageFile(folder, path.resolve().relative_to(folder.resolve()).as_posix())
    else:
        raise PathError(f"{path} does not exist; expected a file or folder of pages")


def _in_folder(root: Path) -> Iterator[PageFile]:
    modules = {root: root}
    for here, folders, files in os.walk(root):
        folder = Path(here)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        is_module = any(name in files for name in _MODULE_FILES)
        modules[folder] = folder if is_module else modules.get(folder) or modules[folder.parent]
        module = modules[folder]
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield PageFile(module, (folder / name).relative_to(module).as_posix())


def _module_of(path: Path) -> Path:
    """The nearest folder above a single page that describes a module; else the page's own."""
    for folder in path.resolve().parents:
        if any((folder / name).is_file() for name in _MODULE_FILES):
            return folder
    return path.parent


def _suffixes() -> str:
    *most, last = sorted(READERS)
    return f"{', '.join(most)} or {last}"
