"""The words by which people name a role, in English and French."""

from __future__ import annotations

from functools import cache

from partnerqa.conversation.pattern import plain
from partnerqa.records import ROLES, Role

WORDS: dict[Role, str] = {
    "patient": """
        patient, patients, patient partner, patient partners, patient researcher,
        patient researchers, patiente, patientes, patient partenaire, patients partenaires,
        malade, malades
    """,
    "caregiver": """
        caregiver, caregivers, carer, carers, family caregiver, family caregivers, family carer,
        family carers, unpaid carer, unpaid carers, young carer, young carers, care giver,
        care givers, care partner, care partners, caregiver partner, caregiver partners,
        aidant, aidants, aidante, aidantes, proche aidant, proches aidants, proche aidante,
        proches aidantes, aidant naturel, aidants naturels, aidant familial, aidants familiaux
    """,
    "researcher": """
        researcher, researchers, scientist, scientists, academic, academics, investigator,
        investigators, research team, chercheur, chercheurs, chercheuse, chercheuses,
        scientifique, scientifiques, équipe de recherche
    """,
    "clinician": """
        clinician, clinicians, doctor, doctors, nurse, nurses, physician, physicians,
        health professional, health professionals, healthcare professional,
        healthcare professionals, gp, gps, family doctor, family doctors, clinicien, cliniciens,
        clinicienne, cliniciennes, soignant, soignants, soignante, soignantes, médecin, médecins,
        infirmier, infirmiers, infirmière, infirmières, docteur, docteurs
    """,
}


@cache
def role_words() -> dict[str, Role]:
    """Every word for a role, in plain letters, with the role it names."""
    return {
        " ".join(plain(word).split()): role for role in ROLES for word in WORDS[role].split(",")
    }


@cache
def role_starts() -> frozenset[str]:
    """The first words of all words for a role, in plain letters."""
    return frozenset(word.split()[0] for word in role_words())
