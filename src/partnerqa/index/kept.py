"""What is worked out once for an open index and remembered until some index is closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Value = TypeVar("Value")

_forgetting: list[Callable[[], None]] = []


def kept(size: int) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Decorates a function of an index (or a part of one): its last `size` results are kept.

    They hold the index in memory; `forget` lets go of it.
    """

    def decorate(function: Callable[Given, Value]) -> Callable[Given, Value]:
        cached = lru_cache(size)(function)
        _forgetting.append(cached.cache_clear)
        return cast(Callable[Given, Value], cached)

    return decorate


def forget() -> None:
    """Drop everything that is kept for any index; it is worked out again where it is needed."""
    for clear in _forgetting:
        clear()
