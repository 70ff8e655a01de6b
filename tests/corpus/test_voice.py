from __future__ import annotations

import pytest

from partnerqa.corpus.voice import speech_score

SPOKEN = [
    "I used to sit by the door, you know, so I could leave.",
    "We're no use before noon, so we told them.",
    "Um, yeah, it was, it was okay. They didn't bite.",
    "You sit there and you think, what am I doing here?",
    "Moi, je n’ai rien dit. J’ai attendu que ça passe, voilà.",
    "Oh, definitely. My sister was furious, and so was I.",
]
WRITTEN = [
    "Many participants told us that they had felt nervous before their first meeting.",
    "In this topic page, we look at how people came to be heard in their teams.",
    "Some of the patient partners described how the meetings changed over the years.",
    "Another caregiver told us how their friendships with the team had grown.",
    "Nadia described the committee as a family. Others found it harder to settle.",
    "Plusieurs personnes nous ont dit que les réunions avaient changé avec le temps.",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_speech_scores_above_nothing(text: str) -> None:
    assert speech_score(text) > 0


@pytest.mark.parametrize("text", WRITTEN)
def test_the_researchers_narrative_scores_below_nothing(text: str) -> None:
    assert speech_score(text) < 0


def test_what_is_quoted_within_narrative_does_not_make_it_speech() -> None:
    frame = "Nadia described the committee as a family. {} Others found it harder to settle."
    quoted = frame.format("“I love them, I do, you know, I’m there every week,” she said.")
    assert speech_score(quoted) < 0


def test_text_without_words_has_no_voice() -> None:
    assert speech_score("") <= 0
    assert speech_score("— 12 —") <= 0
