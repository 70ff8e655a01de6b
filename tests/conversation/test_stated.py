from __future__ import annotations

import pytest

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.frame import frames
from partnerqa.conversation.piece import pieces_of
from partnerqa.conversation.stated import stated
from partnerqa.records import Filters, Speaker


def person(name: str, *aliases: str) -> Speaker:
    return Speaker(name.casefold(), name, None, "module", aliases)


ANA, DAVE_G, DAVE_X = person("Ana"), person("Dave G"), person("Dave X")
OKAFOR, SIOBHAN, WILL = person("Dr. Okafor"), person("Siobhán"), person("Will")
SEUN, DARCY, MARC = person("Oluwaseun", "Seun"), person("D’Arcy"), person("Jean-Marc")
NAMES = {
    "ana": (ANA,),
    "dave g": (DAVE_G,),
    "dave x": (DAVE_X,),
    "dr okafor": (OKAFOR,),
    "siobhan": (SIOBHAN,),
    "will": (WILL,),
    "oluwaseun": (SEUN,),
    "seun": (SEUN,),
    "arcy": (DARCY,),
    "jean marc": (MARC,),
}
SHORT = {"okafor": (OKAFOR,), "dave": (DAVE_G, DAVE_X)}
CAST = Cast(
    names=NAMES,
    people={one.id: one for people in NAMES.values() for one in people},
    short=SHORT,
    topics={"saying no": "Saying no", "the token seat": "The Token Seat"},
    languages=("en", "fr"),
    starts=frozenset(name.split()[0] for name in (*NAMES, *SHORT)),
)


@pytest.mark.parametrize(
    ("question", "filters", "rest"),
    [
        ("What did Ana say about learning?", Filters(("Ana",)), "learning?"),
        ("what has seun said about AI", Filters(("Oluwaseun",)), "AI"),
        ("what did dr okafor say about trials", Filters(("Dr. Okafor",)), "trials"),
        ("Doctor Okafor: emergencies", Filters(("Dr. Okafor",)), "emergencies"),
        ("okafor on trials", Filters(("Dr. Okafor",)), "trials"),
        ("Siobhan - why she joined", Filters(("Siobhán",)), "why she joined"),
        ("according to Ana, how should a meeting be run", Filters(("Ana",)), ""),
        ("D'Arcy on money", Filters(("D’Arcy",)), "money"),
        ("Ana's views on ethics boards", Filters(("Ana",)), "ethics boards"),
        ("what do Ana and Siobhán say about trust", Filters(("Ana", "Siobhán")), "trust"),
        ("what does Dave say about money", Filters(("Dave G", "Dave X")), "money"),
        ("what does Dave X say about money", Filters(("Dave X",)), "money"),
        ("why did Siobhán leave her team", Filters(("Siobhán",)), "why did leave her team"),
        ("Will on parking", Filters(("Will",)), "parking"),
        ("anything Ana said about the ferry", Filters(("Ana",)), "the ferry"),
        ("can I hear from Ana about agendas", Filters(("Ana",)), "agendas"),
        ("speaker: Ana agendas", Filters(("Ana",)), "agendas"),
        ("agendas, from Ana", Filters(("Ana",)), "agendas"),
        ("agendas by Ana", Filters(("Ana",)), "agendas"),
        ("seun data ownership", Filters(("Oluwaseun",)), "data ownership"),
        ("selon Ana, faut-il un interprète", Filters(("Ana",)), "faut-il un interprète"),
        ("pourquoi Jean-Marc a-t-il quitté l’équipe", Filters(("Jean-Marc",)), ""),
        ("qu’est-ce que Siobhán dit de la nuit", Filters(("Siobhán",)), "la nuit"),
    ],
)
def test_a_person_who_is_asked_is_a_filter_and_the_rest_is_left(
    question: str, filters: Filters, rest: str
) -> None:
    found = stated(question, CAST)
    assert found.filters == filters
    assert not rest or found.rest == rest


