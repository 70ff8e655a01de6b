"""The text form for people: wrapped words, who said them, and where they stand.

Nothing that a page or a person wrote may steer the terminal, so control characters are shown
as a replacement sign.
"""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from partnerqa.records import Document, Hit, Quote

UNNAMED = "speaker not named"
WIDEST = 88
NARROWEST = 40


def printable(text: str) -> str:
    """`text` without control and direction characters, line breaks kept."""
    return "".join("\ufffd" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    if character in "\n\t":
        return False
    # Cc: escape sequences; U+202A–202E and U+2066–2069: text that shows in another order.
    return (
        unicodedata.category(character) == "Cc"
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
    )


def one_line(text: str) -> str:
    """`text` on one line, fit for an error message."""
    return " ".join(printable(text).split())


def width() -> int:
    """Columns to fill: the terminal's, but no line longer than is easy to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """The paragraphs of `text`, wrapped; `first` stands before the first line."""
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        start = indent if lines or first is None else first
        lines += textwrap.wrap(
            paragraph,
            width(),
            initial_indent=start,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def who(quote: Quote) -> str:
    """The speaker and role, as far as they are known."""
    known = quote.attribution
    return " · ".join(filter(None, (known.speaker or UNNAMED, known.role)))


def where(document: Document, section: Sequence[str]) -> str:
    """The page and the headings down to the section."""
    return " › ".join((document.title, *section))


def permalink(quote: Quote, public_url: str) -> str:
    """The address of the quote, or its path when no public address is set."""
    return f"{public_url.rstrip('/')}/quotes/{quote.id}"


def quote_text(
    quote: Quote, document: Document, *, number: int, public_url: str, extra: Iterable[str] = ()
) -> str:
    """One numbered quote with its speaker, place and permalink; `extra` lines follow."""
    head = f"{number}. "
    indent = " " * len(head)
    below = (who(quote), where(document, quote.section), *extra, permalink(quote, public_url))
    return "\n".join(
        (
            wrapped(f"“{quote.text}”", indent, head),
            *(wrapped(one_line(line), indent + "  ", indent) for line in below),
        )
    )


def hit_text(hit: Hit, *, number: int, public_url: str) -> str:
    """One numbered hit: a quote as above, narrative as the researchers' words."""
    if hit.quote is not None:
        return quote_text(
            hit.quote, hit.document, number=number, public_url=public_url, extra=_also(hit)
        )
    head = f"{number}. "
    indent = " " * len(head)
    place = f"Researchers' text · {where(hit.document, hit.section)}"
    return "\n".join(
        (wrapped(hit.text, indent, head), wrapped(one_line(place), indent + "  ", indent))
    )


def _also(hit: Hit) -> tuple[str, ...]:
    """A line for each other part of the words, and one for the other places where they stand."""
    lines = [f"The page interrupts these words; it also has: “{part.text}”" for part in hit.parts]
    if hit.also_in:
        places = ", ".join(f"quotes/{quote.id}" for quote in hit.also_in)
        lines.append(f"The same words also stand in: {places}")
    return tuple(lines)


def print_notice(notice: str) -> None:
    """Print what every reader of the collection must be told, if there is anything."""
    if notice:
        print(wrapped(notice), end="\n\n")
