from __future__ import annotations

from pathlib import Path

from partnerqa.index.opened import Index
from partnerqa.search.search import search
from tests.bench.large import build_large


def test_the_large_index_of_the_bench_is_built_and_searched(
    sample_index: Path, tmp_path: Path
) -> None:
    build_large(sample_index, tmp_path / "large", 200)
    with Index.open(sample_index) as small, Index.open(tmp_path / "large") as large:
        assert len(large.rows) == 200
        assert large.manifest.glossed == small.manifest.glossed
        assert search(large, "How were people paid for parking?")
