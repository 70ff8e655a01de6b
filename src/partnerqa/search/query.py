"""What an asker typed, cleaned and taken apart; any text at all gives a query or one clear error.

The only syntax is quotation marks: what is inside "…", “…” or «…» must stand in the words of a hit.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from partnerqa.errors import QuestionError

MAX_QUESTION = 2000
"""The most characters that a question may have."""

_PHRASE = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»|„([^“”]*)[“”]')
_MARKS = re.compile(r'["“”«»„]')
_WORD = re.compile(r"\w", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Query:
    """A question ready to be searched.

    `text` is the question cleaned, `words` the same without quotation marks (what is encoded and
    looked up), `phrases` the stretches that were in quotation marks.
    """

    text: str
    words: str
    phrases: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """The query that `text` asks for.

    Control characters are dropped, runs of white space become one space. Raises QuestionError if
    `text` is longer than MAX_QUESTION characters, empty, or without a letter or digit.
    """
    if len(text) > MAX_QUESTION:
        raise QuestionError(
            f"the question has {len(text):,} characters; at most {MAX_QUESTION:,} can be searched: "
            "ask it in fewer words"
        )
    clean = _clean(text)
    if not clean:
        raise QuestionError("the question is empty; type what you would like to know")
    if not _WORD.search(clean):
        raise QuestionError(f"the question {clean[:40]!r} holds no word; ask it in words")
    return Query(clean, " ".join(_MARKS.sub(" ", clean).split()), _phrases(clean))


def _clean(text: str) -> str:
    visible = "".join(" " if _is_control(character) else character for character in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _is_control(character: str) -> bool:
    """Control, surrogate and unassigned characters; format characters such as a joiner stay."""
    return unicodedata.category(character) in {"Cc", "Cs", "Cn", "Co"}


def _phrases(text: str) -> tuple[str, ...]:
    found = ("".join(match.groups(default="")).strip() for match in _PHRASE.finditer(text))
    return tuple(dict.fromkeys(phrase for phrase in found if _WORD.search(phrase)))
