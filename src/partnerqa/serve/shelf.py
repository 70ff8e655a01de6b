"""The open index of a service, opened again when a build has put another one in force.

Requests borrow it. One that began with the index before ends with it; then that one is closed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from partnerqa.errors import PartnerqaError
from partnerqa.index.kept import forget
from partnerqa.index.manifest import CURRENT
from partnerqa.index.opened import Index

PAUSE = 1.0
"""Seconds between two looks at which build is in force."""

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class _Held:
    """An open index, how many requests use it, and whether it is closed when none does."""

    index: Index
    ours: bool
    borrowers: int = 0


class Shelf:
    """Holds the index that is served. Safe to share between threads."""

    def __init__(self, index: Index, reopen: Callable[[], Index], *, ours: bool = True) -> None:
        """Hold `index`; `reopen` opens what is in force now. Unless `ours`, others close it."""
        self._held = _Held(index, ours)
        self._reopen = reopen
        self._current = index.directory.with_name(CURRENT)
        self._refused = ""
        self._next_look = 0.0
        self._lock = Lock()
        self._renewing = Lock()

    @property
    def index(self) -> Index:
        """The index that the next request gets."""
        return self._held.index

    def is_outdated(self) -> bool:
        """Whether another build is in force; looks at most once in `PAUSE` seconds."""
        now = time.monotonic()
        if now < self._next_look:
            return False
        self._next_look = now + PAUSE
        return self._in_force() not in {self.index.directory.name, self._refused}

    def renew(self) -> None:
        """Open what is in force. Where it cannot be opened, the log says why and all stays."""
        with self._renewing:
            name = self._in_force()
            if name in {self.index.directory.name, self._refused}:
                return
            try:
                index = self._reopen()
            except PartnerqaError as error:
                self._refused = name
                _LOG.error("the index before is still served: %s", error)
                return
            with self._lock:
                before, self._held = self._held, _Held(index, ours=True)
                free = not before.borrowers
            if free:
                _let_go(before)

    @contextmanager
    def borrowed(self) -> Iterator[Index]:
        """The index, open as long as the block lasts."""
        with self._lock:
            held = self._held
            held.borrowers += 1
        try:
            yield held.index
        finally:
            with self._lock:
                held.borrowers -= 1
                free = not held.borrowers and held is not self._held
            if free:
                _let_go(held)

    def close(self) -> None:
        """Close the index; nothing borrows it any more."""
        _let_go(self._held)

    def _in_force(self) -> str:
        """The name of the build in force; of ours while it cannot be told."""
        try:
            return self._current.read_text(encoding="utf-8").strip()
        except OSError:
            return self.index.directory.name


def _let_go(held: _Held) -> None:
    if held.ours:
        held.index.close()
    forget()
