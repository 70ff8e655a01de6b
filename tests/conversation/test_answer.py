from __future__ import annotations

import pytest

from partnerqa.conversation.answer import answer
from partnerqa.conversation.people import people_heard
from partnerqa.conversation.turn import Turn
from partnerqa.errors import HistoryError, QuestionError
from partnerqa.index.opened import Index
from partnerqa.records import Answer, Filters
from partnerqa.search.calibration import ANSWERED

FARES = "What did people say about train fares and travel costs?"
NERVOUS = "Who was nervous before the first meeting?"


def names(given: Answer) -> list[str | None]:
    return [hit.quote.attribution.speaker for hit in given.hits if hit.quote]


def told(question: str, given: Answer) -> list[Turn]:
    shown = tuple(hit.quote.id for hit in given.hits if hit.quote)
    return [Turn("user", question), Turn("assistant", given.message, shown)]


def test_an_answer_holds_verbatim_quotes_their_narrative_and_our_own_text(index: Index) -> None:
    given = answer(index, FARES)
    first = given.hits[0]
    assert given.status == "answered"
    assert given.understood_as == FARES
    assert "Nkechi" in names(given)[:2]
    assert first.document.text[first.start : first.end] == first.text
    assert {hit.kind for hit in given.narrative} == {"narrative"}
    assert given.message.endswith("These are their own words.")


def test_a_question_in_french_finds_what_was_said_in_english_and_nothing_is_translated(
    index: Index,
) -> None:
    given = answer(index, "Qui remboursait les billets de train trop tard ?")
    assert names(given)[0] == "Nkechi"
    assert given.hits[0].text.startswith("They paid my train fare")
    assert given.message.endswith("reste ici comme cela a été dit.")
    assert given.follow_ups[0].startswith("Qu’est-ce qu’on dit de « ")
    again = answer(index, given.follow_ups[0])
    assert (again.status, again.message.endswith("comme cela a été dit.")) == ("answered", True)


def test_the_message_says_how_many_people_speak_in_which_roles(index: Index) -> None:
    given = answer(index, FARES)
    assert given.message == f"{people_heard(given.hits, 'en')}. These are their own words."


def test_what_nobody_speaks_about_gets_no_quote(index: Index) -> None:
    given = answer(index, "Which volcano erupted in Iceland?")
    assert given.status == "not_covered"
    assert given.hits == ()
    assert given.message == "Nobody in this collection speaks about that."
    assert len(given.follow_ups) == 3


def test_a_legal_note_stands_before_what_comes_near_and_a_medical_one_instead_of_it(
    index: Index,
) -> None:
    legal = answer(index, "Could getting money for tickets affect my benefits?")
    assert legal.status == "related"
    assert legal.hits
    assert legal.message.startswith("This is not a place for legal advice")
    assert "come nearest" in legal.message
    medical = answer(index, "Should I stop my tablets before the train journey?")
    assert (medical.status, medical.hits) == ("not_covered", ())


def test_a_french_question_is_answered_in_french(index: Index) -> None:
    assert "collection" in answer(index, "Quel volcan est en Islande ?").message
    assert answer(index, "Quel volcan est en Islande ?").message.startswith("Personne")


def test_a_raised_thumb_in_a_conversation_is_small_talk_and_other_signs_are_an_error(
    index: Index,
) -> None:
    history = told(FARES, answer(index, FARES))
    given = answer(index, "👍", history=history)
    assert (given.hits, given.status, given.understood_as) == ((), "not_covered", "👍")
    for message in ("!!", "…?", "👎"):
        with pytest.raises(QuestionError, match="holds no word"):
            answer(index, message, history=history)
    with pytest.raises(QuestionError, match="holds no word"):
        answer(index, "👍")


def test_nobody_of_a_role_that_is_left_out_is_shown(index: Index) -> None:
    history = told(FARES, answer(index, FARES, limit=1))
    filters = Filters(roles=("researcher",))
    for given in (
        answer(index, "not the researchers", history=history),
        answer(index, "not the researchers", history=history, filters=filters),
    ):
        roles = {hit.quote.attribution.role for hit in given.hits if hit.quote}
        assert roles
        assert "researcher" not in roles
        assert given.filters == Filters()


