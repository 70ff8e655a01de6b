from __future__ import annotations

import pytest

from partnerqa.conversation.background import background_of
from partnerqa.conversation.cast import cast_of
from partnerqa.conversation.followup import understand
from partnerqa.conversation.role import role_words
from partnerqa.conversation.thread import FARTHEST, WINDOW, seen_quotes, thread_of
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.understanding import NOT_SHOWN, Thread, Understanding
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
    background = background_of(index)
    return understand(message, thread_of(history, background), background)


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
        ("something else", "small-talk", "small talk"),
        ("new question", "small-talk", "small talk"),
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


@pytest.mark.parametrize("message", ["shaking hands", "long words"])
def test_a_scrap_about_something_else_stands_alone(index: Index, message: str) -> None:
    found = after(index, message, "Nkechi", "Tomas")
    assert (found.kind, found.text) == ("stand-alone", message)


def test_a_scrap_that_says_it_comes_on_top_leans_whatever_it_is_about(index: Index) -> None:
    assert after(index, "shaking hands too", "Nkechi", "Tomas").rule == "lean"


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


@pytest.mark.parametrize(
    ("message", "shown_as"),
    [
        ("anyone except researchers?", f"{SUBJECT} · anybody but researchers"),
        ("not the researchers", f"{SUBJECT} · anybody but researchers"),
        ("anybody but the scientists please", f"{SUBJECT} · anybody but researchers"),
        ("leave the researchers out of it", f"{SUBJECT} · anybody but researchers"),
        ("remove the researchers", f"{SUBJECT} · anybody but researchers"),
        ("take off the researchers", f"{SUBJECT} · anybody but researchers"),
        ("pas les chercheurs, d’autres voix ?", f"{SUBJECT} · anybody but researchers"),
    ],
)
def test_a_role_that_is_not_wanted_is_left_out_and_shown_so(
    index: Index, message: str, shown_as: str
) -> None:
    found = after(index, message, "Ines")
    assert (found.without_roles, found.filters, found.shown_as) == (
        ("researcher",),
        Filters(),
        shown_as,
    )


@pytest.mark.parametrize(
    "message",
    [
        "not her, the patients",
        "no, not her, the patients",
        "not Ines, the patients",
        "not the researchers, the patients",
        "the patients, not her",
        "pas elle, les patients",
    ],
)
def test_others_are_heard_in_place_of_somebody(index: Index, message: str) -> None:
    found = after(index, message, "Ines", earlier=("what did Ines say about trains",))
    assert (found.kind, found.filters) == ("filter", Filters(roles=("patient",)))
    assert not found.without


def test_a_name_may_stand_in_for_somebody_heard(index: Index) -> None:
    found = after(index, "not her, Tomas", "Ines", earlier=("what did Ines say about trains",))
    assert (found.filters, found.without) == (Filters(speakers=("Tomas",)), ())


def test_two_names_in_a_row_are_both_unwanted(index: Index) -> None:
    found = after(index, "not Ines, Tomas", "Nkechi")
    assert {cast_of(index).people[one].name for one in found.without} == {"Ines", "Tomas"}


def test_a_new_question_may_leave_somebody_out(index: Index) -> None:
    found = after(index, "was anybody nervous at first, apart from Tomas?", "Ines")
    assert found.text == "was anybody nervous at first"
    assert found.shown_as == "was anybody nervous at first · anybody but Tomas"
    assert not found.carried


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("how were people paid, but not Nkechi", "how were people paid"),
        ("anything on taxi receipts except from Nkechi?", "anything on taxi receipts"),
        ("qui était nerveux, sauf Nkechi ?", "qui était nerveux"),
    ],
)
def test_a_first_question_may_leave_somebody_out(index: Index, question: str, asked: str) -> None:
    background = background_of(index)
    found = understand(question, thread_of([], background), background)
    assert (found.kind, found.text, found.filters) == ("stand-alone", asked, Filters())
    assert [background.cast.people[one].name for one in found.without] == ["Nkechi"]


@pytest.mark.parametrize("question", ["who felt heard, except her?", "travel costs, but not them"])
def test_a_first_question_that_leaves_out_nobody_known_is_asked_as_it_is(
    index: Index, question: str
) -> None:
    background = background_of(index)
    found = understand(question, thread_of([], background), background)
    assert (found.rule, found.text, found.without) == ("stand alone", question, ())


def test_roles_in_a_first_question_are_what_it_is_about(index: Index) -> None:
    background = background_of(index)
    question = "I trust nurses but not doctors"
    assert understand(question, thread_of([], background), background).text == question


