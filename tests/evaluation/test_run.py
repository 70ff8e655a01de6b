from __future__ import annotations

from partnerqa.evaluation.calibration import Bin, bins, expected_error
from partnerqa.evaluation.figure import figures
from partnerqa.evaluation.question import Judged, Question
from partnerqa.evaluation.run import Outcome, run
from partnerqa.index.opened import Index
from partnerqa.records import Filters, Status


def ask(text: str, *relevant: str, filters: Filters | None = None) -> Judged:
    question = Question(text, text, relevant, relevant, filters or Filters())
    return Judged(question, frozenset(relevant), frozenset(relevant))


def outcome(*ranked: str, relevant: tuple[str, ...], status: Status, chance: float) -> Outcome:
    return Outcome(ask("?", *relevant), ranked, status, chance, Filters())


RIGHT = outcome("a", "b", relevant=("a",), status="answered", chance=0.9)
SECOND = outcome("b", "a", relevant=("a",), status="related", chance=0.4)
REFUSED = outcome(relevant=("a",), status="not_covered", chance=0.0)
HONEST = outcome(relevant=(), status="not_covered", chance=0.1)
FALSE = outcome("b", relevant=(), status="answered", chance=0.7)


def value(name: str, *outcomes: Outcome) -> float:
    return next(figure.value for figure in figures(outcomes) if figure.name == name)


def test_every_question_is_asked_and_told_of(index: Index) -> None:
    quote = next(q for q in index.store.quotes() if q.attribution.speaker == "Nkechi")
    asked: list[tuple[str, int, int]] = []
    (found,) = run(
        index,
        [ask("how long until train fares were paid", quote.id)],
        lambda stage, done, total: asked.append((stage, done, total)),
    )
    assert found.ranked[0] == quote.id
    assert asked == [("asking", 1, 1)]


def test_a_question_without_a_word_is_answered_by_nobody(index: Index) -> None:
    (found,) = run(index, [ask("???")])
    assert (found.status, found.ranked, found.chance) == ("not_covered", (), 0.0)


def test_success_counts_where_the_right_quote_stands() -> None:
    assert value("best@1", RIGHT, SECOND) == 0.5
    assert value("best@3", RIGHT, SECOND) == 1.0
    assert value("MRR", RIGHT, SECOND) == 0.75


def test_a_false_answer_and_a_wrong_refusal_are_counted_apart() -> None:
    everything = (RIGHT, SECOND, REFUSED, HONEST, FALSE)
    assert value("false answers", *everything) == 0.5
    assert value("wrongly refused", *everything) == 1 / 3


def test_bins_set_the_chance_beside_what_was_right() -> None:
    assert bins([RIGHT, SECOND, HONEST]) == [Bin(0.1, 0, 1), Bin(0.4, 0, 1), Bin(0.9, 1, 1)]


def test_the_expected_error_weighs_bins_by_their_questions() -> None:
    assert expected_error([Bin(0.5, 1.0, 3), Bin(0.2, 0.2, 1)]) == 0.375
