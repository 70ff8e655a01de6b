"""The words by which people name a role, in English and French."""

from __future__ import annotations

from functools import cache
from itertools import product

from partnerqa.conversation.pattern import plain
from partnerqa.records import ROLES, Role

WORDS: dict[Role, str] = {
    "patient": """
        patient, patients, patient partner, patient partners, patient researcher,
        patient researchers, patiente, patientes, patient partenaire, patients partenaires,
        malade, malades, pt, pts, sick people, ill people, personnes malades, gens malades
    """,
    "caregiver": """
        caregiver, caregivers, carer, carers, family caregiver, family caregivers, family carer,
        family carers, unpaid carer, unpaid carers, young carer, young carers, care giver,
        care givers, care partner, care partners, caregiver partner, caregiver partners,
        aidant, aidants, aidante, aidantes, proche aidant, proches aidants, proche aidante,
        proches aidantes, aidant naturel, aidants naturels, aidant familial, aidants familiaux,
        relative, relatives, family member, family members, families, loved ones, parent, parents,
        proche, proches, familles
    """,
    "researcher": """
        researcher, researchers, scientist, scientists, academic, academics, investigator,
        investigators, research team, research teams, research staff, study team, chercheur,
        chercheurs, chercheuse, chercheuses, chercheure, chercheures, scientifique, scientifiques,
        universitaires, équipe de recherche, équipes de recherche
    """,
    "clinician": """
        clinician, clinicians, doctor, doctors, nurse, nurses, physician, physicians,
        health professional, health professionals, healthcare professional,
        healthcare professionals, gp, gps, family doctor, family doctors, docs, medics,
        medical staff, clinical staff, clinicien, cliniciens, clinicienne, cliniciennes,
        soignant, soignants, soignante, soignantes, médecin, médecins, infirmier, infirmiers,
        infirmière, infirmières, docteur, docteurs, docteure, docteures,
        professionnels de santé, personnel soignant
    """,
}
# "People living with the illness", "those who look after a relative": who they are, then what
# they live with or whom they care for.
DESCRIBED: dict[Role, tuple[tuple[str, str, str], ...]] = {
    "patient": (
        (
            "people, those, folk, folks, somebody, someone",
            "with, living with, who have, who live with, who has, who lives with",
            "the illness, an illness, the condition, a condition, the disease, a disease",
        ),
        (
            "personnes, gens, ceux, celles",
            "qui vivent avec, qui ont, vivant avec, atteintes de",
            "la maladie, une maladie",
        ),
    ),
    "caregiver": (
        (
            "people, those, folk, folks, somebody, someone",
            "looking after, caring for, who look after, who care for, who looks after",
            "someone, somebody, a relative, a parent, a loved one, a family member, relatives, "
            "a sick relative, their parents, family",
        ),
        (
            "personnes, gens, ceux, celles",
            "qui s'occupent, qui prennent soin",
            "d'un proche, d'un parent, d'un malade, de leur parent, de leurs parents, de quelqu'un",
        ),
    ),
}


@cache
def role_words() -> dict[str, Role]:
    """Every word for a role, in plain letters, with the role it names."""
    return {
        " ".join(plain(word).split()): role for role in ROLES for word in WORDS[role].split(",")
    }


@cache
def described() -> dict[str, Role]:
    """Every word for a role and every description of those who have it, in plain letters."""
    told = {
        " ".join(plain(" ".join(words)).split()): role
        for role, descriptions in DESCRIBED.items()
        for parts in descriptions
        for words in product(*(part.split(",") for part in parts))
    }
    return role_words() | told


@cache
def role_starts() -> frozenset[str]:
    """The first words of all that names a role, in plain letters."""
    return frozenset(word.split()[0] for word in described())
