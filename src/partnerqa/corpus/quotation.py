"""Pairs of quotation marks: “…”, "…", ‘…’ and « … », told from apostrophes and wrong marks.

Only outermost pairs are told; a quotation within one belongs to it. Every decision looks at a
mark and its neighbours, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnerqa.records import Span

_MARKS = re.compile(r"[“”„\"«»‘’']")
_DOUBLE = {"“": "”", "”": "”", "„": "”", '"': '"'}
_ELIDED = re.compile(r"(?:cause|em|til|tis|twas|bout|n|round|\d0s)\b", re.IGNORECASE)
_OPENS_AFTER = frozenset(' \t\r\n\u00a0\u202f([{—–-/“"‘«:') | {""}
_CLOSES_BEFORE = frozenset(' \t\r\n\u00a0\u202f)]}—–-/”"’»:;,.!?…') | {""}
_STOPS = frozenset(".,?!…;")
_REACH = 64  # marks: how far an opening mark looks for its partner; it keeps time linear


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` has the marks, `inner` the words between them; `mark` is the opening one."""

    outer: Span
    inner: Span
    mark: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What one look at a stretch found: pairs, in order, and marks without a partner.

    `unclosed` are the positions of opening marks that nothing closes, `unopened` those of closing
    marks that nothing opens.
    """

    quotations: tuple[Quotation, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


_NOTHING = Scan((), (), ())


def quotations(text: str, start: int, end: int) -> Scan:
    """The outermost quotations of `text[start:end]`, in order."""
    marks = [match.start() for match in _MARKS.finditer(text, start, end)]
    if not marks:
        return _NOTHING
    found: list[Quotation] = []
    unclosed: list[int] = []
    unopened: list[int] = []
    index = 0
    while index < len(marks):
        position = marks[index]
        if not _opens(text, position, start, end):
            if text[position] in "”»":
                unopened.append(position)
            index += 1
            continue
        closing = _closing(text, marks, index, start, end)
        if closing is None:
            if text[position] not in "'‘’":
                unclosed.append(position)
            index += 1
            continue
        found.append(_quotation(text, position, marks[closing]))
        index = closing + 1
    return Scan(tuple(found), tuple(unclosed), tuple(unopened))


# « C’est long, précise Hélène, mais on y arrive »: French pages set the cue within the marks.
_INCISE = re.compile(
    # what a clause looks like: ", s’est-elle souvenue", ", précise la Dre Tremblay"
    r",\s(?=(?:se\s|s’|nous\s)?(?:(?:a|ont|s’est)-?t?-?\w*\s)?[a-zà-ÿ’]+(?:-t)?"
    r"(?:-(?:il|elle|ils|elles)|\s(?:la\s|le\s)?[A-ZÀ-Þ][\w’-]+)"
    r"(?:\s[A-ZÀ-Þ][\w’-]+)?(?P<end>,|\.))"
    # the clause itself, perhaps with an apposition: ", confie Luc, un aidant"
    r"(?P<clause>[^,.«»]{3,60}"
    r"(?:,\s(?:une?|la|le|l’|chercheu|patient|aidant|infirmi|médecin|proche)[^,.«»]{2,60}(?=,))?)"
)


def incises(text: str, quotation: Quotation) -> Iterator[re.Match[str]]:
    """What may be reporting clauses set within guillemets."""
    if quotation.mark == "«":
        yield from _INCISE.finditer(text, quotation.inner.start, quotation.inner.end)


def continued(text: str, paragraph: Span, following: Span) -> Quotation | None:
    """A quotation over two paragraphs: opened in each, closed in the second alone.

    `following` is the paragraph after `paragraph`; only double marks are continued so.
    """
    if text[following.start] not in '“"':
        return None  # so it is nearly always
    unclosed = quotations(text, paragraph.start, paragraph.end).unclosed
    if not unclosed or text[unclosed[-1]] not in '“"':
        return None
    found = quotations(text, following.start, following.end).quotations
    if not found or found[0].outer.start != following.start:
        return None
    if found[0].mark != text[unclosed[-1]]:
        return None
    opening, closing = unclosed[-1], found[0].outer.end
    return Quotation(Span(opening, closing), Span(opening + 1, found[0].inner.end), found[0].mark)


def _quotation(text: str, opening: int, closing: int) -> Quotation:
    inner = Span(opening + 1, closing)
    words = inner.of(text)
    left = inner.start + len(words) - len(words.lstrip())
    right = max(left, inner.end - (len(words) - len(words.rstrip())))
    return Quotation(Span(opening, closing + 1), Span(left, right), text[opening])


def _before(text: str, position: int, start: int) -> str:
    return text[position - 1] if position > start else ""


def _after(text: str, position: int, end: int) -> str:
    return text[position + 1] if position + 1 < end else ""


def _opens(text: str, position: int, start: int, end: int) -> bool:
    """Whether the mark at `position` can open: space before it and a word after it."""
    mark = text[position]
    before, after = _before(text, position, start), _after(text, position, end)
    if mark == "«":
        return True
    if mark in "»":
        return False
    if mark in "“„":
        # A mark typed the wrong way round closes: “I like it,“ she said.
        return before in _OPENS_AFTER or after not in _CLOSES_BEFORE
    if after == "" or after.isspace() or before not in _OPENS_AFTER:
        return False
    if mark in "'‘’":
        return mark != "’" and not _ELIDED.match(text, position + 1)
    return True


def _closing(text: str, marks: list[int], index: int, start: int, end: int) -> int | None:
    """The index in `marks` of the mark that closes the one at `index`."""
    mark = text[marks[index]]
    if mark == "«":
        return _closing_guillemet(text, marks, index)
    if mark in _DOUBLE:
        return _closing_double(text, marks, index, start, end)
    return _closing_single(text, marks, index, start, end)


def _reach(marks: list[int], index: int) -> int:
    return min(len(marks), index + _REACH)


def _closing_guillemet(text: str, marks: list[int], index: int) -> int | None:
    depth = 0
    for number in range(index, _reach(marks, index)):
        depth += {"«": 1, "»": -1}.get(text[marks[number]], 0)
        if depth == 0:
            return number
    return None


def _closing_double(text: str, marks: list[int], index: int, start: int, end: int) -> int | None:
    straight = text[marks[index]] == '"'
    depth = 1
    for number in range(index + 1, _reach(marks, index)):
        position = marks[number]
        mark = text[position]
        if (mark == '"') != straight or mark not in _DOUBLE:
            continue
        if _opens(text, position, start, end) and mark != "”":
            depth += 1
        else:
            depth -= 1
        if depth == 0:
            return number
    return _last_resort(text, marks, index)


def _last_resort(text: str, marks: list[int], index: int) -> int | None:
    """The first closing mark, where an inner quotation was left open and depth never fell to 0."""
    mark = text[marks[index]]
    wanted = _DOUBLE[mark]
    for number in range(index + 1, _reach(marks, index)):
        if text[marks[number]] == wanted:
            return number
    return None


def _closing_single(text: str, marks: list[int], index: int, start: int, end: int) -> int | None:
    """The mark that closes a single quotation, past apostrophes and possessives."""
    straight = text[marks[index]] == "'"
    weak: int | None = None
    inner = 0
    first: int | None = None
    for number in range(index + 1, _reach(marks, index)):
        position = marks[number]
        mark = text[position]
        if mark not in "'‘’" or (mark == "'") != straight:
            continue
        if mark != "’" and _opens(text, position, start, end):
            # A new opening mark: what could have closed the first one did.
            if weak is not None:
                return weak
            inner += 1
            continue
        if _after(text, position, end) not in _CLOSES_BEFORE:
            continue
        if not _is_possessive(text, position, end):
            if inner:
                inner -= 1
                first = number if first is None else first
                continue
            return number
        weak = number if weak is None else weak
    # An inner quotation that took the outer one's mark: the first mark that closed anything.
    return weak if first is None else first


def _is_possessive(text: str, position: int, end: int) -> bool:
    """Whether the mark looks like that of "the researchers’ feedback" or "goin’ on"."""
    before = text[position - 1]
    after = text[position + 1 : min(position + 3, end)]
    if before in _STOPS:
        return False
    return before in "sn" and len(after) == 2 and after[0] == " " and after[1].islower()
