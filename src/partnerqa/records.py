"""The nouns of partnerqa as frozen records; every position is an offset in code points.

Offsets are half-open (`text[start:end]`) and count Unicode code points of `Document.text`.
Nothing here reads a file, a model or the network.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["patient", "caregiver", "researcher", "clinician"]
ROLES: tuple[Role, ...] = ("patient", "caregiver", "researcher", "clinician")

Kind = Literal["quote", "narrative"]
KINDS: tuple[Kind, ...] = ("quote", "narrative")

Status = Literal["answered", "related", "not_covered"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, `[start, end)` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, position: int) -> bool:
        """Whether `position` lies inside the span."""
        return self.start <= position < self.end


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a document under one heading.

    `path` holds the headings from the outermost to this one; the introduction, which stands
    under no heading, has an empty path. `start` is the heading's first character.
    """

    path: tuple[str, ...]
    start: int
    end: int

    @property
    def heading(self) -> str:
        """The innermost heading, or an empty string for the introduction."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the user brought it.

    `text` is the decoded file (for HTML, DOCX and the like, the extracted text). `path` is
    relative to the module's folder and uses `/`. `module` names the set of pages in which one
    name means one person. `sections` are in reading order and cover the whole text. `narrative`
    are the stretches that the researchers wrote, with every quote left out.
    """

    id: str
    path: str
    title: str
    text: str
    module: str = ""
    url: str | None = None
    language: str = "en"
    sections: tuple[Section, ...] = ()
    narrative: tuple[Span, ...] = ()

    def section_at(self, position: int) -> Section:
        """The section that holds the character at `position`."""
        after = bisect_right(self.sections, position, key=lambda section: section.start)
        return self.sections[after - 1] if after else Section((), 0, len(self.text))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is speaking, and the words of the document that prove it.

    `rule` names the reading rule (or `roster`, `correction`) that decided. `evidence` are spans
    of the document. `confidence` is the estimated chance, 0 to 1, that the name is right.
    `speaker` is None where no name is certain; a role may still be stated.
    """

    speaker: str | None
    role: Role | None
    rule: str
    evidence: tuple[Span, ...]
    confidence: float
    speaker_id: str | None = None
    profile_url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A participant's own words: `document.text[start:end] == text`, outer marks left out.

    `lead_in` is the researcher-written stretch that introduces the quote, `question` the
    interviewer's turn before it, if any. Quotes that share an `utterance` are parts of one
    split quote. `shortened` is True where the page itself marks the quote as an excerpt. `codes`
    are the researchers' own short phrases for what the quote is about.
    """

    id: str
    document_id: str
    start: int
    end: int
    text: str
    section: tuple[str, ...]
    attribution: Attribution
    lead_in: Span | None = None
    question: Span | None = None
    utterance: str | None = None
    shortened: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is embedded and ranked; it never crosses a section.

    `number` is the row in the vector and word indexes. A quote longer than the encoder's window
    gives several passages with one `quote_id`; `start` and `end` are then those of the part.
    `lead_in`, `heading` and `codes` are searched with the passage and never shown as its words.
    """

    number: int
    kind: Kind
    document_id: str
    start: int
    end: int
    text: str
    section: tuple[str, ...]
    quote_id: str | None = None
    lead_in: str = ""
    codes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The innermost heading, or an empty string for the introduction."""
        return self.section[-1] if self.section else ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person within one module of the collection."""

    id: str
    name: str
    role: Role | None
    module: str
    aliases: tuple[str, ...] = ()
    profile_url: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What an asker narrows the search to; an empty tuple narrows nothing.

    `speakers` are names or ids, `topics` are document ids, titles, paths, theme folders, headings
    or codes of the researchers, `languages` are ISO 639-1 codes.
    """

    speakers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.speakers or self.roles or self.topics or self.languages)


@dataclass(frozen=True, slots=True)
class Match:
    """Why a passage was found: the shares of words and of meaning in its score add to 1."""

    words: float
    meaning: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote or a stretch of narrative that was found, whole and verbatim.

    `score` is between 0 and 1, higher is better, and is the estimated chance that the hit
    answers the question. `highlights` are spans into `text` (not into the document).
    `also_in` are the other pages on which the same words stand. `parts` are the other parts of a
    quote that the page interrupts: one utterance is one hit.
    """

    kind: Kind
    document: Document
    section: tuple[str, ...]
    start: int
    end: int
    text: str
    score: float
    match: Match
    highlights: tuple[Span, ...] = ()
    quote: Quote | None = None
    also_in: tuple[Quote, ...] = ()
    parts: tuple[Quote, ...] = ()
    passage: int = -1


@dataclass(frozen=True, slots=True)
class Answer:
    """What an asker is told; `hits` are quotes, `message` is one of our own fixed texts."""

    status: Status
    understood_as: str
    filters: Filters
    hits: tuple[Hit, ...]
    narrative: tuple[Hit, ...]
    follow_ups: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a page that a person should look at; `line` counts from 1."""

    path: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Collection:
    """All that reading found: what one index will hold.

    `faults` are what could not be read as it stands; `notes` are what a person may like to know.
    `signposts` is the text of the collection's own `signposts.toml`, empty where it has none.
    """

    name: str
    notice: str
    language: str
    documents: tuple[Document, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    faults: tuple[Fault, ...] = field(default=())
    notes: tuple[Fault, ...] = field(default=())
    signposts: str = ""
