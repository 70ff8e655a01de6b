"""The JSON of every door: one model a noun, with units, ranges and examples.

All offsets count Unicode code points and are half-open, `[start, end)`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from partnerqa.records import Role, Status

# The examples are of one quote of the sample collection, as the service gives it.
QUOTE_ID = "nivp6xk4a5zt"
DOCUMENT_ID = "ssbun5uxfnwe"
SPEAKER_ID = "darcy-kxll"
TITLE = "Advice to People Thinking of Becoming a Partner"


class Wire(BaseModel):
    """What all JSON of the service has in common: nothing unknown is taken or given."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Named = Annotated[str, Field(min_length=1)]
"""A value to filter by."""


class CollectionJson(Wire):
    """Which collection the words come from, and what a reader must know about it."""

    name: str = Field(description="Name of the collection.", examples=["Research partnerships"])
    notice: str = Field(
        description="What every reader must be told, for example that the people are invented. "
        "Empty if there is nothing to tell.",
        examples=["An invented sample: none of these people exist."],
    )


class SpanJson(Wire):
    """A stretch of text, in code points."""

    start: int = Field(ge=0, description="First character.", examples=[0])
    end: int = Field(ge=0, description="The character after the last one.", examples=[12])


class EvidenceJson(SpanJson):
    """Words of the document that prove an attribution."""

    text: str = Field(description="The words themselves.", examples=["D’Arcy offered"])


class AttributionJson(Wire):
    """How the speaker was found."""

    rule: str = Field(
        description="Name of the reading rule, or `correction`.",
        examples=["subject-verb"],
    )
    evidence: list[EvidenceJson] = Field(description="Where the document says so.")
    confidence: float = Field(
        ge=0, le=1, description="Estimated chance, 0 to 1, that the name is right.", examples=[0.98]
    )


class DocumentReferenceJson(Wire):
    """The page that words stand in."""

    id: str = Field(description="Id of the document.", examples=[DOCUMENT_ID])
    title: str = Field(description="Title of the page.", examples=[TITLE])
    url: str | None = Field(
        description="Address of the page it was taken from, if known.",
        examples=["https://example.org/partners/advice/advice-to-newcomers"],
    )
    language: str = Field(description="Language of the page (ISO 639-1).", examples=["en"])


class QuoteJson(Wire):
    """A participant's own words, as they stand in the document."""

    kind: Literal["quote"] = Field(default="quote", description="Always `quote`.")
    id: str = Field(
        description="Id made from the content: it survives a rebuild and is the permalink "
        "`/quotes/{id}`.",
        examples=[QUOTE_ID],
    )
    text: str = Field(
        description="The words: `document.text[start:end]`.",
        examples=[
            "Don’t be the conscience of the meeting every single time. "
            "Take it in turns, like the milk."
        ],
    )
    speaker: str | None = Field(
        description="Name of the speaker; null where the page does not say it for certain.",
        examples=["D’Arcy"],
    )
    speaker_id: str | None = Field(description="Id of the speaker.", examples=[SPEAKER_ID])
    role: Role | None = Field(
        description="Role, where the page or the roster states one.", examples=["patient"]
    )
    document: DocumentReferenceJson = Field(description="The page that the words stand in.")
    section: list[str] = Field(
        description="Headings from the outermost to the innermost; empty for the introduction.",
        examples=[["‘Bring a cushion’ and other small wisdom"]],
    )
    start: int = Field(ge=0, description="First character in the document.", examples=[5284])
    end: int = Field(ge=0, description="The character after the last one.", examples=[5374])
    lead_in: str | None = Field(
        description="What the researchers wrote to introduce the words; not the speaker's.",
        examples=["D’Arcy offered this:"],
    )
    question: str | None = Field(
        description="The interviewer's question before the words, if the page shows it.",
        examples=[None],
    )
    utterance: str | None = Field(
        description="Quotes that share an utterance are parts of one interrupted quote.",
        examples=[None],
    )
    shortened: bool = Field(
        description="Whether the page itself marks the words as an excerpt.", examples=[False]
    )
    codes: list[str] = Field(
        description="Short phrases by which the researchers coded the words, theirs and not the "
        "speaker's; empty where they gave none. Each can be filtered by as a topic.",
        examples=[
            [
                "advice: do not always be the critic",
                "sharing the burden of speaking up",
                "taking turns to raise ethical concerns",
                "tiring role of challenging others",
                "partners supporting each other",
                "speaking up in meetings",
                "always being the one who objects",
                "sharing the job of raising hard things",
                "being the difficult one in the group",
                "burning out from always speaking up",
                "not having to fight every battle",
            ]
        ],
    )
    attribution: AttributionJson
    profile_url: str | None = Field(
        description="Address of the speaker's profile page, if known.",
        examples=["https://example.org/partners/people/darcy/"],
    )


class MatchJson(Wire):
    """Why something was found: the two shares add to 1."""

    words: float = Field(ge=0, le=1, description="Share of the words.", examples=[0.35])
    meaning: float = Field(ge=0, le=1, description="Share of the meaning.", examples=[0.65])


class AlsoInJson(Wire):
    """Another page on which the same words stand."""

    id: str = Field(description="Id of the quote on that page.", examples=[QUOTE_ID])
    document: DocumentReferenceJson | None = Field(
        description="That page (null where the door does not look it up)."
    )
    section: list[str] = Field(description="Headings there.", examples=[["What changed"]])