def test_a_question_of_one_word_is_corrected_by_another(index: Index) -> None:
    background = background_of(index)
    thread = thread_of([Turn("user", "what about parking?")], background)
    found = understand("no, I meant nerves", thread, background)
    assert (found.rule, found.text, found.carried) == ("correction", "nerves", "")


def test_a_role_stays_out_in_what_follows_until_others_are_asked_for(index: Index) -> None:
    earlier = ("not the researchers",)
    for message in ("more", "how come?", "besides Nkechi"):
        assert after(index, message, "Tomas", earlier=earlier).without_roles == ("researcher",)
    for message in ("everyone again", "and the patients?"):
        assert after(index, message, "Tomas", earlier=earlier).without_roles == ()


def test_who_has_not_been_heard_leaves_out_all_who_were(index: Index) -> None:
    found = after(index, "who haven’t we heard from yet?", "Nkechi", "Tomas", earlier=("more",))
    people = {cast_of(index).people[one].name for one in found.without}
    assert people == {"Nkechi", "Tomas"}


def test_a_person_takes_the_place_of_a_role(index: Index) -> None:
    for message in (
        "does he say anything about stamps?",
        "what did Tomas say about the price of it?",
    ):
        found = after(index, message, "Tomas", earlier=("only caregivers",))
        assert found.filters == Filters(speakers=("Tomas",))


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
        ("sujet différent : le stationnement", "le stationnement"),
    ],
)
def test_a_new_subject_that_is_said_to_be_one_carries_nothing_over(
    index: Index, message: str, text: str
) -> None:
    found = after(index, message, "Nkechi", earlier=("only patients",))
    assert (found.kind, found.text, found.filters) == ("stand-alone", text, Filters())


def test_a_follow_up_without_a_thread_is_searched_as_it_is(index: Index) -> None:
    found = understand("how come?", Thread(), background_of(index))
    assert (found.kind, found.text) == ("stand-alone", "how come?")


def test_small_talk_between_does_not_break_the_thread(index: Index) -> None:
    assert after(index, "how come?", "Nkechi", earlier=("thanks",)).carried == SUBJECT


def test_turns_older_than_the_window_are_not_read_back(index: Index) -> None:
    old = [Turn("user", "only caregivers"), Turn("assistant", "…")] * 50
    recent = [Turn("user", SUBJECT), Turn("assistant", "…", ("a",))] * WINDOW
    thread = thread_of([*old, *recent], background_of(index))
    assert thread == thread_of(recent, background_of(index))


@pytest.mark.parametrize("wish", ["go on", "more", "everyone again", "only patients"])
def test_wishes_without_end_do_not_lose_the_question_that_they_are_about(
    index: Index, wish: str
) -> None:
    turns = [Turn("user", SUBJECT), *[Turn("user", wish)] * (FARTHEST - 1)]
    thread = thread_of(turns, background_of(index))
    assert thread.last is not None
    assert thread.last.subject == SUBJECT


def test_anybody_is_not_only_the_person_who_was_asked_before(index: Index) -> None:
    found = after(index, "did anybody regret it?", "Tomas", earlier=("only Tomas",))
    assert (found.rule, found.filters) == ("lean", Filters())


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("not only Tomas", Filters(topics=("Being paid for your time",))),
        ("not just him", Filters(topics=("Being paid for your time",))),
        ("drop Tomas", Filters(topics=("Being paid for your time",))),
        ("Not only Being paid for your time", Filters(speakers=("Tomas",))),
        ("forget the page Being paid for your time", Filters(speakers=("Tomas",))),
        ("not only Tomas, not only being paid for your time", Filters()),
        ("not only patients", Filters()),  # none of those in force
        ("everyone again", Filters()),
        ("in any language", Filters()),
    ],
)
def test_a_wish_that_names_one_of_several_filters_takes_that_one_off(
    index: Index, message: str, left: Filters
) -> None:
    found = after(
        index, message, "Tomas", earlier=("Tomas on the page Being paid for your time: fares",)
    )
    assert (found.kind, found.filters) == ("filter", left)


def test_one_of_several_people_is_dropped_and_the_others_stay(index: Index) -> None:
    found = after(index, "without Tomas", "Tomas", earlier=("Tomas and Ines: fares",))
    assert found.filters == Filters(speakers=("Ines",))


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("who refunds it?", "lean"),
        ("are fares refunded?", "lean"),  # a whole question, and near
        ("what do people say about fares?", "stand alone"),  # it says what it is about
        ("are chairs trained?", "stand alone"),
        ("how is it paid out for train and bus fares?", "lean"),
        ("how does it feel to see your own name in print?", "stand alone"),
        ("will they send somebody to a different hospital far away?", "stand alone"),
        ("can they do that without asking a single patient?", "lean"),
        ("That said, are chairs trained?", "stand alone"),
    ],
)
def test_the_more_a_message_says_the_nearer_it_must_come_to_lean(
    index: Index, message: str, rule: str
) -> None:
    assert after(index, message, "Nkechi").rule == rule


