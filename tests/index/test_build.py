from __future__ import annotations

from pathlib import Path

from partnerqa.index.opened import Index
from partnerqa.index.verify import verify


def test_what_was_built_is_whole(sealed: Path) -> None:
    assert verify(sealed) == []


def test_the_manifest_counts_what_reading_found(index: Index) -> None:
    assert index.manifest.counts == {
        "documents": 3,
        "sections": 7,
        "quotes": 5,
        "named": 4,
        "unnamed": 1,
        "passages": 6,
        "speakers": 3,
    }
