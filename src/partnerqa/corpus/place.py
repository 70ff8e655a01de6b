"""A quotation's place in its paragraph: the words around it, in which a cue may stand."""

from __future__ import annotations

from dataclasses import dataclass

from partnerqa.corpus.name import Knowledge
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation and the words around it, up to its neighbours.

    `inner` are the quoted words; `lead` is the part of their sentence that stands before them,
    `tail` the part that stands after them. `closed` tells whether the words end as a sentence
    does, `introduces` whether another quotation follows within the tail's own sentence.
    `knowledge` is what the page shows of its people. All spans are of `text`.
    """

    text: str
    inner: Span
    lead: Span
    tail: Span
    knowledge: Knowledge
    closed: bool
    introduces: bool = False

    @property
    def inner_words(self) -> str:
        """The quoted words."""
        return self.inner.of(self.text)

    @property
    def lead_words(self) -> str:
        """The words before the quotation, with their white space."""
        return self.lead.of(self.text)

    @property
    def tail_words(self) -> str:
        """The words after the quotation, with their white space."""
        return self.tail.of(self.text)
