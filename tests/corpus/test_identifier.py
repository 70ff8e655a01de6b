from __future__ import annotations

import re

import pytest

from partnerqa.corpus.identifier import identifier, slug, speaker_id


def test_an_id_is_twelve_letters_and_digits_and_the_same_on_every_machine() -> None:
    assert identifier("Being heard", "I was not asked.") == "yzzjy37v274g"
    assert re.fullmatch(r"[a-z2-7]{12}", identifier(""))


def test_ids_tell_where_one_part_ends_and_the_next_begins() -> None:
    assert identifier("ab", "c") != identifier("a", "bc") != identifier("abc")


def test_an_id_can_be_made_of_a_lone_surrogate() -> None:
    assert len(identifier("\ud800")) == 12


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zoë D'Arcy", "zoe-d-arcy"),
        ("Dr. Ana van der Berg", "dr-ana-van-der-berg"),
        ("Frank and Rhoda", "frank-and-rhoda"),
        ("李", "speaker"),
    ],
)
def test_a_slug_is_plain_letters_digits_and_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_one_name_in_two_modules_is_two_people() -> None:
    here, there = speaker_id("one", "Nadia"), speaker_id("two", "Nadia")
    assert here != there
    assert here.startswith("nadia-")
    assert here == speaker_id("one", "Nadia")


def test_names_that_differ_only_by_accent_have_ids_of_their_own() -> None:
    assert speaker_id("one", "Zoé") != speaker_id("one", "Zoe")
