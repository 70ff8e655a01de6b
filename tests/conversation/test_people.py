from __future__ import annotations

from partnerqa.conversation.people import people_heard
from partnerqa.records import Attribution, Document, Hit, Match, Quote, Role

PAGE = Document("page", "page.txt", "Page", "words")


def hit(name: str | None, role: Role | None, number: int = 0) -> Hit:
    said = Attribution(name, role, "caption", (), 1.0, name)
    quote = Quote(f"{name}{number}", "page", 0, 5, "words", (), said)
    return Hit("quote", PAGE, (), 0, 5, "words", 0.9, Match(0.5, 0.5), quote=quote)


def test_each_person_is_counted_once() -> None:
    hits = [hit("Ana", "patient", 1), hit("Ana", "patient", 2), hit("Ben", "researcher")]
    assert people_heard(hits, "en") == "2 people: 1 patient, 1 researcher"
    assert people_heard(hits, "fr") == "2 personnes : 1 patient, 1 chercheur"


def test_people_without_a_name_are_counted_apart_since_nobody_knows_who_they_are() -> None:
    hits = [hit(None, "patient", 1), hit(None, "patient", 2), hit("Ana", None)]
    assert people_heard(hits, "en") == "3 people: 2 patients, 1 with no role stated"


def test_where_no_role_is_stated_only_the_people_are_counted() -> None:
    assert people_heard([hit("Ana", None)], "en") == "1 person"
