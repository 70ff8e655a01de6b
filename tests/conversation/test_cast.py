from __future__ import annotations

from partnerqa.conversation.cast import Cast
from partnerqa.records import Filters, Speaker

LIND, DAVE_G, DAVE_X = (
    Speaker(name, name, None, "research") for name in ("Professor Lind", "Dave G", "Dave X")
)
CAST = Cast(
    names={"professor lind": (LIND,), "dave g": (DAVE_G,), "dave x": (DAVE_X,)},
    people={person.id: person for person in (LIND, DAVE_G, DAVE_X)},
    short={"lind": (LIND,), "dave": (DAVE_G, DAVE_X)},
)


def test_a_list_of_names_and_roles_is_a_filter() -> None:
    assert CAST.narrowing("Professor Lind, Dave G and the nurses") == Filters(
        speakers=("Professor Lind", "Dave G"), roles=("clinician",)
    )


def test_a_name_without_its_title_is_known() -> None:
    assert CAST.narrowing("lind") == Filters(speakers=("Professor Lind",))


def test_a_name_without_its_initial_is_all_who_bear_it() -> None:
    assert CAST.narrowing("dave") == Filters(speakers=("Dave G", "Dave X"))


def test_what_says_more_than_names_is_no_filter() -> None:
    assert CAST.narrowing("lind on parking") is None
    assert CAST.narrowing("") is None
