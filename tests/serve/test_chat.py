import pytest
from fastapi.exceptions import RequestValidationError

from partnerqa.index.opened import Index
from partnerqa.serve.ask import TurnJson
from partnerqa.serve.chat import asked, dumped, exchanges, read_form

TURNS = [
    TurnJson(role="user", content="Who paid?"),
    TurnJson(role="assistant", content="One person.", quotes=["q1"]),
]


def test_an_empty_form_asks_nothing() -> None:
    assert asked(read_form({"question": [""]})) is None


def test_the_form_becomes_a_question_with_its_turns_and_filters() -> None:
    form = read_form({"question": ["And you?"], "history": [dumped(TURNS)], "role": ["patient"]})
    question = asked(form)
    assert question is not None
    assert question.question == "And you?"
    assert question.history == TURNS
    assert question.filters.roles == ["patient"]


def test_a_button_wins_over_the_field() -> None:
    question = asked(read_form({"question": ["half typ"], "suggestion": ["Who paid?"]}))
    assert question is not None
    assert question.question == "Who paid?"


@pytest.mark.parametrize(
    "fields",
    [
        {"history": ["[{"]},
        {"history": ['[{"role": "system", "content": "x"}]']},
        {"colour": ["red"]},
    ],
)
def test_a_damaged_form_is_refused_by_the_name_of_its_field(fields: dict[str, list[str]]) -> None:
    with pytest.raises(RequestValidationError) as refused:
        read_form(fields)
    assert refused.value.errors()[0]["loc"][:2] == ("form", next(iter(fields)))


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(RequestValidationError):
        asked(read_form({"question": ["Who paid?"], "role": ["nurse"]}))


def test_turns_are_shown_with_their_quotes_fetched_anew(opened: Index) -> None:
    quote = opened.store.quotes()[0]
    turns = [
        TurnJson(role="user", content="Who paid?"),
        TurnJson(role="assistant", content="Never shown.", quotes=[quote.id, "zzzzzzzzzzzz"]),
        TurnJson(role="user", content="And then?"),
    ]
    shown = exchanges(opened, turns)
    assert [one.question for one in shown] == ["Who paid?", "And then?"]
    assert [told.text for told in shown[0].quotes] == [quote.text]
    assert shown[1].quotes == ()
