from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.roster import Entry, make_roster, read_roster
from partnerqa.errors import CorpusError
from tests.corpus.conftest import Read

PAGE = "Being heard\n\nThen Dave G. said, “I was not asked, so I asked.”\n"
ROSTER = """
[[speaker]]
name = "Dave Greene"
aliases = ["Dave G"]
role = "caregiver"
profile_url = "https://example.org/people/dave"
"""


def test_the_roster_gives_a_speaker_the_name_role_and_profile_that_staff_know(read: Read) -> None:
    collection = read({"page.txt": PAGE, "speakers.toml": ROSTER})
    attribution = collection.quotes[0].attribution
    assert (attribution.speaker, attribution.role) == ("Dave Greene", "caregiver")
    assert attribution.profile_url == "https://example.org/people/dave"
    (speaker,) = collection.speakers
    assert (speaker.name, speaker.aliases, speaker.id) == (
        "Dave Greene",
        ("Dave G",),
        attribution.speaker_id,
    )


def test_the_roster_wins_over_a_role_that_the_page_states(read: Read) -> None:
    page = "Then Dave G, a patient partner, said, “I was not asked, so I asked.”\n"
    collection = read({"page.txt": page, "speakers.toml": ROSTER})
    assert collection.quotes[0].attribution.role == "caregiver"


def test_somebody_who_is_not_in_the_roster_keeps_the_pages_name(read: Read) -> None:
    collection = read({"page.txt": PAGE.replace("Dave G.", "Otto"), "speakers.toml": ROSTER})
    assert collection.quotes[0].attribution.speaker == "Otto"


def test_a_name_that_the_roster_gives_to_two_people_is_left_out(read: Read) -> None:
    roster = "".join(
        f'[[speaker]]\nname = "{name}"\naliases = ["Ana"]\n' for name in ("Ana B", "Ana K")
    )
    page = "Then Ana said, “I was not asked.” Ana K said, “I was asked twice.”\n"
    collection = read({"page.txt": page, "speakers.toml": roster})
    assert [quote.attribution.speaker for quote in collection.quotes] == [None, "Ana K"]


def test_entries_may_say_on_which_pages_they_hold() -> None:
    roster = make_roster(
        [
            Entry("Ana B", aliases=("Ana",), pages=("impact/",)),
            Entry("Ana K", aliases=("Ana",), pages=("advice/",)),
        ]
    )
    assert roster.find("Ana", "impact/one.txt") is roster.entries[0]
    assert roster.find("Ana", "advice/two.txt") is roster.entries[1]
    assert roster.find("Ana", "other/three.txt") is None
    assert not roster.is_ambiguous("Ana", "impact/one.txt")


def test_a_name_is_found_without_regard_to_case_stops_and_apostrophes() -> None:
    roster = make_roster([Entry("Siobhán O’Malley", aliases=("Siobhán M",))])
    assert roster.find("siobhán o'malley", "page.txt") is roster.entries[0]
    assert roster.find("Siobhán M.", "page.txt") is roster.entries[0]
    assert roster.find("Dr. Siobhán M", "page.txt") is roster.entries[0]
    assert roster.find("Siobhán", "page.txt") is None


def test_there_may_be_no_roster(tmp_path: Path) -> None:
    assert read_roster(tmp_path).names() == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[speaker]]\nname = =\n", r":2: is not valid TOML"),
        ('speaker = "Ana"', r"expected tables headed \[\[speaker\]\]"),
        ("[[speaker]]\nrole = 'patient'", r"speaker 1: has no name"),
        ("[[speaker]]\nname = 'Ana'\nrole = 'boss'", r"role 'boss'; expected one of patient"),
        ("[[speaker]]\nname = 'Ana'\nrol = 'patient'", r"does not know 'rol'; expected one of"),
        ("[[speaker]]\nname = 'Ana'\naliases = 'A'", r"aliases is 'A'; expected a list"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_was_expected(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "speakers.toml").write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message) as told:
        read_roster(tmp_path)
    assert str(tmp_path / "speakers.toml") in str(told.value)


def test_a_roster_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "speakers.toml").write_bytes('[[speaker]]\nname = "Zoé"'.encode("cp1252"))
    with pytest.raises(CorpusError, match="is not UTF-8"):
        read_roster(tmp_path)
