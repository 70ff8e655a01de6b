"""Who is heard in an answer: how many people, and in which roles. Never what they think."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from partnerqa.index.language import Language
from partnerqa.records import ROLES, Attribution, Filters, Hit, Role

NAMES: dict[Language, dict[Role | None, tuple[str, str]]] = {
    "en": {
        "patient": ("patient", "patients"),
        "caregiver": ("caregiver", "caregivers"),
        "researcher": ("researcher", "researchers"),
        "clinician": ("clinician", "clinicians"),
        None: ("with no role stated", "with no role stated"),
    },
    "fr": {
        "patient": ("patient", "patients"),
        "caregiver": ("proche aidant", "proches aidants"),
        "researcher": ("chercheur", "chercheurs"),
        "clinician": ("soignant", "soignants"),
        None: ("dont le rôle n’est pas dit", "dont le rôle n’est pas dit"),
    },
}
TONGUES: dict[Language, dict[str, str]] = {
    "en": {"en": "English", "fr": "French"},
    "fr": {"en": "en anglais", "fr": "en français"},
}
PEOPLE: dict[Language, tuple[str, str]] = {
    "en": ("1 person", "{} people"),
    "fr": ("1 personne", "{} personnes"),
}
UNNAMED: dict[Language, tuple[str, str]] = {
    "en": ("1 person whose name is not given", "{} people whose names are not given"),
    "fr": ("1 personne dont le nom n’est pas donné", "{} personnes dont le nom n’est pas donné"),
}
ALSO: dict[Language, tuple[str, str]] = {
    "en": (" (and 1 whose name is not given)", " (and {} whose names are not given)"),
    "fr": (" (et 1 dont le nom n’est pas donné)", " (et {} dont le nom n’est pas donné)"),
}


def roles_heard(hits: Iterable[Hit]) -> Counter[Role | None]:
    """How many named people of each role speak in `hits`, each person counted once."""
    people: dict[str, Role | None] = {}
    for said in _attributions(hits):
        key = said.speaker_id or said.speaker
        if key:
            people[key] = people.get(key) or said.role
    return Counter(people.values())


def people_heard(hits: Iterable[Hit], language: Language) -> str:
    """Such as "6 people: 4 patients, 2 researchers (and 2 whose names are not given)".

    Those who are not named are counted apart, since nobody knows whether they are among the
    others. Where no role is stated, only the people are counted.
    """
    said = list(hits)
    roles = roles_heard(said)
    unnamed = sum(not (one.speaker_id or one.speaker) for one in _attributions(said))
    if not roles:
        return _number(UNNAMED[language], unnamed)
    people = _number(PEOPLE[language], roles.total()) + _in_roles(roles, language)
    return people + (_number(ALSO[language], unnamed) if unnamed else "")


def _in_roles(roles: Counter[Role | None], language: Language) -> str:
    if set(roles) <= {None}:
        return ""
    colon = " : " if language == "fr" else ": "
    parts = [
        f"{roles[role]} {_number(NAMES[language][role], roles[role])}"
        for role in (*ROLES, None)
        if roles[role]
    ]
    return colon + ", ".join(parts)


def _attributions(hits: Iterable[Hit]) -> Iterator[Attribution]:
    return (hit.quote.attribution for hit in hits if hit.quote)


def _number(words: tuple[str, str], count: int) -> str:
    one, many = words
    return one if count == 1 else many.format(count)


def named(filters: Filters, language: Language) -> str:
    """The filters in words, such as "Ana, patients"."""
    roles = (NAMES[language][role][1] for role in filters.roles)
    tongues = (TONGUES[language].get(code, code) for code in filters.languages)
    return ", ".join((*filters.speakers, *roles, *filters.topics, *tongues))
