"""A progress bar on standard error, for people who watch."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Never, Self

from partnerqa.cli.text import width

if TYPE_CHECKING:
    from tqdm import tqdm


class Bar:
    """Shows `(stage, done, total)`; silent where nobody watches or tqdm is not installed."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: tqdm[Never] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Move the bar of `stage` to `done` of `total`."""
        if not sys.stderr.isatty():
            return
        if stage != self._stage:
            self._close()
            self._stage, self._bar = stage, _bar(stage, total)
        if self._bar is not None:
            self._bar.total = total
            self._bar.update(done - self._bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
        self._bar = None


def _bar(stage: str, total: int) -> tqdm[Never] | None:
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        return None
    return tqdm(total=total, desc=stage, file=sys.stderr, leave=False, ncols=width())
