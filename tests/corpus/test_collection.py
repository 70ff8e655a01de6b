from __future__ import annotations

from pathlib import Path

import pytest

from partnerqa.corpus.collection import Reading, read_collection, with_roles_of_speakers
from partnerqa.errors import CorpusError, PathError
from tests.corpus.conftest import Read

NADIA = "Being heard\n\nNadia said, “I was not asked, so I asked.”\n"
OTTO = "Being seen\n\nOtto said, “I stand at the back and cough.”\n"


def test_a_bad_page_is_told_with_its_file_and_line_and_the_others_are_read(read: Read) -> None:
    collection = read({"a.txt": NADIA, "b.txt": b"\x00\x01\x02", "c.txt": "", "d.txt": OTTO})
    assert [document.path for document in collection.documents] == ["a.txt", "d.txt"]
    told = [(Path(fault.path).name, fault.line, fault.code) for fault in collection.faults]
    assert told == [("b.txt", 1, "unreadable-page"), ("c.txt", 1, "unreadable-page")]


def test_an_odd_quotation_mark_is_a_fault_on_its_line(read: Read) -> None:
    collection = read("Being heard\n\nNadia came by bus.\n\nOtto said, “I came on foot.\n")
    (fault,) = collection.faults
    assert (fault.line, fault.code) == (5, "unbalanced-quotation-mark")


def test_the_same_page_under_two_addresses_is_told_and_read_once(read: Read) -> None:
    collection = read({"a.txt": NADIA, "sub/again.txt": NADIA.replace("\n\n", "\n\n\n")})
    assert [document.path for document in collection.documents] == ["a.txt"]
    (note,) = collection.notes
    assert note.code == "duplicate-page"
    assert "is the same page as" in note.message
    assert collection.faults == ()


def test_a_page_larger_than_allowed_is_a_fault(read: Read) -> None:
    collection = read({"a.txt": NADIA, "b.txt": "Words. " * 200_000}, Reading(max_page_megabytes=1))
    assert len(collection.documents) == 1
    assert "expected at most 1 MB" in collection.faults[0].message


def test_one_name_in_two_modules_is_two_speakers(read: Read) -> None:
    collection = read(
        {
            "one/page.txt": NADIA,
            "one/speakers.toml": "",
            "two/page.txt": NADIA.replace("so I asked", "and I left"),
            "two/speakers.toml": "",
        }
    )
    assert [speaker.name for speaker in collection.speakers] == ["Nadia", "Nadia"]
    assert len({speaker.id for speaker in collection.speakers}) == 2


def test_a_role_that_one_page_states_is_the_speaker_s_on_every_page(read: Read) -> None:
    stated = "Being seen\n\nNadia, a patient, said, “I stand at the back and cough.”\n"
    collection = read({"a.txt": NADIA, "b.txt": stated, "c.txt": OTTO})
    told = with_roles_of_speakers(collection)
    assert [quote.attribution.role for quote in collection.quotes] == [None, "patient", None]
    assert [quote.attribution.role for quote in told.quotes] == ["patient", "patient", None]


def test_one_name_on_two_pages_of_a_module_is_one_speaker(read: Read) -> None:
    collection = read({"a.txt": NADIA, "b.txt": NADIA.replace("so I asked", "and I left")})
    assert [speaker.name for speaker in collection.speakers] == ["Nadia"]


def test_a_speakers_role_is_told_where_all_their_quotes_agree(read: Read) -> None:
    collection = read(
        {
            "a.txt": NADIA.replace("Nadia", "Nadia, a nurse,"),
            "b.txt": OTTO.replace("Otto", "Otto, a nurse,"),
            "c.txt": OTTO.replace("Otto", "Otto, a researcher,").replace("back", "front"),
        }
    )
    assert {speaker.name: speaker.role for speaker in collection.speakers} == {
        "Nadia": "clinician",
        "Otto": None,
    }


def test_ids_are_unique_and_do_not_change_when_pages_come_and_go(read: Read) -> None:
    alone = read({"a.txt": NADIA})
    both = read({"a.txt": NADIA, "b.txt": OTTO, "c.txt": OTTO.replace("Otto", "Rosa")})
    ids = [quote.id for quote in both.quotes]
    assert len(set(ids)) == len(ids) == 3
    assert alone.quotes[0].id in ids
    assert len({document.id for document in both.documents}) == 3


def test_the_same_words_on_two_pages_of_one_title_are_two_quotes_with_two_ids(read: Read) -> None:
    first, second = read({"a.txt": OTTO, "b.txt": OTTO.replace("Otto", "Rosa")}).quotes
    assert first.text == second.text
    assert first.id != second.id
    assert read({"a.txt": OTTO}).quotes[0].id == first.id


def test_the_same_words_twice_on_a_page_are_two_quotes_with_two_ids(read: Read) -> None:
    page = NADIA + "\nLater that year Nadia said, “I was not asked, so I asked.”\n"
    first, second = read(page).quotes
    assert first.text == second.text
    assert first.id != second.id


def test_the_language_of_a_page_is_told_from_its_words(read: Read) -> None:
    french = (
        "Les débuts\n\nLes réunions ont lieu le mardi et nous sommes dans une salle qui est "
        "avec une fenêtre pour les personnes que la lumière ne gêne pas, et c’est pas le cas "
        "de tous.\n"
    )
    collection = read({"a.txt": NADIA, "b.txt": french, "c.html": "<html lang='fr'><p>Oui.</p>"})
    assert [document.language for document in collection.documents] == ["en", "fr", "fr"]


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(NADIA.replace("bus", name), "utf-8")
    (tmp_path / "b.txt").write_text(OTTO, "utf-8")
    (tmp_path / "c.txt").unlink()
    heard: list[tuple[str, int, int]] = []
    read_collection([tmp_path], progress=lambda *told: heard.append(told))
    assert heard == [("reading", 1, 2), ("reading", 2, 2)]


def test_a_folder_without_pages_and_a_malformed_roster_stop_the_reading(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="holds no page to read"):
        read_collection([tmp_path])
    (tmp_path / "a.txt").write_text(NADIA, "utf-8")
    (tmp_path / "speakers.toml").write_text("[[speaker]]\n", "utf-8")
    with pytest.raises(CorpusError, match="has no name"):
        read_collection([tmp_path])


def test_two_folders_of_one_name_stay_two_modules(tmp_path: Path) -> None:
    for place in ("x", "y"):
        folder = tmp_path / place / "pages"
        folder.mkdir(parents=True)
        words = f"I waited at the {place} desk for an hour."
        (folder / "page.txt").write_text(f"Waiting\n\nOtto said, “{words}”\n", "utf-8")
    collection = read_collection([tmp_path / "x" / "pages", tmp_path / "y" / "pages"])
    assert len({document.id for document in collection.documents}) == 2
    assert len({speaker.id for speaker in collection.speakers}) == 2
