"""The one real topic page that we may read but not keep: it is looked for beside the checkout.

Its words are not ours, so the quotes are told by speaker, length and hash alone.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import Collection, Quote
from partnerqa.search.search import search

PAGE = Path(__file__).parents[3] / "shared" / "corpus" / "learning-from-others.txt"

pytestmark = pytest.mark.skipif(
    not PAGE.is_file(),
    reason="the real page (../shared/corpus/learning-from-others.txt) is not on this machine",
)


@dataclass(frozen=True, slots=True)
class Expected:
    """A quote of the page: whose it is, in which section, and its words as length and hash."""

    speaker: str
    role: str | None
    section: int
    length: int
    sha256: str


QUOTES = (
    Expected("Karen", "patient", 1, 257, "8899d560549ea0e8"),
    Expected("Louise", "patient", 1, 347, "83e9aecfac978d19"),
    Expected("Carol", "patient", 2, 202, "98abcdfa92f36abf"),
    Expected("Rhene", None, 2, 312, "29b76847d63c0754"),
    Expected("Claire", "researcher", 2, 202, "c06f55e957d5b6b8"),
    Expected("Annette", None, 3, 346, "f3e568f2ba6906db"),
    Expected("David", None, 3, 354, "1a5a46a543d80670"),
    Expected("Suzanne", "patient", 4, 353, "dbde1381802de1e4"),
    Expected("Cathy", "patient", 4, 275, "0dbd2cb1b6d10db7"),
    Expected("Linda", "patient", 4, 394, "d5b37dca36bd3663"),
)
FURNITURE = ("View profile", "Last updated", "Review date", "jump to the following sections")


@pytest.fixture(scope="module")
def collection() -> Collection:
    return read_collection([PAGE])


def by_speaker(collection: Collection) -> dict[str | None, Quote]:
    return {quote.attribution.speaker: quote for quote in collection.quotes}


def test_the_page_has_ten_quotes_in_this_order(collection: Collection) -> None:
    speakers = [quote.attribution.speaker for quote in collection.quotes]
    assert speakers == [quote.speaker for quote in QUOTES]


@pytest.mark.parametrize("expected", QUOTES, ids=[quote.speaker for quote in QUOTES])
def test_a_quote_has_its_exact_words(collection: Collection, expected: Expected) -> None:
    quote = by_speaker(collection)[expected.speaker]
    document = collection.documents[0]
    assert document.text[quote.start : quote.end] == quote.text
    assert len(quote.text) == expected.length
    assert hashlib.sha256(quote.text.encode()).hexdigest()[:16] == expected.sha256


@pytest.mark.parametrize("expected", QUOTES, ids=[quote.speaker for quote in QUOTES])
def test_a_quote_has_the_role_that_the_page_states(
    collection: Collection, expected: Expected
) -> None:
    role = by_speaker(collection)[expected.speaker].attribution.role
    # The page leaves open whether Rhene is a patient partner: both readings are right.
    assert role in ({None, "patient"} if expected.speaker == "Rhene" else {expected.role})


@pytest.mark.parametrize("expected", QUOTES, ids=[quote.speaker for quote in QUOTES])
def test_a_name_is_proved_by_words_of_the_page(collection: Collection, expected: Expected) -> None:
    quote = by_speaker(collection)[expected.speaker]
    text = collection.documents[0].text
    assert any(expected.speaker in span.of(text) for span in quote.attribution.evidence)
    assert quote.attribution.confidence >= 0.9


def test_the_page_has_an_introduction_and_four_sections(collection: Collection) -> None:
    sections = collection.documents[0].sections
    assert [len(section.path) for section in sections] == [0, 1, 1, 1, 1]
    assert sections[3].heading.startswith("‘Learning as you go’")


@pytest.mark.parametrize("expected", QUOTES, ids=[quote.speaker for quote in QUOTES])
def test_a_quote_stands_in_its_section(collection: Collection, expected: Expected) -> None:
    quote = by_speaker(collection)[expected.speaker]
    assert quote.section == collection.documents[0].sections[expected.section].path


@pytest.mark.parametrize("words", FURNITURE)
def test_furniture_is_neither_heading_nor_quote_nor_narrative(
    collection: Collection, words: str
) -> None:
    (document,) = collection.documents
    stretches = [quote.text for quote in collection.quotes]
    stretches += [span.of(document.text) for span in document.narrative]
    stretches += [section.heading for section in document.sections]
    assert not [stretch for stretch in stretches if words in stretch]


def test_nothing_on_the_page_needs_a_persons_look(collection: Collection) -> None:
    assert collection.faults == ()
    assert len(collection.speakers) == 10


# One question for each quote, in our own words.
QUESTIONS = {
    "Karen": "did being a partner help anybody meet new organizations and go to conferences?",
    "Louise": "who enjoyed swapping ideas with other patient groups?",
    "Carol": "who keeps learning something new, as their father told them?",
    "Rhene": "did families find that others had the very same problems?",
    "Claire": "why can research not do without patients?",
    "Annette": "is there any framework for networks, or do you learn by trying things?",
    "David": "whose article was sent back by a reviewer who was kind about it?",
    "Suzanne": "who thought they would only be reading statistics and signing off?",
    "Cathy": "what does it mean to keep using your mind as you get older?",
    "Linda": "did it change how anyone thinks about cancer and the big picture?",
}


@pytest.fixture(scope="module")
def index(
    collection: Collection, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    """The page's index; the exported encoder is taken over from the sample's."""
    place = tmp_path_factory.mktemp("real") / "index"
    shutil.copytree(sample_index, place)
    build_index(collection, place)
    with Index.open(place) as opened:
        yield opened


@pytest.mark.parametrize(("speaker", "question"), QUESTIONS.items())
def test_a_question_in_other_words_finds_its_quote_first(
    index: Index, speaker: str, question: str
) -> None:
    first = search(index, question, limit=1)[0]
    assert first.quote is not None
    assert first.quote.attribution.speaker == speaker
