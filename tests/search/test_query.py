import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerqa.errors import QuestionError
from partnerqa.search.query import MAX_QUESTION, Query, parse_query


def test_a_plain_question_is_kept_as_it_was_typed() -> None:
    assert parse_query("Who helped you?") == Query("Who helped you?", "Who helped you?")


def test_white_space_and_control_characters_become_single_spaces() -> None:
    assert parse_query("  who\x00 helped\t\r\nyou? ").text == "who helped you?"


@pytest.mark.parametrize("text", ['my "next step" now', "my “next step” now", "my «next step» now"])
def test_words_in_quotation_marks_are_a_phrase_and_still_searched(text: str) -> None:
    query = parse_query(text)
    assert query.phrases == ("next step",)
    assert query.words == "my next step now"


def test_a_phrase_that_stands_twice_is_required_once() -> None:
    assert parse_query('"at home" or "at home"').phrases == ("at home",)


def test_an_unclosed_mark_is_not_a_phrase() -> None:
    assert parse_query('who said "hello').phrases == ()


def test_a_mark_around_nothing_is_not_a_phrase() -> None:
    assert parse_query('who said "?!" and ""').phrases == ()


def test_an_apostrophe_is_not_a_quotation_mark() -> None:
    query = parse_query("didn't they say it's fine")
    assert (query.phrases, query.words) == ((), "didn't they say it's fine")


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01\n"])
def test_a_question_without_characters_is_refused_as_empty(text: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        parse_query(text)


def test_a_question_of_punctuation_alone_is_refused_naming_it() -> None:
    with pytest.raises(QuestionError, match=r"'\?!\?' holds no word"):
        parse_query("?!?")


def test_a_question_that_is_too_long_is_refused_with_both_lengths() -> None:
    with pytest.raises(QuestionError, match="10,000 characters; at most 2,000"):
        parse_query("a" * 10_000)


def test_the_longest_question_allowed_is_searched() -> None:
    assert len(parse_query("a" * MAX_QUESTION).words) == MAX_QUESTION


@given(st.text(max_size=MAX_QUESTION))
def test_any_text_gives_a_query_with_a_word_or_a_question_error(text: str) -> None:
    try:
        query = parse_query(text)
    except QuestionError:
        return
    assert any(character.isalnum() or character == "_" for character in query.words)
    assert all(phrase in query.text for phrase in query.phrases)