def test_a_thread_that_only_asks_for_somebody_is_no_subject_to_lean_on(index: Index) -> None:
    history = [Turn("user", "only caregivers"), Turn("assistant", "…", quotes_of(index, "Ines"))]
    background = background_of(index)
    found = understand("how come?", thread_of(history, background), background)
    assert (found.shown_as, found.carried) == ("how come? · only caregivers", "")
    assert found.filters == Filters(roles=("caregiver",))
    assert understand("parking", thread_of(history, background), background).rule == "stand alone"


def test_who_somebody_is_is_told_by_what_they_say(index: Index) -> None:
    found = after(index, "who is Tomas?", "Nkechi")
    assert (found.rule, found.everything) == ("voices", True)
    assert found.filters == Filters(speakers=("Tomas",))


@pytest.mark.parametrize("message", ["the fifth one", "more like the third one", "quote 4 again"])
def test_a_place_at_which_nothing_was_shown_is_not_searched_for(index: Index, message: str) -> None:
    assert after(index, message, "Nkechi", "Tomas").rule == NOT_SHOWN


@pytest.mark.parametrize("message", ['"Roman soldiers" again', "“train fares” and money"])
def test_words_in_quotation_marks_keep_their_marks(index: Index, message: str) -> None:
    assert understand(message, Thread(), background_of(index)).text == message


def test_who_is_left_out_stays_out_however_often_more_is_asked_for(index: Index) -> None:
    turns = [Turn("user", SUBJECT), Turn("user", "anybody but Tomas"), *[Turn("user", "more")] * 20]
    thread = thread_of(turns, background_of(index))
    assert thread.last is not None
    people = background_of(index).cast.people
    assert [people[one].name for one in thread.last.without] == ["Tomas"]


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
    return understand(message, Thread(), background_of(index))


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


# What a rule has to know is how such a wish is built, so each stands for others like it.
WISHES = {
    "widen": [
        "ok all of them now",
        "evryone agian pls",
        "can you take the filter off please",
        "get rid of the filters",
        "forget the patients bit",
        "not only her, anyone",
        "any role is fine",
        "any page will do tbh",
        "open it back up to anybody",
        "go wider now, it doesn't have to be patients",
        "what does everyone else think?",
        "Sorry, I was being too picky. All of them is fine.",
        "drop Nkechi. what did the rest of them make of it",
        "tout le monde, en fait",
        "pas seulement lui",
        "enlève le filtre, toutes les langues",
        "peu importe qui",
    ],
    "exclude": [
        "without Nkechi please, I've had plenty of her",
        "leave Nkechi out of it from now on",
        "Somebody other than Nkechi now, please",
        "minus Nkechi and Tomas",
        "no more Nkechi",
        "everyone except them",
        "someone other than her",
        "who hasn't spoken yet",
        "any voices we've not had?",
        "new voices please",
        "à part Nkechi, d’autres voix ?",
        "laisse Nkechi de côté",
        "qui n’a pas encore parlé ?",
    ],
    "shown again": [
        "the second again",
        "that last one again pls",
        "can you pull up the first two again",
        "both again",
        "go back to what Tomas said",
        "repeat the one from Tomas, I lost it",
        "the one with the stamp, wanted to reread that",
        "back to the stamp please",
        "redonne-moi la deuxième svp",
        "celle de Nkechi, encore une fois",
    ],
    "more like a shown quote": [
        "something in the vein of number two",
        "more along the lines of Tomas's",
        "others similar to the first",
        "more like the one about the stamp",
        "d’autres dans le genre de la première",
    ],
    "as typed": [
        "no, search what i wrote",
        "take it literally",
        "nope just the words i put in",
        "i wasn't asking about Tomas, run it exactly as typed",
        "Forget the kidney thing. Only what I asked.",
        "just as it stands please, no guessing",
        "undo that",
        "that's not what I asked",
        "non, prends ma phrase telle quelle",
        "n’ajoute rien",
    ],
    "small talk": [
        "brilliant cheers",
        "haha love it",
        "god. thank you for those",
        "hiya, back again, was on the phone",
        "no no thats grand, I've what I need",
        "that's all I need, thanks a million",
        "👍",
        "parfait, bonne soirée 🙂",
        "j’ai tout ce qu’il me faut, merci",
    ],
    "more": [
        "more pls",
        "keep going",
        "few more of them please",
        "anohter one",
        "is that all of them or is there still some?",
        "anything further on that",
        "can I have a couple more",
        "y en a d’autres ?",
        "la suite",
    ],
    "correction": [
        "patients i mean, not carers",
        "*Tomas, my mistake",
        "oops, sorry, Tomas",
        "trains not travel",
        "I was meaning the parking, not the trains",
        "non pardon, Tomas",
        "je voulais dire le fauteuil roulant",
    ],
}
# They look like such a wish, and ask something.
QUESTIONS = {
    "widen": [
        "did everyone get paid?",
        "can anyone join a team?",
        "not just for show, is it?",
        "did they drop the age limit?",
        "does it have to be in person?",
        "forget the kidney thing",
        "tout le monde est-il payé ?",
    ],
    "exclude": [
        "without money nothing happens",
        "can you do research without patients?",
        "no patients were asked at first",
        "who else gets paid?",
        "leave the team?",
        "la recherche sans les patients, ça existe ?",
    ],
    "shown again": [
        "would you do it again?",
        "did they join again?",
        "back to the hospital after treatment?",
        "the last meeting they went to",
        "la première réunion",
    ],
    "more like a shown quote": [
        "is there anything like a support group?",
        "did they feel like giving up?",
        "comme un cobaye",
    ],
    "as typed": [
        "did they use my words?",
        "was it taken literally?",
        "what I said was ignored",
        "est-ce que mes mots ont été changés ?",
    ],
    "small talk": [
        "what helps?",
        "who said thank you?",
        "good meetings",
        "yes but why?",
        "merci à qui ?",
    ],
    "more": [
        "do they want more?",
        "is that all they get paid?",
        "more money",
        "plus d’argent",
        "la suite de l’étude",
    ],
    "correction": [
        "sorry to ask, but did anyone cry?",
        "actually, do people get paid?",
        "no one told us anything, did they?",
        "do patients get paid, not researchers?",
    ],
}


