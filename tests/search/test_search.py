import pytest

from partnerqa.errors import FilterError, QuestionError
from partnerqa.index.opened import Index
from partnerqa.records import Filters, Hit
from partnerqa.search.fusion import Ranking
from partnerqa.search.search import search


def words(hit: Hit) -> str:
    return hit.text[:20]


def marked(hit: Hit) -> list[str]:
    return [span.of(hit.text) for span in hit.highlights]


def speakers(hits: list[Hit]) -> set[str | None]:
    return {hit.quote.attribution.speaker for hit in hits if hit.quote}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Was the money for travel repaid late?", "They paid my train f"),
        ("Does a payment affect benefits?", "If I take the fee I "),
        ("What present did anybody get?", "They gave me a mug. "),
        ("How do you teach students to write clearly?", "I tell my students: "),
        ("Who called you before you went?", "A woman called befor"),
        ("la fatigue et les pauses", "Je demande toujours "),
    ],
)
def test_the_quote_that_answers_comes_first(index: Index, question: str, first: str) -> None:
    assert words(search(index, question)[0]) == first


def test_hits_are_whole_quotes_cut_out_of_their_page(index: Index) -> None:
    for hit in search(index, "talking parrot", limit=20):
        assert hit.quote is not None
        assert hit.text == hit.quote.text == hit.document.text[hit.start : hit.end]


def test_the_parts_of_a_long_quote_are_one_hit(index: Index) -> None:
    hits = search(index, "reading the leaflet aloud every week, and the parrot", limit=20)
    assert [hit.quote.id for hit in hits if hit.quote].count("quote20") == 1
    assert hits[0].text.endswith("Then the parrot learned to say randomised.")


def test_what_answers_is_marked_in_the_right_part_of_a_long_quote(index: Index) -> None:
    assert "Then the parrot learned to say randomised." in marked(search(index, "a parrot")[0])


def test_the_same_words_on_two_pages_are_one_hit_with_both_sources(index: Index) -> None:
    hits = search(index, "train fare paid after three months", limit=20)
    found = [hit for hit in hits if hit.text.startswith("They paid my train")]
    assert len(found) == 1
    assert found[0].quote is not None
    sources = {found[0].quote.document_id, *(quote.document_id for quote in found[0].also_in)}
    assert sources == {"page1", "page2"}


def test_the_limit_counts_hits_after_merging(index: Index) -> None:
    assert len(search(index, "money", limit=3)) == 3
    assert len(search(index, "money", limit=50)) == 11


def test_scores_fall_and_lie_between_0_and_1(index: Index) -> None:
    ranked = search(index, "Was the money for travel repaid late?", limit=20)
    scores = [hit.score for hit in ranked]
    assert scores == sorted(scores, reverse=True)
    assert 1 > scores[0] > 0.5 > scores[-1] > 0


def test_the_shares_of_words_and_of_meaning_add_to_1(index: Index) -> None:
    for hit in search(index, "train fare", limit=20):
        assert hit.match.words + hit.match.meaning == pytest.approx(1)
        assert hit.match.words >= 0


def test_a_hit_without_the_words_was_found_by_meaning_alone(index: Index) -> None:
    (hit,) = search(index, "Does anybody own lots of cups?", limit=1)
    assert words(hit) == "They gave me a mug. "
    assert hit.match.words == 0


def test_another_word_for_the_same_thing_counts_as_words(index: Index) -> None:
    (hit,) = search(index, "reimbursement of rail tickets", limit=1)
    assert words(hit) == "They paid my train f"
    assert hit.match.words > 0


def test_a_french_word_counts_for_its_english_kin(index: Index) -> None:
    (hit,) = search(index, "un cadeau ?", filters=Filters(languages=("en",)), limit=1)
    assert words(hit) == "They gave me a mug. "
    assert hit.match.words > 0


def test_words_count_for_nothing_where_ranking_says_so(index: Index) -> None:
    hits = search(index, "train fare", limit=20, ranking=Ranking(words=0))
    assert {hit.match.words for hit in hits} == {0}


def test_the_sentence_that_answers_is_marked_and_shared_words_outside_it(index: Index) -> None:
    assert marked(search(index, "how many mugs")[0]) == ["mug", "I have eleven mugs."]


def test_the_sentence_that_answers_is_marked_where_no_word_is_shared(index: Index) -> None:
    (hit,) = search(index, "Does anybody own lots of cups?", limit=1)
    assert marked(hit) == ["I have eleven mugs."]


def test_highlights_are_in_order_and_apart(index: Index) -> None:
    for question in ("train fare after months", "leaflet words week", "students neighbour rewrite"):
        for hit in search(index, question, limit=20):
            edges = [edge for span in hit.highlights for edge in (span.start, span.end)]
            assert edges == sorted(set(edges))


def test_a_phrase_must_stand_in_every_hit(index: Index) -> None:
    hits = search(index, 'money and "three months"', limit=20)
    assert [words(hit) for hit in hits] == ["They paid my train f"]


def test_a_phrase_must_stand_in_somebodys_own_words_not_around_them(index: Index) -> None:
    assert search(index, '"travel costs"') == []  # a heading
    assert search(index, '"money came late"') == []  # a lead-in, which is narrative
    (told,) = search(index, '"money came late"', kinds=("narrative",))
    assert told.text.startswith("Money came late")


def test_a_phrase_that_nobody_says_finds_nothing(index: Index) -> None:
    assert search(index, '"three purple months"') == []


def test_only_quotes_are_found_unless_narrative_is_asked_for(index: Index) -> None:
    asked = "A leaflet took long"
    assert {hit.kind for hit in search(index, asked, limit=50)} == {"quote"}
    narrative = search(index, asked, kinds=("narrative",), limit=50)
    assert {hit.kind for hit in narrative} == {"narrative"}
    assert narrative[0].text == "A leaflet took long."
    assert narrative[0].quote is None
    both = search(index, asked, kinds=("quote", "narrative"), limit=50)
    assert {hit.kind for hit in both} == {"quote", "narrative"}


def test_filters_narrow_what_is_found(index: Index) -> None:
    assert speakers(search(index, "money", filters=Filters(speakers=("tomas",)))) == {"Tomas"}
    assert speakers(search(index, "money", filters=Filters(roles=("researcher",)))) == {"Ines"}
    french = search(index, "money", filters=Filters(languages=("fr",)), limit=20)
    assert {hit.document.language for hit in french} == {"fr"}


def test_filters_that_leave_nothing_find_nothing(index: Index) -> None:
    assert search(index, "money", filters=Filters(("Odile",), ("researcher",))) == []


def test_an_unknown_speaker_is_an_error_that_names_one_spelled_alike(index: Index) -> None:
    with pytest.raises(FilterError, match="no speaker 'Nkechy'; did you mean 'Nkechi'"):
        search(index, "money", filters=Filters(speakers=("Nkechy",)))


def test_an_empty_question_is_refused(index: Index) -> None:
    with pytest.raises(QuestionError):
        search(index, "  ")


def test_a_question_of_small_words_alone_is_still_searched(index: Index) -> None:
    assert len(search(index, "who are you?", limit=3)) == 3
