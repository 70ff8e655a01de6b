"""Our own fixed texts as they are shown: lines, lists, and links to what can be called or opened.

Only what our texts write without doubt becomes a link: a number with the country it serves ("988 in
Canada", "le 3114 en France") or after "call", and a bare web address. web/static/message.js makes
the same; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from partnerqa.conversation.heading import FRAMES
from partnerqa.serve.schema import FiltersJson

AS_TYPED = "No, just what I typed"
EVERYONE = "Everyone again"
NOT_ONLY = "Not only"

_BULLET = re.compile(r"\s*[•*-]\s+")
_CLOSING = re.compile(r"[\s.!?…]+$")
_NUMBER = r"(\d[\d ]*\d)"
_PLACE = (
    r"(?: (?:or|ou) (?:le )?\d[\d ]*\d)? (?:across|au|en|in|partout en) (?:most of |the )?[A-ZÀ-Ý]"
)
_LINK = re.compile(
    rf"(^|\(|[:,] |\b(?:as|le|on|or|ou) ){_NUMBER}(?={_PLACE})"
    r"|(\b(?:[Cc]all|[Aa]ppelez le) )(\d[\d ]+\d)"
    r"|(^|[\s(])(?:https://)?((?:[a-z0-9-]+\.)+(?:com|org|net|au|be|ca|ch|eu|fr|ie|uk)\b"
    r"(?:/[\w/-]*)?)"
)
_STARTS = {
    **{before: language for language, (before, _) in FRAMES.items()},
    AS_TYPED: "en",
    EVERYONE: "en",
    NOT_ONLY: "en",
}
_TONGUES = {"en": "in English", "fr": "in French"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, which leads to `href` if it is a link."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a paragraph, or the items of a list."""

    listed: bool
    lines: tuple[tuple[Piece, ...], ...]


def blocks(text: str) -> list[Block]:
    """A fixed text by paragraphs and lists; the bullets themselves are left out."""
    found = []
    for listed, lines in groupby(text.strip().split("\n"), _kind):
        if listed is not None:
            shown = (tuple(_pieces(_BULLET.sub("", line, count=1))) for line in lines)
            found.append(Block(listed, tuple(shown)))
    return found


def _kind(line: str) -> bool | None:
    """Whether a line is an item of a list; None for a blank one."""
    return bool(_BULLET.match(line)) if line.strip() else None


def _pieces(line: str) -> Iterator[Piece]:
    at = 0
    for match in _LINK.finditer(line):
        number, site = match[2] or match[4], match[6]
        start = match.start() + len(match[1] or match[3] or match[5] or "")
        if start > at:
            yield Piece(line[at:start])
        href = "tel:" + number.replace(" ", "") if number else f"https://{site}"
        yield Piece(line[start : match.end()], href)
        at = match.end()
    if at < len(line):
        yield Piece(line[at:])


def is_as_typed(question: str) -> bool:
    """Whether a question is the wish not to be interpreted, in whatever letters it is typed."""
    return _CLOSING.sub("", question).strip().lower() == AS_TYPED.lower()


def not_only(filters: FiltersJson) -> list[str]:
    """The wishes that take one kind of filter off each, where several kinds are in force."""
    kinds = (
        " and ".join(filters.speakers),
        " and ".join(f"{role}s" for role in filters.roles),
        *filters.topics[:1],
        *(_TONGUES.get(language, "") for language in filters.languages[:1]),
    )
    found = [f"{NOT_ONLY} {kind}" for kind in kinds if kind]
    return found if len(found) > 1 else []


def language_asked(question: str, answer: str = "") -> str:
    """The language of a question: that of our own frames, else that of the `answer` to it."""
    known = (language for start, language in _STARTS.items() if question.startswith(start))
    return next(known, answer)
