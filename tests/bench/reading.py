"""How fast pages are read, and whether a page ten times as long takes ten times as long."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from partnerqa.corpus.collection import read_collection
from tests.bench.figure import Figure, more_is_better

MEGABYTE = 1_000_000
SMALL, LARGE = 1, 10
LEAST = 2.0  # megabytes a second on one core


def reading_figures(corpus: Path, scratch: Path) -> Iterator[Figure]:
    """Megabytes a second of processor time, for one page of 10 MB and for one of 1 MB."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(corpus.rglob("*.txt")))
    large, small = (size / _seconds(text, size, scratch) for size in (LARGE, SMALL))
    yield more_is_better(
        "reading a page of 10 MB (plain: the least)", [large], [LEAST], "MB/s", target=1
    )
    yield more_is_better(
        "reading a page of 10 MB (plain: of 1 MB)", [large], [small], "MB/s", target=0.7
    )


def _seconds(text: str, megabytes: int, scratch: Path) -> float:
    """The processor time of reading one page of that size: reading uses one core."""
    folder = scratch / f"{megabytes}-megabytes"
    folder.mkdir()
    size = megabytes * MEGABYTE
    (folder / "page.txt").write_text((text * (size // len(text) + 1))[:size], encoding="utf-8")
    began = time.process_time()
    read_collection([folder])
    return time.process_time() - began