@pytest.mark.parametrize(
    ("question", "role", "rest"),
    [
        ("researchers only: trust", "researcher", "trust"),
        ("trust (patients only)", "patient", "trust"),
        ("leaving a team, only patients", "patient", "leaving a team"),
        ("researchers' views of ethics boards", "researcher", "ethics boards"),
        ("caregivers who felt left out", "caregiver", "who felt left out"),
        ("just the clinicians on scepticism", "clinician", "scepticism"),
        ("show me only patients on leaving a team", "patient", "leaving a team"),
        ("do any clinicians talk about grief?", "clinician", "grief?"),
        ("what do the doctors think of patients", "clinician", "patients"),
        ("quotes from caregivers about nights", "caregiver", "nights"),
        ("is it fair from a caregiver's point of view", "caregiver", "is it fair"),
        ("what are the views of researchers on ethics boards", "researcher", "ethics boards"),
        ("clinicians' doubts about involvement", "clinician", "involvement"),
        ("how do caregivers cope with nights", "caregiver", "nights"),
        ("filter by caregivers: nights", "caregiver", "nights"),
        ("que disent les aidants de la nuit ?", "caregiver", "la nuit ?"),
        ("d’après les chercheurs, faut-il payer", "researcher", "faut-il payer"),
        ("les médecins parlent-ils du deuil ?", "clinician", "deuil ?"),
        ("l’avis des chercheurs sur la confiance", "researcher", "la confiance"),
        ("les aidants qui se sentent oubliés", "caregiver", "qui se sentent oubliés"),
    ],
)
def test_a_role_that_is_asked_is_a_filter_and_the_rest_is_left(
    question: str, role: str, rest: str
) -> None:
    found = stated(question, CAST)
    assert (found.filters.roles, found.rest) == ((role,), rest)


@pytest.mark.parametrize(
    ("question", "filters", "rest"),
    [
        ("en français : ce qui inquiète", Filters(languages=("fr",)), "ce qui inquiète"),
        ("worries about the future, in French", Filters(languages=("fr",)), ""),
        ("worries about the future in French", Filters(languages=("fr",)), ""),
        ("quotes in English about hope", Filters(languages=("en",)), "hope"),
        ("topic Saying no: weekends", Filters(topics=("Saying no",)), "weekends"),
        ("Saying no: weekends", Filters(topics=("Saying no",)), "weekends"),
        ("under Saying no, weekends", Filters(topics=("Saying no",)), "weekends"),
        ("French speakers on hope", Filters(languages=("fr",)), "hope"),
        ("on the page The Token Seat: chairs", Filters(topics=("The Token Seat",)), "chairs"),
        ("chairs on the page “the token seat”", Filters(topics=("The Token Seat",)), "chairs"),
        (
            "in French: what did Ana say about buses",
            Filters(speakers=("Ana",), languages=("fr",)),
            "buses",
        ),
    ],
)
def test_a_language_or_a_page_that_is_named_is_a_filter(
    question: str, filters: Filters, rest: str
) -> None:
    found = stated(question, CAST)
    assert found.filters == filters
    assert found.rest == (rest or "worries about the future")


@pytest.mark.parametrize(
    "question",
    [
        "do doctors really take patients seriously on these things",
        "my mother is tired, will they help",
        "what did my doctor say about trials",
        "do researchers ever say sorry?",
        "do researchers care what patients think?",
        "I hate it when doctors talk about me",
        "why is it only researchers who get paid",
        "only patients get asked for their story",
        "what do people say about researchers",
        "are the voices of patients heard",
        "patient experience of research",
        "patients and researchers as friends",
        "how do researchers choose patients",
        "will they be patient with me",
        "will on parking be free",
        "Will parking be free",
        "saying no to a committee",
        "what's Ana's address so I can write to her",
        "who talks about Ana?",
        "can I speak in French?",
        "Comment parler en français ?",
        "the token seat",
        "is there a page about parking",
        "les chercheurs ont des mots blessants pour nos malades",
    ],
)
def test_what_a_question_is_about_is_no_filter(question: str) -> None:
    found = stated(question, CAST)
    assert found.filters == Filters()
    assert found.rest == found.searched == question


def test_a_whole_question_is_searched_with_people_in_the_place_of_the_name() -> None:
    assert stated("What did Ana say about pay?", CAST).searched == "What did people say about pay?"
    assert (
        stated("que disent les aidants du bus ?", CAST).searched == "que disent les gens du bus ?"
    )
    assert stated("Ana on pay", CAST).searched == "pay"


def test_marks_part_the_words_of_a_question_but_a_hyphen_does_not() -> None:
    plain = [piece.plain for piece in pieces_of("Jean-Marc – l’été : oui, (si)")]
    assert plain == ["jean marc", "_", "l", "ete", "_", "oui", "__", "__", "si", "__"]


def test_every_frame_says_for_whom_it_stands_and_what_it_keeps() -> None:
    assert {frame.who for frame in frames()} <= {"all", "names", "roles", "sure"}
    assert {frame.keep for frame in frames()} <= {"", "before", "after"}
