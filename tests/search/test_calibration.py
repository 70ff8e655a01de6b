import pytest

from partnerqa.records import Attribution, Document, Hit, Match, Quote
from partnerqa.search.calibration import (
    ANSWERED,
    ANSWERED_CODED,
    RELATED,
    Signals,
    answers,
    chance,
    classify,
    falling,
)


def hit(score: float, *codes: str) -> Hit:
    page = Document("page", "page.txt", "Page", "")
    said = Attribution(None, None, "cue", (), 1.0)
    quote = Quote("q", page.id, 0, 0, "", (), said, codes=codes)
    return Hit("quote", page, (), 0, 0, "", score, Match(0.5, 0.5), quote=quote)


def test_the_chance_is_the_logistic_of_the_weighted_signals() -> None:
    assert chance(Signals(0.0, 0.0, 0.0)) == pytest.approx(0.05215, abs=1e-5)
    assert chance(Signals(0.5, 0.5, 0.5)) == pytest.approx(0.83202, abs=1e-5)
    assert chance(Signals(1.0, 1.0, -1.0)) == pytest.approx(0.98370, abs=1e-5)


def test_what_signals_are_worth_lies_between_that_without_codes_and_with_very_many() -> None:
    assert chance(Signals(0.2, 0.5, 0.5, coded=1.0)) == pytest.approx(0.49750, abs=1e-5)
    assert chance(Signals(0.2, 0.5, 0.5, coded=0.8)) == pytest.approx(0.48201, abs=1e-5)
    assert chance(Signals(0.2, 0.5, 0.5, coded=0.5)) == pytest.approx(0.45884, abs=1e-5)


def test_a_nearer_hit_is_likelier_to_answer() -> None:
    assert chance(Signals(0.5, 0.4, 0.0)) > chance(Signals(0.4, 0.4, 0.0))


def test_a_hit_with_more_of_the_words_is_likelier_to_answer() -> None:
    assert chance(Signals(0.4, 0.9, 0.0)) > chance(Signals(0.4, 0.1, 0.0))


def test_an_answer_is_likelier_to_a_question_that_belongs_here() -> None:
    assert chance(Signals(0.4, 0.4, 0.8)) > chance(Signals(0.4, 0.4, -0.8))


def test_no_hit_is_shown_as_likelier_than_one_ranked_before_it() -> None:
    assert falling([0.6, 0.7, 0.2, 0.3]) == [0.6, 0.6, 0.2, 0.2]
    assert falling([]) == []


@pytest.mark.parametrize(
    ("best", "state"),
    [
        (0.0, "not_covered"),
        (RELATED - 0.001, "not_covered"),
        (RELATED, "related"),
        (ANSWERED - 0.001, "related"),
        (ANSWERED, "answered"),
        (1.0, "answered"),
    ],
)
def test_three_states_by_the_chance_of_the_best_hit(best: float, state: str) -> None:
    assert classify([hit(0.0), hit(best)]) == state


def test_nothing_found_is_not_covered() -> None:
    assert classify([]) == "not_covered"


def test_the_more_a_hit_was_coded_the_more_is_asked_of_it() -> None:
    two, many = ("pay", "late"), tuple(map(str, range(1000)))
    middle = (ANSWERED + ANSWERED_CODED) / 2
    assert answers(hit(middle, *two))
    assert not answers(hit(middle - 0.001, *two))
    assert answers(hit(ANSWERED_CODED, *many))
    assert not answers(hit(middle, *many))
    assert classify([hit(ANSWERED, *two)]) == "related"
    assert classify([hit(ANSWERED, *two), hit(ANSWERED)]) == "answered"
