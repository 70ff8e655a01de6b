"""Lines of a text by position, so that a fault can be told with its line."""

from __future__ import annotations

import re
from bisect import bisect_left

_LINE_END = re.compile("\n")


class Lines:
    """The lines of one text, counted once however many positions are asked for."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in _LINE_END.finditer(text)]

    def at(self, position: int) -> int:
        """The number, from 1, of the line that holds the character at `position`."""
        return bisect_left(self._ends, position) + 1
