"""What tests of reading share: a folder of tiny pages, read for real."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from partnerqa.corpus.collection import Reading, read_collection
from partnerqa.records import Collection

Read = Callable[..., Collection]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes `files` (path to text or bytes) into a folder named "pages", and reads it."""

    def write_and_read(
        files: Mapping[str, str | bytes] | str, options: Reading | None = None
    ) -> Collection:
        folder = tmp_path / "pages"
        for path, content in ({"page.txt": files} if isinstance(files, str) else files).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return read_collection([folder], options)

    return write_and_read
