from __future__ import annotations

import pytest

from partnerqa.conversation.almost import by_parts
from partnerqa.conversation.cast import Cast
from partnerqa.conversation.frame import frames
from partnerqa.conversation.piece import pieces_of
from partnerqa.conversation.stated import stated
from partnerqa.records import Filters, Role, Speaker


def person(name: str, *aliases: str) -> Speaker:
    return Speaker(name.casefold(), name, None, "module", aliases)


ANA, DAVE_G, DAVE_X = person("Ana"), person("Dave G"), person("Dave X")
OKAFOR, SIOBHAN, WILL = person("Dr. Okafor"), person("Siobhán"), person("Will")
SEUN, DARCY, MARC = person("Oluwaseun", "Seun"), person("D’Arcy"), person("Jean-Marc")
LINDQVIST = person("Professor Lindqvist")
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
    "darcy": (DARCY,),
    "jean marc": (MARC,),
    "professor lindqvist": (LINDQVIST,),
}
SHORT = {"okafor": (OKAFOR,), "dave": (DAVE_G, DAVE_X), "lindqvist": (LINDQVIST,)}
CAST = Cast(
    names=NAMES,
    people={one.id: one for people in NAMES.values() for one in people},
    short=SHORT,
    topics={"saying no": "Saying no", "the token seat": "The Token Seat"},
    languages=("en", "fr"),
    starts=frozenset(name.split()[0] for name in (*NAMES, *SHORT)) | {"prof", "dr"},
    parts=by_parts((*NAMES, *SHORT)),
    is_word=frozenset({"siobhann"}).__contains__,
)
OTHERS: dict[Role, tuple[Role, ...]] = {
    "researcher": ("patient", "caregiver", "clinician"),
    "clinician": ("patient", "caregiver", "researcher"),
}


@pytest.mark.parametrize(
    ("question", "filters", "rest"),
    [
        ("What did Ana say about learning?", Filters(("Ana",)), "learning?"),
        ("what has seun said about AI", Filters(("Oluwaseun",)), "AI"),
        ("what did dr okafor say about trials", Filters(("Dr. Okafor",)), "trials"),
        ("Doctor Okafor: emergencies", Filters(("Dr. Okafor",)), "emergencies"),
        ("okafor on trials", Filters(("Dr. Okafor",)), "trials"),
        ("was it hard? clinicians only", Filters(roles=("clinician",)), "was it hard"),
        ("Clinicians only! What about money?", Filters(roles=("clinician",)), "What about money?"),
        ("Qui a peur ? seulement en français", Filters(languages=("fr",)), "Qui a peur"),
        ("Siobhan - why she joined", Filters(("Siobhán",)), "why she joined"),
        ("according to Ana, how should a meeting be run", Filters(("Ana",)), ""),
        ("D'Arcy on money", Filters(("D’Arcy",)), "money"),
        ("Ana's views on ethics boards", Filters(("Ana",)), "ethics boards"),
        ("what do Ana and Siobhán say about trust", Filters(("Ana", "Siobhán")), "trust"),
        ("what does Dave say about money", Filters(("Dave G", "Dave X")), "money"),
        ("what does Dave X say about money", Filters(("Dave X",)), "money"),
        (
            "why did Siobhán leave her team",
            Filters(("Siobhán",)),
            "why did somebody leave her team",
        ),
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


@pytest.mark.parametrize(
    ("question", "roles", "rest"),
    [
        ("carer pov: weekends", ("caregiver",), "weekends"),
        ("pt views re vouchers", ("patient",), "vouchers"),
        ("jargon from the patient side", ("patient",), "jargon"),
        ("a clinician's angle on deadlines", ("clinician",), "deadlines"),
        ("family carers' own accounts of two jobs", ("caregiver",), "two jobs"),
        ("carers stories about nights", ("caregiver",), "nights"),
        ("in the words of relatives, what is a flare like", ("caregiver",), "what is a flare like"),
        ("parking as carers see it", ("caregiver",), "parking"),
        ("mistakes as told by researchers", ("researcher",), "mistakes"),
        ("a line from a nurse on grief", ("clinician",), "grief"),
        ("researchers themselves on deadlines", ("researcher",), "deadlines"),
        ("patients on being paid", ("patient",), "being paid"),
        ("patients and carers please, the bus", ("patient", "caregiver"), "the bus"),
        ("patients/carers: the bus", ("patient", "caregiver"), "the bus"),
        ("patients versus researchers on pay", ("patient", "researcher"), "pay"),
        ("which carers talk about nights", ("caregiver",), "nights"),
        ("what have carers got to say about nights", ("caregiver",), "nights"),
        ("what do people with the illness think of forms", ("patient",), "forms"),
        ("stories from people looking after someone at home", ("caregiver",), "home"),
        ("du point de vue des proches : la nuit", ("caregiver",), "la nuit"),
        ("le bus raconté par des patients et des aidants", ("patient", "caregiver"), "le bus"),
        ("les parents racontent leurs nuits", ("caregiver",), "leurs nuits"),
        ("comment les aidants vivent-ils la nuit", ("caregiver",), "la nuit"),
        ("et les soignants, qu'en pensent-ils, du deuil ?", ("clinician",), "deuil ?"),
        ("des mots de chercheuses sur le doute", ("researcher",), "le doute"),
        ("je cherche des chercheuses qui doutent", ("researcher",), "qui doutent"),
    ],
)
def test_a_role_may_be_asked_in_many_turns_of_phrase(
    question: str, roles: tuple[Role, ...], rest: str
) -> None:
    found = stated(question, CAST)
    assert (found.filters, found.rest) == (Filters(roles=roles), rest)


@pytest.mark.parametrize(
    "question",
    [
        "doctors who don’t listen",
        "doctors dont listen",
        "patients dont get paid",
        "researchers who never reply",
        "les médecins qui n’écoutent pas",
        "doctors on call",
        "patients on the ethics board",
        "patients on interview panels",
        "I was told by doctors to rest",
        "leaflets written by patients",
        "which patients get paid",
        "advice for relatives",
        "conseils aux patients",
        "can I bring my parents",
        "the research team never answers",
        "patients and carers, who pays them",
        "patient information sheets",
        "les mots des médecins",
        "les parents sont-ils admis",
    ],
)
def test_a_group_that_is_the_subject_is_no_filter(question: str) -> None:
    assert stated(question, CAST).filters == Filters()


@pytest.mark.parametrize(
    ("question", "unwanted", "rest"),
    [
        ("anyone except researchers on summaries", "researcher", "summaries"),
        ("everybody but the doctors talking about grief", "clinician", "grief"),
        ("summaries, but not from researchers", "researcher", "summaries"),
        ("not researchers: summaries", "researcher", "summaries"),
        ("who apart from researchers talks about summaries", "researcher", "summaries"),
        ("tout le monde sauf les chercheurs, à propos du bus", "researcher", "bus"),
        ("hors médecins : le deuil", "clinician", "le deuil"),
    ],
)
def test_all_roles_but_those_that_are_not_wanted_are_asked(
    question: str, unwanted: Role, rest: str
) -> None:
    found = stated(question, CAST)
    assert (found.filters, found.rest) == (Filters(roles=OTHERS[unwanted]), rest)


@pytest.mark.parametrize(
    "question",
    [
        "not just patients, who finds screens tiring",
        "either patients or carers, whoever, on grief",
        "n’importe qui, patient ou soignant, sur le deuil",
        "nobody but researchers is paid",
    ],
)
def test_a_restriction_that_is_lifted_is_no_filter(question: str) -> None:
    assert stated(question, CAST).filters == Filters()


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("anas view of ethics boards", ("Ana",)),
        ("ana's side of the story", ("Ana",)),
        ("Ana versus Siobhán on trust", ("Ana", "Siobhán")),
        ("Ana & Siobhán on trust", ("Ana", "Siobhán")),
        ("Ana compared with Siobhán on trust", ("Ana", "Siobhán")),
        ("did the two Daves agree about money", ("Dave G", "Dave X")),
        ("darcy's reasons for leaving", ("D’Arcy",)),
        ("prof lindqvist on guilt", ("Professor Lindqvist",)),
        ("a line from prof lindquist about guilt", ("Professor Lindqvist",)),
        ("dr okafar on trials", ("Dr. Okafor",)),
        ("jeanmarc sur les portes", ("Jean-Marc",)),
        ("Siobahn on friends", ("Siobhán",)),
        ("que reproche Siobhán aux portes", ("Siobhán",)),
        ("le bus raconté par Siobhán", ("Siobhán",)),
        ("was it hard for Ana to speak", ("Ana",)),
        ("what happened to Ana", ("Ana",)),
    ],
)
def test_a_person_may_be_asked_in_many_turns_of_phrase(
    question: str, speakers: tuple[str, ...]
) -> None:
    assert stated(question, CAST).filters == Filters(speakers=speakers)


