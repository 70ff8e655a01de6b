from __future__ import annotations

from partnerqa.index.kept import forget, kept


def test_a_result_is_worked_out_once_until_it_is_forgotten() -> None:
    asked: list[int] = []

    @kept(2)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(3), double(3)] == [6, 6]
    assert asked == [3]
    forget()
    assert double(3) == 6
    assert asked == [3, 3]


def test_only_as_many_results_are_kept_as_were_asked_for() -> None:
    asked: list[int] = []

    @kept(1)
    def same(number: int) -> int:
        asked.append(number)
        return number

    assert [same(1), same(2), same(1)] == [1, 2, 1]
    assert asked == [1, 2, 1]
