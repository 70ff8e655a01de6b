"""Which of the researchers' words stand beside the quotes: whole sentences, not on a card already.

A page is cut into quotes and what is left between them. Much of that only hands over to a quote
("She said,"; "Ravi put it in fewer words:") and says nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from partnerqa.conversation.pattern import plain
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Hit, Span

FEWEST = 8  # words; shorter sentences of a page point somewhere rather than tell something
POINTER = re.compile(r"(?:see also|read more|click|please feel free|voir aussi|lire la suite)\b")
ENDED = re.compile(r"[.!?…][”’\"'»)\]]*$")


def beside(found: Iterable[Hit], shown: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """At most `limit` of the stretches `found`, cut to whole sentences.

    Left out is what stands over one of the quotes `shown` as its lead-in, and what is too short
    to tell anything by itself.
    """
    whole = (_whole(hit) for hit in found)
    kept = (hit for hit in whole if _tells(hit.text) and not _repeats(hit, shown))
    return tuple(kept)[:limit]


def _whole(hit: Hit) -> Hit:
    """`hit` without a last sentence that only begins, such as "As Winnie put it,"."""
    ended = [span.end for span in sentences(hit.text) if ENDED.search(span.of(hit.text))]
    end = ended[-1] if ended else 0
    marks = tuple(
        Span(mark.start, min(mark.end, end)) for mark in hit.highlights if mark.start < end
    )
    return replace(hit, end=hit.start + end, text=hit.text[:end], highlights=marks)


def _tells(text: str) -> bool:
    """Whether `text` is a sentence of its own: not the rest of one, and not too short."""
    starts_well = text[:1].isupper() or text[:1].isdigit()
    is_long_enough = len(re.findall(r"\w+", plain(text))) >= FEWEST
    return starts_well and is_long_enough and not POINTER.match(plain(text))


def _repeats(hit: Hit, shown: Sequence[Hit]) -> bool:
    leads = (
        other.quote.lead_in
        for other in shown
        if other.quote and other.quote.lead_in and other.document.id == hit.document.id
    )
    return any(lead.start < hit.end and hit.start < lead.end for lead in leads)