class PartJson(Wire):
    """Another part of an interrupted quote; `start` tells whether it comes before or after."""

    id: str = Field(description="Its own id.", examples=[QUOTE_ID])
    text: str = Field(description="`document.text[start:end]`.", examples=["and then I did."])
    start: int = Field(ge=0, description="First character in the document.", examples=[860])
    end: int = Field(ge=0, description="The character after the last one.", examples=[875])


class WholeQuoteJson(QuoteJson):
    """A quote with the other parts of it, if its page interrupts it."""

    parts: list[PartJson] = Field(
        description="The other parts of a quote that its page interrupts, in the page's order."
    )


class HitJson(QuoteJson):
    """A quote that was found."""

    score: float = Field(
        ge=0,
        le=1,
        description="Estimated chance, 0 to 1, that this answers the question.",
        examples=[0.83],
    )
    match: MatchJson = Field(description="Why it was found.")
    highlights: list[SpanJson] = Field(description="What to mark, as spans into `text`.")
    also_in: list[AlsoInJson] = Field(description="Other pages with the same words.")
    parts: list[PartJson] = Field(
        description="The other parts of a quote that its page interrupts, in the page's order."
    )


class NarrativeJson(Wire):
    """A stretch that the researchers wrote. Nobody's own words: never show it as a quote."""

    kind: Literal["narrative"] = Field(default="narrative", description="Always `narrative`.")
    text: str = Field(
        description="`document.text[start:end]`.",
        examples=["Some people were not sure what was expected of them."],
    )
    document: DocumentReferenceJson = Field(description="The page that it stands in.")
    section: list[str] = Field(description="Headings above it.", examples=[["First meetings"]])
    start: int = Field(ge=0, description="First character in the document.", examples=[700])
    end: int = Field(ge=0, description="The character after the last one.", examples=[752])
    score: float = Field(ge=0, le=1, description="Estimated chance, 0 to 1.", examples=[0.41])
    match: MatchJson = Field(description="Why it was found.")
    highlights: list[SpanJson] = Field(description="What to mark, as spans into `text`.")


AnyHitJson = Annotated[HitJson | NarrativeJson, Field(discriminator="kind")]


class FiltersJson(Wire):
    """What to narrow a search to; an empty list narrows nothing, several values mean "or".

    Several kinds mean "and".
    """

    speakers: list[Named] = Field(
        default_factory=list, max_length=50, description="Names or ids.", examples=[["Nkechi"]]
    )
    roles: list[Role] = Field(
        default_factory=list, max_length=4, description="Roles.", examples=[["patient"]]
    )
    topics: list[Named] = Field(
        default_factory=list,
        max_length=50,
        description="Document ids, titles, paths, folders, headings or codes of the researchers.",
        examples=[["Getting started"]],
    )
    languages: list[Named] = Field(
        default_factory=list, max_length=50, description="ISO 639-1 codes.", examples=[["en"]]
    )


class AnswerJson(Wire):
    """What an asker is told: people's own words, and nothing that was made up."""

    status: Status = Field(
        description="`answered`; `related`: nothing surely answers, these come near; "
        "`not_covered`: no quotes, since nobody speaks about it, or since the message asked for "
        "none (thanks, a greeting): `message` says which.",
        examples=["answered"],
    )
    understood_as: str = Field(
        description="The stand-alone question that was searched.",
        examples=["What did caregivers say about the first meetings?"],
    )
    filters: FiltersJson = Field(description="The filters in force.")
    quotes: list[HitJson] = Field(description="People's own words, best first.")
    narrative: list[NarrativeJson] = Field(
        description="What the researchers wrote around them; context only."
    )
    follow_ups: list[str] = Field(
        description="Questions that this collection can answer next.",
        examples=[["What happened after the first meetings?"]],
    )
    message: str = Field(
        description="One of the service's own fixed texts.",
        examples=["3 people: 2 patients, 1 caregiver. These are their own words."],
    )
    language: str = Field(description="Language of `message` (ISO 639-1).", examples=["en"])
    collection: CollectionJson = Field(description="Where the words come from.")


class SectionJson(Wire):
    """The part of a document under one heading."""

    path: list[str] = Field(description="Headings, outermost first.", examples=[["First meetings"]])
    start: int = Field(ge=0, description="First character of the heading.", examples=[640])
    end: int = Field(ge=0, description="The character after the last one.", examples=[2210])


class DocumentPlaceJson(DocumentReferenceJson):
    """A page, and where it lies in the collection."""

    path: str = Field(
        description="Path within the module.", examples=["advice/advice-to-newcomers.txt"]
    )
    module: str = Field(
        description="The set of pages in which one name means one person.", examples=["sample"]
    )


class DocumentEntryJson(DocumentPlaceJson):
    """One page, without its text."""

    quotes: int = Field(ge=0, description="Number of quotes on it.", examples=[12])


class DocumentJson(DocumentPlaceJson):
    """One page whole: its text, its sections, and its quotes in reading order."""

    text: str = Field(description="The whole text; all offsets point into it.")
    sections: list[SectionJson] = Field(description="Sections in reading order.")
    quotes: list[QuoteJson] = Field(description="Quotes in reading order.")
    collection: CollectionJson = Field(description="Where the page comes from.")


class SpeakerJson(Wire):
    """A person within one module of the collection."""

    id: str = Field(description="Id of the speaker.", examples=[SPEAKER_ID])
    name: str = Field(description="Display name.", examples=["Nkechi"])
    role: Role | None = Field(description="Role, if stated.", examples=["patient"])
    module: str = Field(description="The module the person speaks in.", examples=["sample"])
    profile_url: str | None = Field(description="Address of the profile page.", examples=[None])
    quotes: int = Field(ge=0, description="Number of quotes.", examples=[7])
