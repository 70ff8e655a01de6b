from __future__ import annotations

from partnerqa.corpus.check import report
from partnerqa.records import Fault
from tests.corpus.conftest import Read


def findings(read: Read, page: str, **files: str) -> list[Fault]:
    return list(report(read({"page.txt": page, **files})))


def test_a_page_without_doubts_gives_no_report(read: Read) -> None:
    assert findings(read, "Being heard\n\nNadia said, “I was not asked, so I asked.”\n") == []


def test_a_quote_without_a_name_is_reported_on_its_line_with_its_role(read: Read) -> None:
    page = "Being heard\n\nA word first.\n\nAnother caregiver told us, “I was not asked.”\n"
    (fault,) = findings(read, page)
    assert (fault.path, fault.line, fault.code) == ("page.txt", 5, "unnamed-quote")
    assert fault.message == "speaker not named (caregiver): “I was not asked.”"


def test_a_name_on_weak_evidence_is_reported_with_its_rule(read: Read) -> None:
    page = "Being heard\n\nNadia had waited for a year. “I was not asked, so in the end I asked.”\n"
    (fault,) = findings(read, page)
    assert fault.code == "weak-evidence"
    assert fault.message.startswith("Nadia, by earlier-sentence, is 94% sure")


def test_two_names_that_may_be_one_person_are_reported(read: Read) -> None:
    page = "Being heard\n\nDave said, “I was not asked.”\n\nDave G said, “I was asked twice.”\n"
    assert [(fault.code, fault.message) for fault in findings(read, page)] == [
        ("similar-names", "'Dave G' and 'Dave' may be one person; say so in speakers.toml")
    ]


def test_a_misspelt_name_is_reported(read: Read) -> None:
    page = "Being heard\n\nSiobhan said, “I was not asked.”\n\nSiobhán said, “I was asked.”\n"
    assert [fault.code for fault in findings(read, page)] == ["similar-names"]


def test_an_odd_quotation_mark_is_reported(read: Read) -> None:
    page = "Being heard\n\nThe bus was late ” and so was I, as I was every day.\n"
    assert [fault.code for fault in findings(read, page)] == ["unbalanced-quotation-mark"]


def test_a_long_quote_is_told_by_its_first_words(read: Read) -> None:
    said = "One two three four five six seven eight nine."
    (fault,) = findings(read, f"Being heard\n\nAnother caregiver told us, “{said}”\n")
    assert fault.message.endswith("“One two three four five six seven eight…”")


def test_findings_are_in_the_order_of_pages_and_lines(read: Read) -> None:
    page = "Being heard\n\nOne patient told us, “I was not asked.”\n\nOne nurse said, “I was.”\n"
    places = [(fault.path, fault.line) for fault in findings(read, page)]
    assert places == sorted(places)