def test_a_person_asked_for_after_a_role_takes_its_place_though_the_page_sends_it_back(
    index: Index,
) -> None:
    narrow = answer(index, "patients only: train fares")
    history = told("patients only: train fares", narrow)
    given = answer(index, "and Ines?", history=history, filters=narrow.filters)
    assert given.filters == Filters(speakers=("Ines",))


def test_a_quote_is_never_shown_twice(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    second = answer(index, "more", history=told(FARES, first), limit=5)
    shown = {hit.quote.id for hit in first.hits if hit.quote}
    assert shown.isdisjoint(hit.quote.id for hit in second.hits if hit.quote)
    assert second.hits


def test_an_exhausted_thread_is_said_to_be_exhausted(index: Index) -> None:
    first = answer(index, FARES, filters=Filters(speakers=("Ines",)))
    history = told(FARES, first)
    given = answer(index, "more", history=history, filters=Filters(speakers=("Ines",)))
    assert given.hits == ()
    assert given.message.startswith("You have now read everything")


def test_a_role_named_alone_narrows_the_last_question(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    given = answer(index, "and the researchers?", history=told(FARES, first))
    assert given.filters == Filters(roles=("researcher",))
    assert names(given) == ["Ines"]
    assert given.understood_as == f"{FARES} · only researchers"


def test_everybody_besides_somebody_leaves_that_person_out(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    given = answer(index, "anybody besides Nkechi?", history=told(FARES, first))
    assert "Nkechi" not in names(given)
    assert given.hits


def test_the_second_one_is_shown_again_when_it_is_asked_for(index: Index) -> None:
    first = answer(index, FARES)
    given = answer(index, "the second one", history=told(FARES, first))
    assert [hit.text for hit in given.hits] == [first.hits[1].text]
    assert given.status == "answered"


def test_she_is_the_person_who_was_shown(index: Index) -> None:
    first = answer(index, "Who thought of Roman soldiers?", limit=1)
    assert names(first) == ["Odile"]
    given = answer(index, "what else did she say?", history=told("Roman soldiers?", first))
    assert given.filters == Filters(speakers=("Odile",))


def test_a_change_of_subject_carries_nothing_over(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    narrowed = answer(index, "only researchers", history=told(FARES, first))
    history = [*told(FARES, first), *told("only researchers", narrowed)]
    given = answer(index, NERVOUS, history=history, filters=narrowed.filters)
    alone = answer(index, NERVOUS)
    assert given.filters == Filters()
    assert given.understood_as == NERVOUS
    assert given.hits[0].text == alone.hits[0].text


def test_a_filter_set_by_hand_survives_a_change_of_subject(index: Index) -> None:
    first = answer(index, FARES, filters=Filters(roles=("patient",)))
    given = answer(index, NERVOUS, history=told(FARES, first), filters=Filters(roles=("patient",)))
    assert given.filters == Filters(roles=("patient",))
    assert set(names(given)) <= {"Nkechi", "Odile"}


def test_just_what_was_typed_is_searched_alone_and_may_show_its_quotes_again(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    second = answer(index, "nervous?", history=told(FARES, first))
    history = [*told(FARES, first), *told("nervous?", second)]
    given = answer(index, "no, just what I typed", history=history)
    assert given.understood_as == "nervous?"
    assert given.filters == Filters()
    assert given.hits[0].text == answer(index, "nervous?").hits[0].text


@pytest.mark.parametrize("message", ["thanks!", "Hello", "yes", "ok great, that helps", "merci"])
def test_small_talk_shows_no_quotes_and_offers_questions(index: Index, message: str) -> None:
    given = answer(index, message)
    assert given.hits == ()
    assert given.follow_ups
    assert given.message != "Nobody in this collection speaks about that."


def test_every_follow_up_gives_an_answer_when_it_is_asked(index: Index) -> None:
    first = answer(index, FARES, limit=1)
    history = told(FARES, first)
    assert first.follow_ups
    for question in first.follow_ups:
        assert answer(index, question, history=history).status == "answered"


def test_a_person_at_risk_reads_where_to_turn_and_no_quotes(index: Index) -> None:
    given = answer(index, "I want to die")
    assert given.hits == ()
    assert "988" in given.message


def test_who_asks_for_medical_advice_is_told_that_this_is_no_place_for_it(index: Index) -> None:
    given = answer(index, "Should I stop taking my medication?")
    assert given.message.startswith("This is not a place for medical advice")


def test_a_forged_quote_id_is_refused_by_its_turn(index: Index) -> None:
    history = [Turn("user", FARES), Turn("assistant", "…", ("aaaaaaaaaaaa",))]
    with pytest.raises(HistoryError, match="turn 2 of the history names the quote 'aaaaaaaaaaaa'"):
        answer(index, "more", history=history)


def test_a_question_without_a_word_is_refused(index: Index) -> None:
    with pytest.raises(QuestionError):
        answer(index, "?!")


def test_a_filter_with_which_nobody_answers_is_dropped_and_the_asker_is_told(index: Index) -> None:
    given = answer(index, "What did Ines say about Roman soldiers?")
    assert given.status == "related"
    assert given.filters == Filters()
    assert names(given)[0] == "Odile"
    assert given.message.startswith("We found nobody who speaks about that for: Ines.")
    assert given.understood_as == "Roman soldiers?"


def test_what_only_one_person_could_tell_is_not_asked_of_others(index: Index) -> None:
    given = answer(index, "how old is Nkechi?")
    assert (given.status, given.hits) == ("not_covered", ())
    assert given.filters == Filters(speakers=("Nkechi",))


def test_nobody_within_a_filter_is_not_nobody_at_all(index: Index) -> None:
    given = answer(index, "Who sold lobsters?", filters=Filters(speakers=("Ines",)))
    assert given.status == "not_covered"
    assert given.message.startswith("We found nobody who speaks about that for: Ines.")


def test_quotes_in_another_language_than_the_question_s_are_shown_as_near(index: Index) -> None:
    given = answer(index, "lobsters", filters=Filters(languages=("en",)))
    assert given.status == "not_covered"
    assert answer(index, "des homards, qui ?", filters=Filters(languages=("en",))).hits


def test_those_who_come_near_a_thread_only_are_not_counted(index: Index) -> None:
    history = told(FARES, answer(index, FARES, limit=1))
    given = answer(index, "gift cards too", history=history, limit=1)
    assert given.understood_as == f"gift cards too · about: {FARES}"
    assert given.message.startswith(("1 person", "We are not sure"))


def test_a_bare_reason_is_never_sure_to_be_answered(index: Index) -> None:
    history = told(FARES, answer(index, FARES, limit=1))
    assert answer(index, "how come?", history=history).status == "related"


def test_a_place_at_which_nothing_was_shown_is_asked_back(index: Index) -> None:
    history = told(FARES, answer(index, FARES, limit=2))
    given = answer(index, "the fifth one", history=history)
    assert given.hits == ()
    assert given.message == "Only 2 quotes were shown last. Which of them do you mean?"


def test_a_new_question_is_told_that_its_answers_stand_above(index: Index) -> None:
    asked = "Who thought of Roman soldiers?"
    given = answer(index, asked, history=told(asked, answer(index, asked)))
    assert "stands above" in given.message


def test_a_filter_set_by_hand_is_never_dropped(index: Index) -> None:
    given = answer(index, "Who thought of Roman soldiers?", filters=Filters(speakers=("Ines",)))
    assert given.filters == Filters(speakers=("Ines",))
    assert "Odile" not in names(given)


def test_those_who_answer_and_are_not_shown_are_counted_too(index: Index) -> None:
    whole = answer(index, FARES, limit=5)
    first = answer(index, FARES, limit=1)
    answering = [hit for hit in whole.hits if hit.score >= ANSWERED]
    assert len(answering) > 1
    assert first.message == (
        f"{people_heard(answering, 'en')}. "
        "These are some of their own words; ask for more to read on."
    )


@pytest.mark.parametrize("question", ["What did Nkechi say?", "Nkechi", "who is Nkechi?"])
def test_who_is_asked_for_and_nothing_else_is_heard(index: Index, question: str) -> None:
    given = answer(index, question)
    assert given.status == "answered"
    assert {hit.quote and hit.quote.attribution.speaker for hit in given.hits} == {"Nkechi"}
    assert {hit.score for hit in given.hits} == {1.0}


def test_a_role_that_is_asked_for_and_nothing_else_is_heard(index: Index) -> None:
    given = answer(index, "only researchers")
    assert given.filters == Filters(roles=("researcher",))
    assert {hit.quote and hit.quote.attribution.role for hit in given.hits} == {"researcher"}


def test_a_bare_role_asks_about_it(index: Index) -> None:
    assert answer(index, "doctors").filters == Filters()
