"""What is wrong with one field, in the words of JSON rather than of the library that found it."""

from __future__ import annotations

import json
from typing import Any

LONGEST = 60  # characters of a value that are shown
EXPECTED = {
    "dict_type": "an object",
    "model_attributes_type": "an object",
    "model_type": "an object",
    "list_type": "an array",
    "string_type": "a string",
    "int_type": "an integer",
    "int_from_float": "an integer",
}


def where(location: tuple[str | int, ...]) -> str:
    """Where a field stands: `("body", "history", 0, "role")` is `history[0].role`."""
    path = ""
    for step in location[1:]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return _sendable(path or str(location[0]))


def complaint(one: Any) -> str:  # noqa: ANN401 (pydantic's own error dictionaries)
    """One validation error in words: the value, what was expected, the next act."""
    kind = one["type"]
    if kind == "extra_forbidden":
        return _sendable(
            f'"{one["loc"][-1]}" is not known here; leave it out or check its spelling'
        )
    if kind == "missing":
        return "it is missing; send it"
    if kind == "repeated":
        return f"it is given {len(one['input'])} times; send it once"
    return _sendable(f"{_shown(one['input'])} cannot be used: {_expected(one)}")


def _expected(one: Any) -> str:  # noqa: ANN401 (as above)
    if one["type"] in EXPECTED:
        return f"input should be {EXPECTED[one['type']]}"
    told: str = one["msg"][:1].lower() + one["msg"][1:]
    return told.replace(" after validation", "")


def _shown(value: object) -> str:
    """A value as it came: a text in quotation marks, anything else as JSON, cut if it is long."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= LONGEST else f'"{value[:LONGEST]}…" {_size(value)}'
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… {_size(text)}"


def _size(text: str) -> str:
    return f"({len(text)} characters)"


def _sendable(text: str) -> str:
    """`text` with half characters, which JSON may name and UTF-8 cannot hold, spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
