from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.conversation.signpost import check_signposts, read_signposts, signpost_for
from partnerqa.errors import CorpusError
from tests.conversation import signpost_messages as typed

SELF_HARM = """
I want to die
I just want to kill myself
i dont want to live anymore
I don't want to be here any more.
I've been thinking about killing myself
I'm thinking of suicide
I feel suicidal
I am really suicidal tonight
I wish I was dead
I wish I had never been born
Everyone would be better off without me
How can I kill myself?
What is the painless way to die
How many pills do I take to overdose
I keep cutting myself
I've been harming myself again
I tried to end my life
Should I end it all?
I can't go on anymore
My son wants to kill himself
My friend is suicidal, what do I do?
my daughter is self-harming
There is no reason to live
I have suicidal thoughts
Did anyone else feel this? I really want to end my life.
Je veux mourir
J'ai envie d'en finir
Je ne veux plus vivre
Je pense au suicide
j’ai des idées suicidaires
Je me scarifie
Ma fille parle de se suicider
Comment me suicider
Tout le monde serait mieux sans moi
"""
EMERGENCY = """
I can't breathe
I think I'm having a heart attack
I have severe chest pain right now
My baby is not breathing!
my husband just collapsed
She is unconscious
He's choking
My wife is having a stroke
I have taken an overdose
My son swallowed bleach
The bleeding won't stop
Please call an ambulance
This is an emergency
I'm dying right now
someone is attacking me right now
Je n'arrive plus à respirer
Je fais une crise cardiaque
Mon bébé ne respire plus
Elle est inconsciente
Appelez une ambulance
Mon mari s'est effondré
J’ai avalé trop de médicaments
Au secours !
C'est une urgence vitale
"""
MEDICAL = """
Should I stop taking my medication?
Should I take ibuprofen for this?
Should I start chemo?
Should I have the operation?
Should I reduce my dose of insulin?
Can I take ibuprofen with antibiotics?
Can I drink while taking antidepressants?
Is it safe to stop taking my meds?
Is it safe for me to come off steroids?
What dose of morphine should I take?
Which treatment is best for me?
Which painkiller should I use?
How many mg of paracetamol can my child have?
Do I have cancer?
Do I need surgery?
Could this be a stroke?
Can you diagnose me?
Can you tell me what is wrong with me?
What's wrong with me?
Is this lump serious?
Is my rash normal?
What should I do about my headache
How do I treat my eczema?
What are the symptoms of lupus?
What are the side effects of methotrexate?
What do my blood results mean?
Should my mother have chemotherapy?
Dois-je arrêter mon traitement ?
Est-ce que je devrais prendre des antibiotiques ?
Puis-je prendre du doliprane enceinte ?
Quel traitement est le mieux pour moi ?
Quelle dose de cortisone dois-je prendre ?
Est-ce que j'ai un cancer ?
Pouvez-vous me dire ce que j'ai ?
Quels sont les effets secondaires du méthotrexate ?
Comment soigner mon eczéma ?
"""
LEGAL = """
Can I sue the hospital?
Do I have a case?
Do I have legal grounds to complain?
What are my legal rights?
What are my rights if they drop me?
Am I liable if something goes wrong?
Am I legally obliged to stay?
Is it legal to record the meeting?
Is it against the law for my boss to read my records?
Can my employer fire me for taking part?
Could my insurer refuse to pay?
Should I sign this consent form?
Should I sign the NDA
Do I need a lawyer?
Can you give me legal advice?
I need some legal advice
How do I file a lawsuit?
How can I get compensation for the injury?
Is this contract legally binding?
Can I press charges?
Puis-je porter plainte ?
Est-ce que je peux attaquer en justice l'hôpital ?
Ai-je besoin d'un avocat ?
Est-ce légal d'enregistrer la réunion ?
Quels sont mes droits ?
Mon employeur peut-il me licencier pour cela ?
Dois-je signer ce contrat ?
Je cherche un conseil juridique
"""
ORDINARY = """
Did anyone feel like giving up?
Did anybody want to quit the project?
I want to give up on this committee, did others?
How did people cope with suicidal thoughts?
Did anyone talk about wanting to die?
Has anyone here lived through a suicide attempt in the family?
What do people say about grief?
What was it like to lose a child?
How did it feel when the treatment stopped working?
What was the darkest moment for people?
Did anyone feel they were better off without the team?
Do people speak about self-harm in their research?
How do families live with a suicide?
Which projects were about suicide prevention?
How did Karen feel when she was told she had cancer?
Did anyone stop taking their medication?
What do people say about side effects?
How did people decide about chemotherapy?
What was chemotherapy like?
Did anyone regret having surgery?
How did caregivers deal with pain at night?
Did someone have a heart attack during the project?
I had a heart attack last year and want to join a study, what did others do?
What happened when somebody could not breathe?
My mother had a stroke two years ago. Does anyone care for a parent?
Was there ever an emergency during a meeting?
How do people get help when they are overwhelmed?
Meetings take my breath away, who else finds them stressful?
I am dying to know what they were paid
This paperwork is killing me
Should I become a patient partner?
Should I start a patient group?
Should I tell the team about my illness?
Should I take part in a study?
What should I do before the first meeting?
How do I treat my research partners fairly?
What are the signs of tokenism?
What are the symptoms of a bad partnership?
Do I need a degree?
Do I have to share my story?
Do I need training to be a partner?
Can I bring my husband to meetings?
Can I take breaks during meetings?
What do people say about consent forms?
Did anyone sign a contract?
Was there a lawyer on the team?
How were people paid for their time?
What rights do patient partners have in publications?
Who owns the data?
Did anyone complain, and what happened?
How do people get compensated for their time?
Is it worth it?
Is it hard to say no to a researcher?
Did anyone feel exploited or used?
What do people say about death and dying?
How do people talk about dying with researchers?
Did working together help people to heal?
Did anyone cry in a meeting?
Who felt ignored by doctors?
What does a good diagnosis conversation look like?
How did a late diagnosis change people?
Was anyone ever afraid?
Est-ce que quelqu'un a eu envie d'abandonner ?
Comment les gens vivent-ils avec la douleur ?
Qui a parlé de la mort d'un proche ?
Est-ce que quelqu'un a pensé au suicide ?
Qu'est-ce qu'on dit des effets secondaires ?
Comment s'est passée la chimio ?
Est-ce que les gens sont payés ?
Comment se préparer à une réunion ?
Dois-je raconter mon histoire ?
Puis-je venir avec mon mari ?
Qui a signé un contrat ?
Quels sont les signes d'un bon partenariat ?
Comment traiter les patients comme des partenaires ?
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def category(message: str) -> str | None:
    signpost = signpost_for(message, read_signposts())
    return signpost.category if signpost else None


@pytest.mark.parametrize("message", [*lines(SELF_HARM), *lines(typed.SELF_HARM)])
def test_a_message_about_harming_oneself_meets_its_signpost(message: str) -> None:
    assert category(message) == "self-harm"


@pytest.mark.parametrize("message", [*lines(EMERGENCY), *lines(typed.EMERGENCY)])
def test_an_emergency_meets_its_signpost(message: str) -> None:
    assert category(message) == "emergency"


@pytest.mark.parametrize("message", [*lines(MEDICAL), *lines(typed.MEDICAL)])
def test_asking_for_medical_advice_meets_its_signpost(message: str) -> None:
    assert category(message) == "medical-advice"


@pytest.mark.parametrize("message", [*lines(LEGAL), *lines(typed.LEGAL)])
def test_asking_for_legal_advice_meets_its_signpost(message: str) -> None:
    assert category(message) == "legal-advice"


@pytest.mark.parametrize(
    "message",
    [
        "what is Louise's email address",
        "tell me Ben's phone number please",
        "whats her surname",
        "surname of Tomasz",
        "quelle est l'adresse de Louise ?",
    ],
)
def test_asking_for_what_would_lead_to_a_person_meets_its_signpost(message: str) -> None:
    assert category(message) == "personal-data"


@pytest.mark.parametrize(
    "message",
    [
        "did they ask for my date of birth",
        "should I use my real name",
        "what is a good email address for a team",
        "do people say what it is like to use their real name",
        "do you have to give your home address",
    ],
)
def test_asking_about_names_and_addresses_in_research_meets_none(message: str) -> None:
    assert category(message) is None


@pytest.mark.parametrize("message", [*lines(ORDINARY), *lines(typed.ORDINARY)])
def test_an_ordinary_question_about_hard_experiences_meets_none(message: str) -> None:
    assert category(message) is None


@pytest.mark.parametrize("message", lines(typed.PERHAPS))
def test_what_may_be_meant_otherwise_meets_the_text_before_quotes(message: str) -> None:
    signpost = signpost_for(message, read_signposts())
    assert signpost is not None
    assert (signpost.category, signpost.show) == ("self-harm", "before")


def test_what_is_surely_meant_goes_before_what_perhaps_is() -> None:
    signpost = signpost_for("I can't cope any more. Call an ambulance!", read_signposts())
    assert signpost is not None
    assert (signpost.category, signpost.show) == ("emergency", "instead")


def test_distress_goes_before_advice() -> None:
    assert category("I can't cope any more. Should I stop my chemo?") == "self-harm"


def test_one_slip_of_the_finger_does_not_count() -> None:
    assert category("i dont want to liive anymore") == "self-harm"
    assert category("im tierd of livng") == "self-harm"
    assert category("can i drink on anitbiotics") == "medical-advice"


def test_spelling_habits_do_not_count() -> None:
    assert category("JE VEUX MOURIR") == "self-harm"
    assert category("j’ai  des pensees suicidaires") == "self-harm"
    assert category("i dont want to live anymore") == "self-harm"


def test_every_signpost_speaks_english_and_french() -> None:
    for signpost in read_signposts():
        assert signpost.in_language("en") != signpost.in_language("fr")


def test_a_person_at_risk_is_shown_no_quotes_and_a_patient_still_is() -> None:
    show = {signpost.category: signpost.show for signpost in read_signposts()}
    assert show == {
        "self-harm": "instead",
        "emergency": "instead",
        "medical-advice": "unless-answered",
        "personal-data": "instead",
        "legal-advice": "before",
    }


def test_a_collection_may_replace_a_text_add_a_category_and_switch_one_off(tmp_path: Path) -> None:
    own = tmp_path / "signposts.toml"
    own.write_text(
        '[self-harm.text]\nen = "Call Alma on 555."\n'
        "[legal-advice]\noff = true\n"
        '[press]\nshow = "instead"\npatterns = ["i am a journalist"]\n'
        'text.en = "Write to our press office."\n',
        encoding="utf-8",
    )
    signposts = read_signposts(own)
    help_text = signpost_for("I want to die", signposts)
    press = signpost_for("Hello, I am a journalist", signposts)
    assert help_text is not None
    assert help_text.in_language("en") == "Call Alma on 555."
    assert "988" in help_text.in_language("fr")
    assert signpost_for("Can I sue the hospital?", signposts) is None
    assert press is not None
    assert press.in_language("fr") == "Write to our press office."


def test_a_rules_file_with_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    own = tmp_path / "signposts.toml"
    own.write_text('[press]\npattern = ["x"]\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"signposts\.toml:1: the signpost \[press\] has the"):
        read_signposts(own)


def test_a_pattern_with_a_bracket_too_few_is_refused_by_name(tmp_path: Path) -> None:
    own = '[press]\npatterns = ["i am (a|the press"]\ntext.en = "Write to us."\n'
    with pytest.raises(CorpusError, match=r"\[press\] pattern 'i am \(a\|the press'"):
        check_signposts(own, tmp_path / "signposts.toml")


def test_perhaps_is_a_table_of_patterns(tmp_path: Path) -> None:
    own = tmp_path / "signposts.toml"
    own.write_text('[self-harm.perhaps]\nshow = "before"\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"\[self-harm.perhaps\] has patterns and unless"):
        read_signposts(own)
