"""A collection of three short pages, invented, that a reader can hold in the head.

| page      | language | quotes                                                |
|-----------|----------|-------------------------------------------------------|
| funding   | en       | Oona (researcher): "The form…"; Bram: "Nobody paid…"  |
| meeting   | en       | Bram: "I was…"; unnamed caregiver: "Nobody paid…"     |
| reunion   | fr       | Aimée (patient): "Les réunions…"                      |

The words "Nobody paid for my train." stand on two pages. "The form…" is coded.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import (
    Attribution,
    Collection,
    Document,
    Quote,
    Role,
    Section,
    Span,
    Speaker,
)

FUNDING = """Who pays

Money is where good will is tested.

Filling in forms

Oona told us what her office was like: “The form had forty pages, and I cried at page nine.”

Travel

Bram's answer was short. “Nobody paid for my train.”
"""

MEETING = """The first meeting

Feeling out of place

Bram remembers the big table: “I was the only one without a tie.” One carer agreed about money:
“Nobody paid for my train!”
"""

REUNION = """La réunion

Le rythme

Aimée parle du temps : « Les réunions étaient trop longues pour l'étude. »
"""

OONA = Speaker("oona-aaaa", "Oona", "researcher", "demo", ("Oona K",), "https://example.org/oona")
BRAM = Speaker("bram-bbbb", "Bram", None, "demo")
AIMEE = Speaker("aimee-cccc", "Aimée", "patient", "demo")


def document(name: str, text: str, headings: Sequence[str], language: str = "en") -> Document:
    """A page whose title is its first line and whose sections begin at `headings`."""
    starts = [text.index(f"\n{heading}\n") + 1 for heading in headings]
    ends = [*starts[1:], len(text)]
    sections = [Section((), 0, starts[0])]
    sections += [
        Section((heading,), start, end)
        for heading, start, end in zip(headings, starts, ends, strict=True)
    ]
    return Document(
        id=name,
        path=f"{name}.txt",
        title=text.splitlines()[0],
        text=text,
        module="demo",
        url=f"https://example.org/{name}",
        language=language,
        sections=tuple(sections),
    )


def quote(
    page: Document,
    name: str,
    words: str,
    *,
    speaker: Speaker | None = None,
    role: Role | None = None,
    lead_in: str | None = None,
    codes: tuple[str, ...] = (),
) -> Quote:
    """The quote `words` of `page`, said by `speaker`."""
    start = page.text.index(words)
    before = page.text.index(lead_in) if lead_in else 0
    return Quote(
        id=name,
        document_id=page.id,
        start=start,
        end=start + len(words),
        text=words,
        section=page.section_at(start).path,
        attribution=Attribution(
            speaker=speaker.name if speaker else None,
            role=role or (speaker.role if speaker else None),
            rule="cue-before",
            evidence=(Span(before, before + 4),) if lead_in else (),
            confidence=0.95 if speaker else 0.0,
            speaker_id=speaker.id if speaker else None,
            profile_url=speaker.profile_url if speaker else None,
        ),
        lead_in=Span(before, before + len(lead_in)) if lead_in else None,
        codes=codes,
    )


def three_pages() -> Collection:
    """The collection of the table above."""
    funding = document("funding", FUNDING, ["Filling in forms", "Travel"])
    meeting = document("meeting", MEETING, ["Feeling out of place"])
    reunion = document("reunion", REUNION, ["Le rythme"], "fr")
    start = FUNDING.index("Money")
    narrative = Span(start, start + len("Money is where good will is tested."))
    funding = replace(funding, narrative=(narrative,))
    form = "The form had forty pages, and I cried at page nine."
    return Collection(
        name="Three pages",
        notice="Invented for the tests.",
        language="en",
        documents=(funding, meeting, reunion),
        quotes=(
            quote(
                funding,
                "form",
                form,
                speaker=OONA,
                lead_in="Oona told us what her office was like:",
                codes=("too much paperwork", "tears at work"),
            ),
            quote(
                funding,
                "train",
                "Nobody paid for my train.",
                speaker=BRAM,
                lead_in="Bram's answer was short.",
            ),
            quote(
                meeting,
                "tie",
                "I was the only one without a tie.",
                speaker=BRAM,
                lead_in="Bram remembers the big table:",
            ),
            quote(meeting, "train-again", "Nobody paid for my train!", role="caregiver"),
            quote(
                reunion,
                "longues",
                "Les réunions étaient trop longues pour l'étude.",
                speaker=AIMEE,
                lead_in="Aimée parle du temps :",
            ),
        ),
        speakers=(OONA, BRAM, AIMEE),
    )


@pytest.fixture(scope="session")
def pages() -> Collection:
    """The three pages."""
    return three_pages()


@pytest.fixture(scope="session")
def sealed(pages: Collection, sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their index, built once with the default model; nobody changes it."""
    directory = tmp_path_factory.mktemp("sealed") / "index"
    shutil.copytree(sample_index, directory, copy_function=os.link)  # for its encoder
    build_index(pages, directory)
    return directory


@pytest.fixture(scope="session")
def with_reranker(
    pages: Collection, sealed: Path, tiny_reranker: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same with a tiny cross-encoder; nobody changes it."""
    directory = tmp_path_factory.mktemp("with-reranker") / "index"
    shutil.copytree(sealed, directory, copy_function=os.link)
    build_index(pages, directory, reranker=str(tiny_reranker))
    return directory


@pytest.fixture
def my_reranker(with_reranker: Path, tmp_path: Path) -> Path:
    """A copy of the index with a reranker for a test that harms it."""
    return Path(shutil.copytree(with_reranker, tmp_path / "my-reranker"))


@pytest.fixture
def mine(sealed: Path, tmp_path: Path) -> Path:
    """A copy of the index for a test that harms it."""
    return Path(shutil.copytree(sealed, tmp_path / "mine"))


@pytest.fixture(scope="session")
def index(sealed: Path) -> Iterator[Index]:
    """The index, open."""
    with Index.open(sealed) as opened:
        yield opened
