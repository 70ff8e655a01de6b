from __future__ import annotations

from partnerqa.conversation.suggestion import follow_ups, openers
from partnerqa.index.opened import Index
from partnerqa.search.search import search


def test_openers_are_headings_of_different_pages_under_which_somebody_speaks(index: Index) -> None:
    assert set(openers(index, 2)) == {
        "What do people say about “Travel costs”?",
        "What do people say about “Feeling nervous”?",
    }


def test_a_follow_up_is_not_asked_twice(index: Index) -> None:
    hits = search(index, "train fares", limit=1)
    first = follow_ups(index, hits)
    again = follow_ups(index, hits, asked=first[:1])
    assert first[0] not in again
    assert len(set(first)) == len(first)


def test_follow_ups_are_framed_in_the_language_of_the_conversation(index: Index) -> None:
    hits = search(index, "train fares", limit=1)
    assert follow_ups(index, hits, language="fr")[0] == "Qu’est-ce qu’on dit de « Travel costs » ?"


def test_a_heading_whose_quotes_were_all_read_comes_after_the_others(index: Index) -> None:
    travel = [quote for quote in index.store.quotes() if quote.section == ("Travel costs",)]
    offered = follow_ups(index, search(index, "gift cards", limit=1), seen={q.id for q in travel})
    assert offered[0] != "What do people say about “Travel costs”?"
