"""One measured figure: ours beside the plain way, taken in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; `ratio` tells how many times better ours is, `target` what it must be."""

    name: str
    ours: float
    plain: float
    unit: str
    ratio: float
    target: float

    @property
    def reached(self) -> bool:
        """Whether the ratio is at least the target."""
        return self.ratio >= self.target


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def less_is_better(
    name: str, ours: Sequence[float], plain: Sequence[float], unit: str, *, target: float
) -> Figure:
    """A figure of medians: times, memory."""
    one, other = statistics.median(ours), statistics.median(plain)
    return Figure(name, one, other, unit, other / one, target)


def more_is_better(
    name: str, ours: Sequence[float], plain: Sequence[float], unit: str, *, target: float
) -> Figure:
    """A figure of medians: speeds."""
    one, other = statistics.median(ours), statistics.median(plain)
    return Figure(name, one, other, unit, one / other, target)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = ["| figure | partnerqa | plain | times better | target |", "|---|---:|---:|---:|---:|"]
    for figure in figures:
        verdict = "" if figure.reached else " (missed)"
        rows.append(
            f"| {figure.name} | {figure.ours:,.1f} {figure.unit} "
            f"| {figure.plain:,.1f} {figure.unit} "
            f"| {figure.ratio:.2f} | {figure.target:.2f}{verdict} |"
        )
    return "\n".join(rows)
