"""How a quote is cited: words, speaker, place, permalink, and the collection's notice."""

from __future__ import annotations

from dataclasses import dataclass

from partnerqa.serve.schema import HitJson, PartJson, QuoteJson, WholeQuoteJson

GAP = "[…]"  # where the page interrupts a quote; ours, never the speaker's
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


def in_order(quote: WholeQuoteJson | HitJson) -> list[QuoteJson | PartJson]:
    """All parts of a quote in the page's order; most have one."""
    return sorted([quote, *quote.parts], key=lambda part: part.start)


def permalink(quote: QuoteJson, source: Source) -> str:
    """The address that stays the same when the index is built again."""
    return f"{source.base}/quotes/{quote.id}"


def citation(quote: WholeQuoteJson | HitJson, source: Source) -> str:
    """The quote as plain text, fit to be pasted into a report.

    A quote that its page interrupts is given whole: half of it may say the opposite.
    A notice (such as: these people are invented) goes wherever the words go.
    """
    role = f" ({quote.role})" if quote.role else ""
    shortened = " [shortened on its page]" if quote.shortened else ""
    words = f" {GAP} ".join(part.text for part in in_order(quote))
    lines = [
        f"“{words}”{shortened}",
        f"— {speaker_shown(quote)}{role}, in: {place(quote)}. {source.collection}.",
    ]
    if quote.document.url:
        lines.append(quote.document.url)
    lines.append(permalink(quote, source))
    if source.notice:
        lines.append(source.notice)
    return "\n".join(lines)
