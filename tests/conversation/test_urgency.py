from __future__ import annotations

import pytest

from partnerqa.conversation.answer import answer
from partnerqa.conversation.signpost import read_signposts
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.urgency import RECENT, urgency_of
from partnerqa.index.opened import Index

DISTRESS = "i dont want to live any more"
FARES = "What did people say about train fares and travel costs?"


def told(*messages: str) -> list[Turn]:
    return [turn for one in messages for turn in (Turn("user", one), Turn("assistant", "…"))]


@pytest.mark.parametrize(
    "messages",
    [
        ("is there someone i can talk to",),
        ("i mean it",),
        ("no", "i mean it", "sorry"),
        ("thanks",),
        ("more",),
    ],
)
def test_the_signpost_holds_while_nothing_else_is_asked(
    index: Index, messages: tuple[str, ...]
) -> None:
    *before, last = messages
    given = answer(index, last, history=told(FARES, DISTRESS, *before))
    assert (given.status, given.hits) == ("not_covered", ())
    assert given.message == answer(index, DISTRESS).message


def test_a_question_of_its_own_is_answered_and_distress_is_no_subject_to_lean_on(
    index: Index,
) -> None:
    history = told(DISTRESS, "is there someone i can talk to")
    assert answer(index, FARES, history=history).status == "answered"
    later = answer(index, "how come?", history=[*history, *told(FARES)])
    assert later.understood_as == f"how come? · about: {FARES}"


def test_what_is_not_urgent_is_told_once(index: Index) -> None:
    history = told(FARES, "what is Nkechi's phone number")
    assert answer(index, "ok", history=history).message == answer(index, "ok").message
    assert urgency_of(history, read_signposts()).signpost is None


def test_only_the_last_turns_are_read_back() -> None:
    history = told(DISTRESS, *["ok"] * RECENT)
    assert urgency_of(history, read_signposts()).signpost is None
