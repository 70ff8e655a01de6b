"""What stands around passages: here the codes that researchers gave to two of twelve quotes."""

import pytest

from partnerqa.errors import FilterError
from partnerqa.index.opened import Index
from partnerqa.records import Filters, Hit
from partnerqa.search.fusion import Ranking
from partnerqa.search.search import search

QUESTION = "Did anybody bring somebody they care for?"


def ids(hits: list[Hit]) -> list[str]:
    return [hit.quote.id for hit in hits if hit.quote]


def test_a_quote_is_found_by_what_researchers_say_it_is_about(index: Index, coded: Index) -> None:
    assert ids(search(index, QUESTION))[0] != "quote32"
    assert ids(search(coded, QUESTION))[0] == "quote32"


def test_a_coded_quote_is_shown_whole_and_without_its_codes(coded: Index) -> None:
    hit = search(coded, QUESTION)[0]
    assert hit.quote is not None
    assert hit.text == "Je venais avec ma mère et un thermos de soupe."
    assert hit.quote.codes == ("bringing a parent along", "caring for somebody while taking part")


def test_words_of_codes_count_and_are_not_marked(coded: Index) -> None:
    hit = search(coded, "recognition")[0]
    assert ids([hit]) == ["quote12"]
    assert hit.match.words > 0
    assert all("recognition" not in span.of(hit.text) for span in hit.highlights)


def test_a_phrase_in_quotation_marks_is_not_looked_for_in_codes(coded: Index) -> None:
    assert search(coded, '"bringing a parent along"') == []


def test_codes_can_be_left_out_of_the_ranking(coded: Index) -> None:
    assert ids(search(coded, QUESTION, ranking=Ranking(codes=0.0, words=0.0)))[0] != "quote32"


def test_a_quote_without_codes_scores_as_in_a_collection_without_any(
    index: Index, coded: Index
) -> None:
    question = "Who called you before you went?"
    one, other = search(index, question)[0], search(coded, question)[0]
    assert ids([one]) == ids([other]) == ["quote01"]
    assert one.match.meaning == pytest.approx(other.match.meaning, abs=0.02)
    assert one.score == pytest.approx(other.score, abs=0.02)


@pytest.mark.parametrize(
    "topic", ["Bringing a parent along", " caring for  somebody while TAKING part"]
)
def test_a_code_narrows_like_a_page(coded: Index, topic: str) -> None:
    assert ids(search(coded, "tomatoes", filters=Filters(topics=(topic,)))) == ["quote32"]


def test_a_code_that_nobody_gave_is_told_with_one_spelled_alike(coded: Index) -> None:
    with pytest.raises(FilterError, match="did you mean 'bringing a parent along'"):
        search(coded, "soup", filters=Filters(topics=("bringing a parrot along",)))
