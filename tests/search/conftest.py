"""A small invented collection, indexed for real once: twelve quotes on four pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from partnerqa.index.build import build_index
from partnerqa.index.opened import Index
from partnerqa.records import Attribution, Collection, Document, Quote, Role, Section, Span, Speaker

PEOPLE: dict[str, Role | None] = {
    "Nkechi": "patient",
    "Tomas": "caregiver",
    "Ines": "researcher",
    "Odile": "patient",
}

MONEY = "They paid my train fare only after three months. I could not wait that long."
LONG = (
    " ".join(
        f"In week {week} we read the leaflet aloud again and crossed out the long words."
        for week in range(1, 40)
    )
    + " Then the parrot learned to say randomised."
)

# path, title, language, [(heading, lead-in, speaker, words)]
Said = tuple[str, str, str | None, str]

PAGES: list[tuple[str, str, str, list[Said]]] = [
    (
        "getting-started/first-meeting.txt",
        "The first meeting",
        "en",
        [
            ("Feeling nervous", "Some worried about speaking up.", "Nkechi",
             "My hands were shaking under the table. Nobody laughed at my cohort question."),
            ("Feeling nervous", "Others had a guide.", "Tomas",
             "A woman called before the meeting and told me who would be there, so I slept."),
            ("Feeling nervous", "Researchers were nervous too.", "Ines",
             "I had never explained my statistics to people who live with the illness."),
        ],
    ),
    (
        "being-involved/money.txt",
        "Being paid",
        "en",
        [
            ("Travel costs", "Money came late.", "Nkechi", MONEY),
            ("Travel costs", "Payment can be awkward.", "Tomas",
             "If I take the fee I lose part of my carer's allowance."),
            ("Thank-you gifts", "One got a gift.", None, "They gave me a mug. I have eleven mugs."),
        ],
    ),
    (
        "being-involved/plain-words.txt",
        "Plain words",
        "en",
        [
            ("Leaflets", "A leaflet took long.", "Nkechi", LONG),
            ("Leaflets", "Money came up again.", "Nkechi", MONEY),
            ("Leaflets", "She trains students.", "Ines",
             "I tell my students: if your neighbour cannot follow it, rewrite it."),
        ],
    ),
    (
        "fr/conseils.txt",
        "Conseils",
        "fr",
        [
            ("Se lancer", "Elle encourage les autres.", "Odile",
             "Posez vos questions, même les plus bêtes. Les chercheurs ne mordent pas."),
            ("Se lancer", "Elle parle de fatigue.", "Odile",
             "Je demande toujours une pause, car la fatigue me prend d'un coup."),
            ("Se lancer", "Un proche se souvient.", "Tomas",
             "Je venais avec ma mère et un thermos de soupe."),
        ],
    ),
]  # fmt: skip


@pytest.fixture(scope="session")
def small() -> Collection:
    return small_collection()


# What researchers would say that two of the quotes are about, in words that do not stand there.
CODES = {
    "quote12": ("a token of thanks that missed the mark", "recognition of unpaid effort"),
    "quote32": ("bringing a parent along", "caring for somebody while taking part"),
}


@pytest.fixture(scope="session")
def index(
    small: Collection, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    with _opened(small, sample_index, tmp_path_factory.mktemp("search")) as opened:
        yield opened


@pytest.fixture(scope="session")
def coded(
    small: Collection, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    """The same collection, two quotes of it coded."""
    quotes = tuple(replace(quote, codes=CODES.get(quote.id, ())) for quote in small.quotes)
    collection = replace(small, quotes=quotes)
    with _opened(collection, sample_index, tmp_path_factory.mktemp("coded")) as opened:
        yield opened


def _opened(collection: Collection, sample_index: Path, folder: Path) -> Index:
    directory = folder / "index"
    build_index(collection, directory, exports=sample_index)
    return Index.open(directory)


def small_collection() -> Collection:
    pages = [_page(number, *page) for number, page in enumerate(PAGES)]
    return Collection(
        name="Small",
        notice="Invented.",
        language="en",
        documents=tuple(document for document, _ in pages),
        quotes=tuple(quote for _, quotes in pages for quote in quotes),
        speakers=tuple(
            Speaker(name.lower(), name, role, "", ("Nkechi O",) if name == "Nkechi" else ())
            for name, role in PEOPLE.items()
        ),
    )


def _page(
    number: int,
    path: str,
    title: str,
    language: str,
    said: list[Said],
) -> tuple[Document, list[Quote]]:
    text = title + "\n"
    sections = [Section((), 0, len(text))]
    narrative: list[Span] = []
    quotes: list[Quote] = []
    for heading, lead_in, speaker, words in said:
        if sections[-1].heading != heading:
            sections.append(Section((heading,), len(text), len(text)))
            text += heading + "\n"
        introduced = Span(len(text), len(text) + len(lead_in))
        narrative.append(introduced)
        text += lead_in + "\n"
        quotes.append(
            Quote(
                f"quote{number}{len(quotes)}", f"page{number}", len(text), len(text) + len(words),
                words, (heading,), _attribution(speaker), introduced,
            )
        )  # fmt: skip
        text += words + "\n"
    ends = [*(section.start for section in sections[1:]), len(text)]
    parts = tuple(Section(s.path, s.start, end) for s, end in zip(sections, ends, strict=True))
    document = Document(
        f"page{number}", path, title, text, language=language, sections=parts,
        narrative=tuple(narrative),
    )  # fmt: skip
    return document, quotes


def _attribution(speaker: str | None) -> Attribution:
    role = PEOPLE[speaker] if speaker else None
    return Attribution(speaker, role, "caption", (), 1.0, speaker.lower() if speaker else None)
