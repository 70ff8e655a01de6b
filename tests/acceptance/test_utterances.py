"""A quote that its page interrupts is told once, with all its parts, on the sample collection."""

from __future__ import annotations

from pathlib import Path

from partnerqa.conversation.answer import answer
from partnerqa.conversation.turn import Turn
from partnerqa.index.opened import Index
from partnerqa.search.search import search

QUESTION = "they taught me to talk like them, and it is a lovely feeling to be let in"


def test_the_parts_of_an_interrupted_quote_are_one_hit(sample_index: Path) -> None:
    with Index.open(sample_index) as index:
        hits = search(index, QUESTION, limit=30)
    first = hits[0]
    assert first.quote is not None
    assert first.quote.attribution.speaker == "Ingrid"
    assert [part.utterance for part in first.parts] == [first.quote.utterance]
    told = [hit.quote.utterance for hit in hits if hit.quote and hit.quote.utterance]
    assert len(told) == len(set(told))
    assert len(hits) == 30


def test_a_part_that_was_not_shown_by_itself_counts_as_seen(sample_index: Path) -> None:
    with Index.open(sample_index) as index:
        first = answer(index, QUESTION).hits[0]
        assert first.quote is not None
        (other,) = first.parts
        history = [Turn("user", QUESTION), Turn("assistant", "", (first.quote.id,))]
        again = answer(index, "more", history=history)
    shown = {hit.quote.id for hit in again.hits if hit.quote}
    assert not shown & {first.quote.id, other.id}
