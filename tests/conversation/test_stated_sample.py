"""Whom and what questions about the sample collection ask, in many turns of phrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.conversation.cast import Cast, cast_of
from partnerqa.conversation.stated import stated
from partnerqa.index.opened import Index
from partnerqa.records import Filters, Role

ETHICS = "Data, Ethics and Keeping Confidences"
MONEY = "Money, Time and Parking"
RELEVE = "La relève : qui prendra la chaise après nous ?"


@pytest.fixture(scope="module")
def cast(sample_index: Path) -> Cast:
    with Index.open(sample_index) as opened:
        return cast_of(opened)


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("did siobhan regret anything", ("Siobhán",)),
        ("Are Hannah and Will actually friends?", ("Hannah", "Will")),
        ("are hannah and will still friends", ("Hannah", "Will")),
        ("Dave G (not the economist), how does he get on with speaking up?", ("Dave G",)),
        ("was it hard for loretta to hand her data over", ("Loretta",)),
        ("what happened when Ravi went to the ethics board", ("Ravi",)),
        ("I loved the bit where gwen throws the agenda away", ("Gwen",)),
        ("has Priya or Marnie ever torn up a consent form", ("Priya", "Marnie")),
        ("tell me about Nkechi and the train fares", ("Nkechi",)),
        ("how come Will still turns up to every meeting", ("Will",)),
        ("I wonder if Grace ever felt foolish in there", ("Grace",)),
        ("what went wrong in Kofi's first meeting", ("Kofi",)),
        ("tomasz please, the night shift", ("Tomasz",)),
        ("dr haddad's change of heart", ("Dr. Haddad",)),
        ("what made D'Arcy so angry in the end", ("D’Arcy",)),
        ("how does Gwen get on with Priya", ("Gwen",)),
        ("when Ravi left, what did Zoë say about it", ("Zoë",)),
        ("Mathieu a-t-il eu peur de la première réunion ?", ("Mathieu",)),
        ("est-ce que Solène a déjà pleuré en réunion", ("Solène",)),
        ("je voudrais savoir si thérèse est restée dans l’équipe", ("Thérèse",)),
        ("les moments où Fernande et Jean-Marc ont ri", ("Fernande", "Jean-Marc")),
    ],
)
def test_a_name_that_is_no_other_word_means_that_person_wherever_it_stands(
    cast: Cast, question: str, speakers: tuple[str, ...]
) -> None:
    assert stated(question, cast).filters == Filters(speakers=speakers)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("researchers only please: mistakes they own up to", "researcher"),
        ("did any of the doctors change their mind?", "clinician"),
        ("clinicians who haven't got the time", "clinician"),
        ("family carers' voices please, about speaking on behalf of a relative", "caregiver"),
        ("have any researchers cried in a meeting", "researcher"),
        ("has one of the nurses ever apologised for that", "clinician"),
        ("some of the patients left early, why", "patient"),
        ("were any of the carers paid in vouchers", "caregiver"),
        ("which of the researchers had to say sorry", "researcher"),
        ("patients that nobody wrote back to", "patient"),
        ("please, only caregivers: holidays", "caregiver"),
        ("carers only, please – nights", "caregiver"),
        ("from the doctors, what changed their mind about this", "clinician"),
        ("a question for the researchers: who signs the cheque", "researcher"),
        ("let's hear from the clinicians, please, on grief", "clinician"),
        ("are there any doctors who doubt the whole thing", "clinician"),
        ("ask the carers about nights", "caregiver"),
        ("chercheurs uniquement, s’il vous plaît : les erreurs", "researcher"),
        ("l’un des médecins a-t-il changé d’avis ?", "clinician"),
        ("est-ce que des chercheurs ont pleuré", "researcher"),
        ("les soignants qui n’ont jamais le temps", "clinician"),
        ("y a-t-il des patients qui claquent la porte", "patient"),
        ("certains des aidants ont-ils été payés", "caregiver"),
        ("du côté des soignants, le deuil", "clinician"),
    ],
)
def test_a_role_that_is_asked_in_any_turn_of_phrase_is_a_filter(
    cast: Cast, question: str, role: Role
) -> None:
    assert stated(question, cast).filters == Filters(roles=(role,))


@pytest.mark.parametrize(
    ("question", "rest", "searched"),
    [
        ("did siobhan regret anything", "regret anything", "did people regret anything"),
        ("Dave G (not the economist), how does he cope?", "how does he cope?", ""),
        ("Are Hannah and Will friends?", "Are people friends?", "Are people friends?"),
        ("did any of the doctors change?", "change?", "did people change?"),
        ("please show me what the carers felt about cake", "cake", ""),
        ("dr haddad's change of heart", "change of heart", "people's change of heart"),
        ("Hopes and Worries page, the fears bit", "fears", ""),
    ],
)
def test_what_is_left_of_such_a_question_can_still_be_searched(
    cast: Cast, question: str, rest: str, searched: str
) -> None:
    found = stated(question, cast)
    assert found.rest == rest
    assert not searched or found.searched == searched


@pytest.mark.parametrize(
    ("question", "topic", "rest"),
    [
        (
            "on the page about data and ethics, what do people say about being identifiable",
            ETHICS,
            "what do people say about being identifiable",
        ),
        ("Hopes and Worries page, the fears bit", "Hopes and Worries", "fears"),
        ("the money page: late payments", MONEY, "late payments"),
        ("on the token seat page, who defends it", "The Token Seat", "who defends it"),
        ("in the section on captions, mistakes", "Captions, interpreters and large print", ""),
        ("deaf partners in the captions section", "Captions, interpreters and large print", ""),
        ("under the heading ethics boards: delays", "Ethics boards", "delays"),
        ("from the falling out page: apologies", "Falling Out and Making Up", "apologies"),
        ("what does it say about friends on the friendship page", "Friendship, Work and", ""),
        ("sur la page relève, qui prendra la place", RELEVE, "qui prendra la place"),
        ("dans la section sur les mots qui ferment, les sigles", "Les mots qui ferment", ""),
        ("page La relève : les jeunes", RELEVE, "les jeunes"),
    ],
)
def test_a_page_may_be_called_by_some_words_of_its_title(
    cast: Cast, question: str, topic: str, rest: str
) -> None:
    found = stated(question, cast)
    assert [name.startswith(topic) for name in found.filters.topics] == [True]
    assert found.filters == Filters(topics=found.filters.topics)
    assert not rest or found.rest == rest


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        (
            "what have French-speaking contributors got to say about everything switching to "
            "English",
            Filters(languages=("fr",)),
        ),
        ("francophones only: being interrupted", Filters(languages=("fr",))),
        ("do any French speakers talk about slides", Filters(languages=("fr",))),
        ("people who speak French, on long words", Filters(languages=("fr",))),
        ("according to English speakers, are forms too long", Filters(languages=("en",))),
        ("in French please: fears", Filters(languages=("fr",))),
        ("I'd like answers in French about the wheelchair ramp", Filters(languages=("fr",))),
        ("que disent les anglophones de la confiance", Filters(languages=("en",))),
        ("en anglais, svp : l’espoir", Filters(languages=("en",))),
        (
            "French-speaking patients who feel left out",
            Filters(roles=("patient",), languages=("fr",)),
        ),
        (
            "d’après les chercheurs francophones, faut-il tout traduire",
            Filters(roles=("researcher",), languages=("fr",)),
        ),
    ],
)
def test_those_who_speak_a_language_are_asked_as_a_role_is(
    cast: Cast, question: str, filters: Filters
) -> None:
    assert stated(question, cast).filters == filters


@pytest.mark.parametrize(
    "question",
    [
        # people who are spoken about, or who are somebody else
        "what do people say about Gwen?",
        "has anyone here worked with Priya",
        "did others have a time like Kofi",
        "money, anybody besides Nkechi",
        "somebody other than Ravi on parking",
        "who agrees with siobhan and Tomasz",
        "what do the others think of Hamish",
        "my friend Gwen told me to join, is it worth it",
        "my name is Florence and I want to join",
        "can I get in touch with Ingrid",
        "how could I write to Ravi",
        "what is Hamish's email address",
        "date of birth of Dr. Okafor",
        "is the meeting in Florence this year",
        "what did Florence Nightingale think of clean wards",
        "que dit-on de Gwen dans ce projet",
        "qui a travaillé avec Solène",
        "je m’appelle Florence, puis-je participer ?",
        "quel est le nom de famille de Thérèse ?",
        # names that are words
        "will grace be shown to latecomers",
        "How Will I Get There Without A Car",
        "HOW WILL I GET THERE",
        "I am tired. Will they help?",
        "is it paid, and will it stay so",
        "is there any grace for late forms",
        # groups that a question is about
        "do doctors really take patients seriously",
        "how do researchers choose patients",
        "will the doctors listen to me",
        "can patients be authors",
        "can any of the doctors help me with my form",
        "is there a doctor who can help me fill it in",
        "how do I contact one of the researchers",
        "I told one of the nurses a secret, is that bad",
        "as a caregiver, how do I find the time",
        "are patients paid the same as researchers",
        "should doctors be in the room at all",
        "trying to please the researchers",
        "why are carers forgotten",
        "is it true that some doctors hate this",
        "est-ce que les médecins écoutent les patients",
        "comment les chercheurs choisissent-ils les patients",
        "puis-je parler à un des médecins",
        "en tant que patient, serai-je payé",
        # no page, or not surely one
        "is there a page about parking",
        "where is the home page",
        "what is on the first page of the consent form",
        "the section of the form about data",
        "data and ethics",
        "who wrote the page",
        "on the page after the holidays, who pays",
        "y a-t-il une page sur l’argent",
        # languages that a question is about
        "why does everything switch to English",
        "what do people say about French speakers",
        "are francophones left out",
        "is the English form easier",
        "peut-on répondre en français ?",
        "comment les francophones sont-ils accueillis",
        "is the app in French",
    ],
)
def test_what_a_question_is_about_is_no_filter_in_the_sample(cast: Cast, question: str) -> None:
    found = stated(question, cast)
    assert found.filters == Filters()
    assert found.rest == question
