import numpy as np
import pytest

from partnerqa.search.fusion import CLOSER, Ranking, by_codes, how_coded, match


def test_the_more_codes_the_more_is_known_and_nothing_where_there_are_none() -> None:
    known = how_coded(np.array([0.0, 1.0, 2.0, 8.0, 1e6]))
    assert known == pytest.approx([0, 1 / 3, 0.5, 0.8, 1], abs=1e-5)
    assert how_coded(8) == pytest.approx(0.8)


def test_a_passage_without_codes_gains_and_loses_nothing_by_them() -> None:
    added = by_codes(np.array([np.nan, 0.5]), np.array([0.0, 0.35]))
    assert added == pytest.approx([0, 0.35 * CLOSER * 0.5])


def test_the_shares_of_words_and_meaning_in_a_score_add_to_1() -> None:
    found = match(0.3, 1.0, Ranking())
    assert found.words == pytest.approx(0.25)
    assert found.words + found.meaning == 1


def test_a_meaning_below_nothing_leaves_all_to_the_words() -> None:
    assert match(-0.2, 0.5, Ranking()).words == 1
