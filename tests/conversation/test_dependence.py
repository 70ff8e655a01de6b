from __future__ import annotations

import pytest

from partnerqa.conversation.dependence import content_words, stands_alone


@pytest.mark.parametrize(
    "message",
    [
        "how come?",
        "Why?",
        "why is that?",
        "why does that keep happening?",
        "was it put right?",
        "how did she cope?",
        "what if they’d got it wrong?",
        "did she say they’re tired?",
        "what do they want changed?",
        "travel costs",
        "hopes?",
        "and once in the room?",
        "did others feel the same way about it?",
        "pourquoi ?",
        "comment l’éviter ?",
        "et la relève ?",
        "qu’est-ce qu’il dit de son remplaçant ?",
    ],
)
def test_a_message_that_points_back_or_says_nothing_of_its_own_leans(message: str) -> None:
    assert not stands_alone(message)


@pytest.mark.parametrize(
    "message",
    ["Comment quitter une équipe ?", "quels conseils pour les chercheurs ?"],
)
def test_a_french_question_about_something_stands_alone(message: str) -> None:
    assert stands_alone(message)


def test_they_who_do_something_to_us_are_nobody_in_particular() -> None:
    assert stands_alone("are they going to replace us with a machine one day")
    assert not stands_alone("are they going to replace it with a machine one day")


@pytest.mark.parametrize(
    "message",
    [
        "How are people paid?",
        "Does anyone talk about the death of somebody on the team?",
        "how do people manage when their illness comes back",
        "who gets their name on the paper?",
        "did a researcher ever own up that they'd got it wrong?",
        "do patients say when they’re tired?",
        "What was it like to lose a child?",
        "Is it hard to say no to a researcher?",
        "Thanks. Do teenagers take part?",
        "what do people do when they can’t understand the long words?",
        "Est-ce qu’on est payé ?",
        "Les toilettes sont-elles accessibles en fauteuil ?",
        "Comment se préparer à une réunion ?",
    ],
)
def test_a_whole_question_stands_alone(message: str) -> None:
    assert stands_alone(message)


def test_content_words_leave_out_what_says_nothing_of_the_subject() -> None:
    assert content_words("What did people say about the Travel costs?") == ["travel", "costs"]
    assert content_words("Qu’est-ce que les gens disent de l’argent ?") == ["argent"]
