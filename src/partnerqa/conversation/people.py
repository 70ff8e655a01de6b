"""Who is heard in an answer: how many people, and in which roles. Never what they think."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partnerqa.conversation.language import Language
from partnerqa.records import ROLES, Filters, Hit, Role

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


def voice(hit: Hit) -> str:
    """A key for the person who speaks in a hit: two hits with one key are one person.

    A quote whose speaker is not named is a voice of its own.
    """
    if hit.quote is None:
        return f"narrative {hit.document.id} {hit.start}"
    said = hit.quote.attribution
    return said.speaker_id or said.speaker or f"unnamed {hit.quote.id}"


def roles_heard(hits: Iterable[Hit]) -> Counter[Role | None]:
    """How many people of each role speak in `hits`, each person counted once."""
    people: dict[str, Role | None] = {}
    for hit in hits:
        role = hit.quote.attribution.role if hit.quote else None
        key = voice(hit)
        people[key] = people.get(key) or role
    return Counter(people.values())


def people_heard(hits: Iterable[Hit], language: Language) -> str:
    """Such as "6 people: 4 patients, 2 researchers", or just "2 people" where no role is stated."""
    roles = roles_heard(hits)
    one, many = PEOPLE[language]
    total = roles.total()
    people = one if total == 1 else many.format(total)
    if set(roles) <= {None}:
        return people
    colon = " : " if language == "fr" else ": "
    parts = [_part(role, roles[role], language) for role in (*ROLES, None) if roles[role]]
    return people + colon + ", ".join(parts)


def _part(role: Role | None, count: int, language: Language) -> str:
    one, many = NAMES[language][role]
    return f"{count} {one if count == 1 else many}"


def named(filters: Filters, language: Language) -> str:
    """The filters in words, such as "Ana, patients"."""
    roles = (NAMES[language][role][1] for role in filters.roles)
    tongues = (TONGUES[language].get(code, code) for code in filters.languages)
    return ", ".join((*filters.speakers, *roles, *filters.topics, *tongues))
