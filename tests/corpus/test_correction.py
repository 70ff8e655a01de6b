from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from partnerqa.corpus.correction import corrections_to_fill, read_corrections
from partnerqa.errors import CorpusError
from partnerqa.records import Attribution
from tests.corpus.conftest import Read

PAGE = (
    "Being heard\n\nWaiting was hard. “I was not asked, so in the end I asked.” It went on.\n\n"
    "Otto, a nurse, said, “I stand at the back and cough.”\n"
)


def corrected(read: Read, correction: str) -> list[Attribution]:
    files = {"page.txt": PAGE, "corrections.toml": f"[[correction]]\n{correction}\n"}
    collection = read(files)
    assert collection.faults == ()
    return [quote.attribution for quote in collection.quotes]


def test_without_corrections_the_first_quote_has_no_name(read: Read) -> None:
    assert [quote.attribution.speaker for quote in read(PAGE).quotes] == [None, "Otto"]


@pytest.mark.parametrize("key", ["quote", "starts"])
def test_a_quote_is_corrected_by_its_id_or_by_its_first_words(key: str, read: Read) -> None:
    value = read(PAGE).quotes[0].id if key == "quote" else "i was  not asked"
    first, second = corrected(read, f'{key} = "{value}"\nspeaker = "Nadia"\nrole = "patient"')
    assert (first.speaker, first.role) == ("Nadia", "patient")
    assert (first.rule, first.confidence) == ("correction", 1.0)
    assert first.speaker_id is not None
    assert second.speaker == "Otto"


def test_an_empty_speaker_says_that_nobody_is_named(read: Read) -> None:
    _, second = corrected(read, 'starts = "I stand at"\nspeaker = ""')
    assert (second.speaker, second.speaker_id) == (None, None)


def test_a_role_alone_keeps_the_name(read: Read) -> None:
    _, second = corrected(read, 'starts = "I stand at"\nrole = "caregiver"')
    assert (second.speaker, second.role) == ("Otto", "caregiver")


def test_a_new_name_does_not_keep_the_old_ones_role(read: Read) -> None:
    _, second = corrected(read, 'starts = "I stand at"\nspeaker = "Nadia"')
    assert (second.speaker, second.role) == ("Nadia", None)


def test_words_that_are_no_quote_are_taken_out(read: Read) -> None:
    assert [each.speaker for each in corrected(read, 'starts = "I was"\nnot_a_quote = true')] == [
        "Otto"
    ]


def test_a_correction_holds_only_on_the_page_that_it_names(read: Read) -> None:
    entry = '[[correction]]\nstarts = "I stand"\npage = "other.txt"\nspeaker = "Nadia"\n'
    collection = read({"page.txt": PAGE, "corrections.toml": entry})
    assert collection.quotes[1].attribution.speaker == "Otto"
    assert [fault.code for fault in collection.faults] == ["stale-correction"]


def test_a_corrected_name_takes_role_and_spelling_from_the_roster(read: Read) -> None:
    roster = '[[speaker]]\nname = "Nadia Bell"\naliases = ["Nadia"]\nrole = "caregiver"\n'
    entry = '[[correction]]\nstarts = "I was not"\nspeaker = "Nadia"\n'
    collection = read({"page.txt": PAGE, "speakers.toml": roster, "corrections.toml": entry})
    first = collection.quotes[0].attribution
    assert (first.speaker, first.role) == ("Nadia Bell", "caregiver")


def test_a_correction_survives_other_changes_of_the_page(read: Read) -> None:
    quote = read(PAGE).quotes[0]
    entry = f'[[correction]]\nquote = "{quote.id}"\nspeaker = "Nadia"\n'
    longer = PAGE.replace("Waiting was hard.", "Some came from far away. Waiting was very hard.")
    collection = read({"page.txt": longer, "corrections.toml": entry})
    assert collection.quotes[0].attribution.speaker == "Nadia"
    assert collection.quotes[0].start != quote.start


def test_a_correction_that_fits_nothing_any_more_is_a_fault(read: Read) -> None:
    entry = '[[correction]]\nstarts = "words that are gone"\nspeaker = "Nadia"\n'
    (fault,) = read({"page.txt": PAGE, "corrections.toml": entry}).faults
    assert fault.code == "stale-correction"
    assert "'words that are gone'" in fault.message
    assert fault.path.endswith("corrections.toml")


def test_a_file_to_fill_in_lists_what_a_person_should_name_and_changes_nothing(read: Read) -> None:
    collection = read(PAGE)
    written = corrections_to_fill(collection, 0.95)
    (entry,) = tomllib.loads(written)["correction"]
    assert entry == {
        "quote": collection.quotes[0].id,
        "page": "page.txt",
        "starts": "I was not asked, so in the end I asked.",
    }
    again = read({"page.txt": PAGE, "corrections.toml": written})
    assert again.quotes == collection.quotes
    assert again.faults == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("correction = 1", r"expected tables headed \[\[correction\]\]"),
        ("[[correction]]\nspeaker = 'Ana'", "correction 1: names no quote"),
        ("[[correction]]\nstarts = 'I'\nrole = 'boss'", "role is 'boss'; expected one of patient"),
        ("[[correction]]\nstarts = 'I'\nname = 'Ana'", "does not know 'name'; expected one of"),
        ("[[correction]]\nstarts = 5", "starts is 5; expected a text"),
        ("[[correction]\n", ":1: is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_was_expected(
    text: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "corrections.toml").write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=message):
        read_corrections(tmp_path)
