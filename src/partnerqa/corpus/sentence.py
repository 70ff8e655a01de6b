"""Where sentences end, for English and French prose, by punctuation alone.

A sentence ends at `.`, `!`, `?` or `…` (with any closing marks) before white space and a
character that can start a sentence, unless the stop belongs to an abbreviation or an initial,
and at every blank line. The spans cover all the text but the white space between sentences.
"""

from __future__ import annotations

import re

from partnerqa.records import Span

_STOP = re.compile(
    r"(?P<mark>[.!?…]+)[\"”’»)\]]*(?=\s+[\"“‘«(\[—–-]*[^\W_a-zß-öø-ÿ])|\n[ \t]*\n", re.UNICODE
)
_LAST_WORD = re.compile(r"[\w'’.-]+$")
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.)*[^\W\d_a-zß-öø-ÿ]")
_ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof professor st rev hon sr jr vs etc e.g i.e cf al no fig p pp approx dept "
    "m mme mlle mm me pr p.ex ex env av vol inc ltd".split()
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` in order, as spans of `text`; time linear in length."""
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match["mark"] and _belongs_to_word(text, begin, match):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    words = stretch.strip()
    if words:
        start += len(stretch) - len(stretch.lstrip())
        spans.append(Span(start, start + len(words)))


def _belongs_to_word(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop is part of an abbreviation ("Dr.") or an initial ("Dave G.")."""
    if match["mark"] != "." or match.end() - match.start() > 1:
        return False
    # Abbreviations are short, so a few characters back are enough; it keeps time linear.
    before = _LAST_WORD.search(text[max(begin, match.start() - 12) : match.start()])
    if before is None:
        return False
    word = before.group().lstrip("'’")
    initial = _INITIALS.fullmatch(word) is not None and word != "I"
    return initial or word.lower() in _ABBREVIATIONS