@pytest.mark.parametrize(
    ("rule", "message"), [(rule, one) for rule, messages in WISHES.items() for one in messages]
)
def test_a_wish_is_understood_however_it_is_put(index: Index, rule: str, message: str) -> None:
    earlier = ("what did Nkechi say about trains?",) if rule == "widen" else ()
    assert after(index, message, "Nkechi", "Tomas", earlier=earlier).rule == rule


@pytest.mark.parametrize(
    ("rule", "message"), [(rule, one) for rule, messages in QUESTIONS.items() for one in messages]
)
def test_a_question_that_looks_like_a_wish_is_none(index: Index, rule: str, message: str) -> None:
    assert after(index, message, "Nkechi", "Tomas").rule != rule


@pytest.mark.parametrize(
    ("message", "quotes"),
    [
        ("the first two again", ("Nkechi", "Tomas")),
        ("the last two", ("Tomas", "Ines")),
        ("les deux premières", ("Nkechi", "Tomas")),
        ("the first and the third", ("Nkechi", "Ines")),
        ("all three", ("Nkechi", "Tomas", "Ines")),
    ],
)
def test_several_shown_quotes_are_meant_at_once(
    index: Index, message: str, quotes: tuple[str, ...]
) -> None:
    found = after(index, message, "Nkechi", "Tomas", "Ines")
    assert found.again == quotes_of(index, *quotes)


def test_undoing_twice_searches_what_was_typed_and_not_the_wish(index: Index) -> None:
    found = after(index, "undo", "Tomas", earlier=("parking", "as typed please"))
    assert found.text == "parking"


def test_others_are_asked_what_was_asked_last_with_what_that_leaned_on(index: Index) -> None:
    found = after(index, "only Tomas", "Nkechi", earlier=("the stamp rule",))
    assert found.shown_as == f"the stamp rule · about: {SUBJECT} · only Tomas"


@pytest.mark.parametrize(
    "message",
    [
        "right, different thing. do they get on, like friends?",
        "unrelated: parking",
        "changement de sujet : la relève",
        "how did the doctors take it when patients joined, were some not keen?",
        "robots replacing us!! anything?",
        "Et les comités d’éthique, ils regardent quoi au juste ?",
    ],
)
def test_a_change_of_subject_carries_nothing_over(index: Index, message: str) -> None:
    assert after(index, message, "Nkechi").kind == "stand-alone"
