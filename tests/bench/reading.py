"""How fast pages are read, and whether a page ten times as long takes ten times as long."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from partnerqa.corpus.collection import read_collection
from tests.bench.figure import Figure, more_is_better, seconds

MEGABYTE = 1_000_000
SMALL, LARGE = 1, 10


def reading_figure(corpus: Path, scratch: Path) -> Figure:
    """Megabytes a second of one page of 10 MB ("partnerqa") beside one of 1 MB ("plain")."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(corpus.rglob("*.txt")))
    fast, plain = (size / seconds(partial(_read, text, size, scratch)) for size in (LARGE, SMALL))
    return more_is_better(
        "reading a page of 10 MB (plain: of 1 MB)", [fast], [plain], "MB/s", target=0.7
    )


def _read(text: str, megabytes: int, scratch: Path) -> None:
    folder = scratch / f"{megabytes}-megabytes"
    folder.mkdir()
    size = megabytes * MEGABYTE
    (folder / "page.txt").write_text((text * (size // len(text) + 1))[:size], encoding="utf-8")
    read_collection([folder])
