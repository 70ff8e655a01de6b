"""Query parameters as every door takes them: known by name, given once, whole numbers in digits."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


async def no_parameters(request: Request) -> None:
    """Refuse query parameters by name where an operation takes none."""
    unknown = [
        {"type": "extra_forbidden", "loc": ("query", name), "msg": "unknown", "input": value}
        for name, value in request.query_params.items()
    ]
    if unknown:
        raise RequestValidationError(unknown)


PLAIN = [Depends(no_parameters)]


def once(*names: str) -> Callable[[Request], Coroutine[Any, Any, None]]:
    """Refuse any of these parameters that is given twice: nobody could tell which was meant."""

    async def given_once(request: Request) -> None:
        twice = [
            {"type": "repeated", "loc": ("query", name), "msg": "", "input": values}
            for name in names
            if len(values := request.query_params.getlist(name)) > 1
        ]
        if twice:
            raise RequestValidationError(twice)

    return given_once


def _in_digits(value: object) -> object:
    """`value`, unless it is text that Python alone would take for a number ("1_0", " 5 ")."""
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        raise PydanticCustomError("int_parsing", "Input should be a whole number, in digits only")
    return value


Whole = Annotated[int, BeforeValidator(_in_digits)]
