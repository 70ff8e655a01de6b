from __future__ import annotations

import pytest

from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.topic import begins_with_pronoun, topic_after
from partnerqa.records import Span


def about(text: str) -> str | None:
    knowledge = Knowledge()
    knowledge.learn(text)
    topic = topic_after(text, Span(0, len(text)), knowledge, None)
    return topic.name if topic else None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Nadia had been on the panel for years.", "Nadia"),
        ("Nadia had been on the panel for years. She liked it.", "Nadia"),
        ("Nadia came first. Then Otto described the building.", "Otto"),
        ("For Nadia, the meetings were a relief.", "Nadia"),
        ("Nadia’s first meeting was a long one.", "Nadia"),
        ("However, Nadia remembered it well.", "Nadia"),
        ("Nadia a rejoint le comité au printemps. Elle a attendu.", "Nadia"),
    ],
)
def test_a_paragraph_is_about_the_subject_of_its_last_sentences(text: str, person: str) -> None:
    assert about(text) == person


@pytest.mark.parametrize(
    "text",
    [
        "Nadia and Otto shared a desk.",
        "Many people were nervous at first.",
        "Nadia came first. Another caregiver came later.",
        "",
    ],
)
def test_a_paragraph_about_two_or_nobody_or_somebody_unnamed_has_no_topic(text: str) -> None:
    assert about(text) is None


def test_the_topic_is_proved_by_the_words_that_name_it() -> None:
    text = "Nadia had been on the panel for years. She liked it."
    topic = topic_after(text, Span(0, len(text)), Knowledge(), None)
    assert topic is not None
    assert topic.evidence.of(text) == "Nadia"
    assert 0.9 <= topic.confidence < 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("She came.", True), ("However, he came.", True), ("Nadia came.", False), ("Sherry.", False)],
)
def test_a_sentence_begins_with_a_pronoun_or_not(text: str, expected: bool) -> None:  # noqa: FBT001
    assert begins_with_pronoun(text, 0) is expected
