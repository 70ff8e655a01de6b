from __future__ import annotations

import pytest

from partnerqa.conversation.cast import cast_of
from partnerqa.conversation.followup import WINDOW, understand
from partnerqa.conversation.role import role_words
from partnerqa.conversation.thread import seen_quotes, thread_of
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.understanding import Thread, Understanding
from partnerqa.index.opened import Index
from partnerqa.records import Filters

SUBJECT = "What did people say about travel costs?"


def quotes_of(index: Index, *names: str) -> tuple[str, ...]:
    """The first quote of each of the people called so."""
    said = {quote.attribution.speaker: quote.id for quote in reversed(index.store.quotes())}
    return tuple(said[name] for name in names)


def after(index: Index, message: str, *shown: str, earlier: tuple[str, ...] = ()) -> Understanding:
    """What `message` means after SUBJECT, then `earlier`, was answered by quotes of `shown`."""
    quotes = quotes_of(index, *shown)
    questions = (SUBJECT, *earlier)
    history = [
        turn for one in questions for turn in (Turn("user", one), Turn("assistant", "…", quotes))
    ]
    cast = cast_of(index)
    thread = thread_of(history, cast, index.store.quote)
    return understand(message, thread, cast, index.store.quote)


@pytest.mark.parametrize(
    ("message", "kind", "rule"),
    [
        ("How come?", "follow-up", "lean"),
        ("pourquoi ?", "follow-up", "lean"),
        ("was it put right?", "follow-up", "lean"),
        ("parking", "follow-up", "lean"),
        ("more", "follow-up", "more"),
        ("another one please", "follow-up", "more"),
        ("anything else?", "follow-up", "more"),
        ("encore", "follow-up", "more"),
        ("une autre", "follow-up", "more"),
        ("and the clinicians?", "filter", "narrow"),
        ("just the caregivers please", "filter", "narrow"),
        ("et les chercheurs ?", "filter", "narrow"),
        ("only what Tomas said", "filter", "narrow"),
        ("seulement en français", "filter", "narrow"),
        ("everyone again", "filter", "widen"),
        ("take the filter off", "filter", "widen"),
        ("not just Nkechi", "filter", "widen"),
        ("tout le monde", "filter", "widen"),
        ("anybody besides Nkechi?", "follow-up", "exclude"),
        ("anybody but Nkechi", "follow-up", "exclude"),
        ("who else?", "follow-up", "exclude"),
        ("quelqu’un d’autre que Nkechi ?", "follow-up", "exclude"),
        ("no, I meant the patients", "filter", "correction"),
        ("sorry, Tomas not Nkechi", "filter", "correction"),
        ("no, the taxi receipts", "follow-up", "correction"),
        ("the second one", "reference", "shown again"),
        ("la deuxième", "reference", "shown again"),
        ("show me what Tomas said again", "reference", "shown again"),
        ("the stamp one, can I read that again", "reference", "shown again"),
        ("more like the second one", "reference", "more like a shown quote"),
        ("is there more like what Tomas said?", "reference", "more like a shown quote"),
        ("was that all she said?", "follow-up", "said more"),
        ("what else has Tomas got to say", "follow-up", "said more"),
        ("no, just what I typed", "stand-alone", "as typed"),
        ("non, juste ce que j’ai écrit", "stand-alone", "as typed"),
        ("thanks, that helps!", "small-talk", "small talk"),
        ("merci beaucoup", "small-talk", "small talk"),
        ("Who was nervous before the first meeting?", "stand-alone", "stand alone"),
        ("Comment se préparer à une réunion ?", "stand-alone", "stand alone"),
    ],
)
def test_a_message_is_understood_by_the_rule_made_for_it(
    index: Index, message: str, kind: str, rule: str
) -> None:
    found = after(index, message, "Nkechi", "Tomas")
    assert (found.kind, found.rule) == (kind, rule)


@pytest.mark.parametrize(
    ("message", "filters"),
    [
        ("and the caregivers?", Filters(roles=("caregiver",))),
        ("patients and researchers only", Filters(roles=("patient", "researcher"))),
        ("only what Tomas said", Filters(speakers=("Tomas",))),
        ("no, I meant the patients", Filters(roles=("patient",))),
        ("in French", Filters(languages=("fr",))),
        ("how did she cope?", Filters(speakers=("Nkechi",))),
        ("how come?", Filters()),
    ],
)
def test_a_filter_is_taken_from_the_message(index: Index, message: str, filters: Filters) -> None:
    assert after(index, message, "Nkechi", "Tomas").filters == filters


def test_a_filter_that_holds_stays_in_a_follow_up_and_goes_when_it_is_taken_off(
    index: Index,
) -> None:
    narrowed = ("only caregivers",)
    assert after(index, "how come?", "Tomas", earlier=narrowed).filters.roles == ("caregiver",)
    assert after(index, "everyone again", "Tomas", earlier=narrowed).filters == Filters()
    whole = after(index, "Who was nervous before the meeting?", "Tomas", earlier=narrowed)
    assert whole.filters == Filters()


def test_a_follow_up_leans_on_the_subject_and_on_what_was_shown(index: Index) -> None:
    found = after(index, "How come?", "Nkechi", "Tomas")
    assert found.carried == SUBJECT
    assert found.leaning == quotes_of(index, "Nkechi", "Tomas")
    assert found.shown_as == f"How come? · about: {SUBJECT}"


def test_a_whole_question_leans_on_nothing(index: Index) -> None:
    question = "Who was nervous before the first meeting?"
    found = after(index, question, "Nkechi")
    assert found == Understanding(
        "stand-alone", "stand alone", question, text=question, subject=question
    )


