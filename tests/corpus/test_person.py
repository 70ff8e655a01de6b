from __future__ import annotations

import pytest

from partnerqa.corpus.person import generic, role_in


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("another patient partner", "patient"),
        ("one of the researchers", "researcher"),
        ("a patient-researcher", "researcher"),
        ("a family caregiver", "caregiver"),
        ("a parent partner", "caregiver"),
        ("a nurse", "clinician"),
        ("une aidante", "caregiver"),
        ("un patient partenaire", "patient"),
        ("a caregiver and retired midwife", "caregiver"),
        ("one participant", None),
        ("patient engagement", None),
        ("the patient advisory council", None),
        ("caregiver support groups", None),
    ],
)
def test_a_noun_phrase_states_a_role_or_none(phrase: str, role: str | None) -> None:
    assert role_in(phrase, 0, len(phrase)) == role


@pytest.mark.parametrize(
    ("phrase", "takes_part"),
    [
        ("another caregiver", True),
        ("one young woman", True),
        ("her doctor", False),
        ("my mother", False),
        ("a sign", False),
        ("we", False),
        ("the interviewer", False),
        ("the doctor", True),
    ],
)
def test_relations_signs_and_those_who_ask_take_no_part(phrase: str, takes_part: bool) -> None:  # noqa: FBT001
    assert generic(phrase, 0, len(phrase)).takes_part is takes_part
