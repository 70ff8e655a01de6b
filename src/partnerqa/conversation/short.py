"""Short forms that people type in a chat: "pls" is "please"."""

from __future__ import annotations

SHORT = {"pls": "please", "plz": "please", "thx": "thanks", "stp": "svp", "ppl": "people"}


def spelt_out(line: str) -> str:
    """The plain `line` with its short forms spelt out."""
    return " ".join(_spelt_out(word) for word in line.split(" "))


def _spelt_out(word: str) -> str:
    bare = word.strip("?!.,;:")
    return word.replace(bare, SHORT[bare]) if bare in SHORT else word