def test_thanks_before_a_whole_question_are_not_searched(index: Index) -> None:
    found = after(index, "Thanks! And who was nervous before the first meeting?", "Nkechi")
    assert found.text == "who was nervous before the first meeting?"


def test_who_else_leaves_out_all_who_were_heard(index: Index) -> None:
    found = after(index, "who else?", "Nkechi", "Tomas")
    people = {cast_of(index).people[one].name for one in found.without}
    assert people == {"Nkechi", "Tomas"}


def test_besides_a_role_asks_the_other_roles(index: Index) -> None:
    roles = after(index, "anyone except researchers?", "Ines").filters.roles
    assert roles == ("patient", "caregiver", "clinician")


def test_a_shown_quote_is_meant_by_its_place_its_speaker_or_its_words(index: Index) -> None:
    nkechi, tomas = quotes_of(index, "Nkechi", "Tomas")
    for message in ("the second one", "number 2", "the last one", "the stamp one"):
        assert after(index, message, "Nkechi", "Tomas").again == (tomas,)
    assert after(index, "the first quote", "Nkechi", "Tomas").again == (nkechi,)
    assert after(index, "more like what Tomas said", "Nkechi", "Tomas").like == tomas


def test_he_is_the_one_whose_quote_is_called_by_its_words(index: Index) -> None:
    message = "the first one, about the stamp. what does he say of meetings?"
    found = after(index, message, "Nkechi", "Tomas")
    assert found.filters == Filters(speakers=("Tomas",))


def test_a_suggestion_of_ours_asks_for_its_heading_in_a_thread_too(index: Index) -> None:
    found = after(index, "What do people say about “How they know”?", "Nkechi")
    assert (found.kind, found.text, found.filters) == ("stand-alone", "How they know", Filters())


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("different topic: parking", "parking"),
        ("Ok, new question. parking?", "parking?"),
        ("let's talk about parking", "parking"),
        ("changeons de sujet : la relève", "la relève"),
    ],
)
def test_a_new_subject_that_is_said_to_be_one_carries_nothing_over(
    index: Index, message: str, text: str
) -> None:
    found = after(index, message, "Nkechi", earlier=("only patients",))
    assert (found.kind, found.text, found.filters) == ("stand-alone", text, Filters())


def test_a_follow_up_without_a_thread_is_searched_as_it_is(index: Index) -> None:
    found = understand("how come?", Thread(), cast_of(index), index.store.quote)
    assert (found.kind, found.text) == ("stand-alone", "how come?")


def test_small_talk_between_does_not_break_the_thread(index: Index) -> None:
    assert after(index, "how come?", "Nkechi", earlier=("thanks",)).carried == SUBJECT


def test_turns_older_than_the_window_are_not_read_back(index: Index) -> None:
    old = [Turn("user", "only caregivers"), Turn("assistant", "…")] * 50
    recent = [Turn("user", SUBJECT), Turn("assistant", "…", ("a",))] * WINDOW
    thread = thread_of([*old, *recent], cast_of(index), index.store.quote)
    assert thread == thread_of(recent, cast_of(index), index.store.quote)


def test_all_quotes_ever_shown_count_as_seen() -> None:
    history = [Turn("user", "a"), Turn("assistant", "b", ("x", "y"))]
    assert seen_quotes([*history, *history]) == {"x", "y"}


def test_names_that_are_words_are_names_only_where_they_are_written_so(index: Index) -> None:
    cast = cast_of(index)
    assert cast.mentioned("what did Tomas's mother say to Odile?") == ("Tomas", "Odile")
    assert cast.mentioned("what did people say?") == ()
    assert cast.narrowing("the costs") is None


def test_every_role_has_words_in_both_languages() -> None:
    words = role_words()
    assert words["patients"] == words["malades"] == "patient"
    assert words["carers"] == words["proches aidants"] == "caregiver"
    assert words["researchers"] == words["chercheuses"] == "researcher"
    assert words["doctors"] == words["medecins"] == "clinician"


def first(index: Index, message: str) -> Understanding:
    """What `message` means as the first of a conversation."""
    return understand(message, Thread(), cast_of(index), index.store.quote)


def test_a_first_question_that_narrows_itself_says_how_it_was_understood(index: Index) -> None:
    found = first(index, "What did Tomas say about stamps?")
    assert found.filters == Filters(speakers=("Tomas",))
    assert found.text == "What did people say about stamps?"
    assert found.shown_as == "stamps? · only Tomas"


def test_a_filter_with_nothing_left_to_search_asks_for_all_that_they_say(index: Index) -> None:
    found = first(index, "what did the patients say?")
    assert found.filters == Filters(roles=("patient",))
    assert (found.everything, found.text) == (True, "what did the patients say?")


def test_a_question_of_ours_that_names_a_role_is_no_filter(index: Index) -> None:
    found = first(index, "What do people say about “patients only: a debate”?")
    assert (found.filters, found.text) == (Filters(), "patients only: a debate")


def test_as_typed_takes_no_filter_out_of_what_was_typed(index: Index) -> None:
    found = after(index, "no, just what I typed", "Tomas", earlier=("patients only: stamps",))
    assert (found.filters, found.text) == (Filters(), "patients only: stamps")


@pytest.mark.parametrize(
    ("message", "kind", "carried"),
    [
        ("what did Tomas say about that?", "filter", ""),
        ("what did Tomas say about the price of it?", "follow-up", SUBJECT),
        ("Tomas - why he never claims his stamps", "stand-alone", ""),
    ],
)
def test_a_person_named_in_a_thread_is_asked_about_the_thread_only_if_it_points_back(
    index: Index, message: str, kind: str, carried: str
) -> None:
    found = after(index, message, "Nkechi")
    assert (found.kind, found.carried) == (kind, carried)
    assert found.filters == Filters(speakers=("Tomas",))
