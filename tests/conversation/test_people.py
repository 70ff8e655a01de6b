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
    assert people_heard(hits, "en") == "1 person (and 2 whose names are not given)"


def test_where_no_role_is_stated_only_the_people_are_counted() -> None:
    assert people_heard([hit("Ana", None)], "en") == "1 person"


def test_where_nobody_is_named_that_is_said() -> None:
    hits = [hit(None, "patient", 1), hit(None, "patient", 2)]
    assert people_heard(hits, "en") == "2 people whose names are not given"
    assert people_heard(hits[:1], "fr") == "1 personne dont le nom n’est pas donné"


def test_roles_come_before_those_who_are_not_named() -> None:
    hits = [hit("Ana", "patient"), hit("Ben", None), hit(None, "patient")]
    told = "2 people: 1 patient, 1 with no role stated (and 1 whose name is not given)"
    assert people_heard(hits, "en") == told