@pytest.mark.parametrize(
    "question",
    [
        "how did the team make it up to Dave G",
        "did Seun's emails help anyone",
        "les courriels de Siobhán",
        "what did Ana teach the others",
        "ce que Jean-Marc a confié à l’infirmière",
        "who replaced Ana",
        "why did they ignore Ana",
        "qui a aidé Siobhán",
        "a card for Ana",
        "que pense-t-on du docteur Okafor",
        "siobhann on friends",  # a word of the pages
        "lindqust research on guilt",  # two letters are wrong
    ],
)
def test_a_person_whom_others_tell_of_is_no_filter(question: str) -> None:
    assert stated(question, CAST).filters == Filters()


@pytest.mark.parametrize(
    ("question", "filters", "rest"),
    [
        ("carers in the 'Saying no' section", Filters((), ("caregiver",), ("Saying no",)), ""),
        ("patients on the token seat page", Filters((), ("patient",), ("The Token Seat",)), ""),
        ("Ana in “Saying no”", Filters(("Ana",), (), ("Saying no",)), ""),
        ("photographs in The Token Seat", Filters(topics=("The Token Seat",)), "photographs"),
        ("the token seat page on chairs", Filters(topics=("The Token Seat",)), "on chairs"),
        ("patients in French on hope", Filters((), ("patient",), (), ("fr",)), "hope"),
        ("Jean-Marc in English on doors", Filters(("Jean-Marc",), (), (), ("en",)), "doors"),
        ("quotes in French from patients on hope", Filters((), ("patient",), (), ("fr",)), "hope"),
    ],
)
def test_people_and_a_page_or_a_language_may_be_asked_together(
    question: str, filters: Filters, rest: str
) -> None:
    found = stated(question, CAST)
    assert (found.filters, found.rest) == (filters, rest)


@pytest.mark.parametrize(
    "question", ["trouble in the token seat", "carers", "On Saying No To People"]
)
def test_words_that_a_title_shares_and_a_bare_group_are_no_filter(question: str) -> None:
    assert stated(question, CAST).filters == Filters()
