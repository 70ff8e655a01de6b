"""How a quote is cited: words, speaker, place, permalink, and the collection's notice."""

from __future__ import annotations

from dataclasses import dataclass

from partnerqa.serve.schema import QuoteJson

UNNAMED = "Speaker not named"


@dataclass(frozen=True, slots=True)
class Source:
    """The collection's name and notice, and the address under which the service is reached."""

    collection: str
    notice: str
    base: str


def speaker_shown(quote: QuoteJson) -> str:
    """The speaker's name, or that it is not told; never a guess."""
    return quote.speaker or UNNAMED


def place(quote: QuoteJson) -> str:
    """The page and the headings, as `Page › Section › Subsection`."""
    headings = [heading for heading in quote.section if heading != quote.document.title]
    return " › ".join((quote.document.title, *headings))


def citation(quote: QuoteJson, source: Source) -> str:
    """The quote as plain text, fit to be pasted into a report.

    A notice (such as: these people are invented) goes wherever the words go.
    """
    role = f" ({quote.role})" if quote.role else ""
    shortened = " [shortened on its page]" if quote.shortened else ""
    lines = [
        f"“{quote.text}”{shortened}",
        f"— {speaker_shown(quote)}{role}, in: {place(quote)}. {source.collection}.",
    ]
    if quote.document.url:
        lines.append(quote.document.url)
    lines.append(f"{source.base}/quotes/{quote.id}")
    if source.notice:
        lines.append(source.notice)
    return "\n".join(lines)
