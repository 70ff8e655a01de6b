"""Where the pages' templates, styles and scripts lie."""

from __future__ import annotations

from pathlib import Path


def web_folder() -> Path:
    """`partnerqa/web` in an installed wheel, `web/` beside `src/` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "web"
    return packaged if packaged.is_dir() else package.parents[1] / "web"
