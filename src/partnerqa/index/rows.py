"""What a filter can ask of every passage, as one array per column: row number = passage number."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.columns import open_columns, save_columns
from partnerqa.index.schema import words_key
from partnerqa.records import KINDS, ROLES, Collection, Passage, Quote

Codes = NDArray[np.int32]
Numbers = NDArray[np.int64]

Value = TypeVar("Value", bound=Hashable)

_COLUMNS = (
    "kind",
    "document",
    "section",
    "quote",
    "speaker",
    "role",
    "language",
    "words",
    "utterance",
    "copies",
    "offset",
)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Eleven columns, each of shape (passages,), and what codes in the first seven stand for.

    A code is a place in the list of the same name: `documents[document[number]]` is the id of
    the document of passage `number`. -1 stands for none (a narrative has no quote; a quote may
    have no speaker). `kinds` and `roles` are those of `records`; `sections` are pairs of a
    document id and a heading path. Quotes with one code in `words` have the same words,
    `copies` is how many they are; those with one code in `utterance` are parts of one quote that
    its page interrupts. `offset` is where a part begins in its quote.
    """

    kind: Codes
    document: Codes
    section: Codes
    quote: Codes
    speaker: Codes
    role: Codes
    language: Codes
    words: Codes
    utterance: Codes
    copies: Codes
    offset: Codes
    documents: list[str]
    sections: list[tuple[str, tuple[str, ...]]]
    quotes: list[str]
    speakers: list[str]
    languages: list[str]

    kinds: ClassVar = KINDS
    roles: ClassVar = ROLES

    def __len__(self) -> int:
        return len(self.kind)

    @classmethod
    def of(cls, collection: Collection, passages: Sequence[Passage]) -> Self:
        """The rows of `passages`, which are those of `collection`, numbered from 0."""
        known = {quote.id: quote for quote in collection.quotes}
        said = [known.get(passage.quote_id or "") for passage in passages]
        voices = [one.attribution if one else None for one in said]
        languages = {document.id: document.language for document in collection.documents}
        document, documents = _coded([passage.document_id for passage in passages])
        section, sections = _coded([(passage.document_id, passage.section) for passage in passages])
        quote, quotes = _coded([passage.quote_id for passage in passages])
        speaker, speakers = _coded([voice.speaker_id if voice else None for voice in voices])
        language, spoken = _coded([languages[passage.document_id] for passage in passages])
        words, copies = _words(known, passages)
        utterance, _ = _coded([one.utterance if one else None for one in said])
        return cls(
            kind=_codes([KINDS.index(passage.kind) for passage in passages]),
            document=document,
            section=section,
            quote=quote,
            speaker=speaker,
            role=_codes([ROLES.index(one.role) if one and one.role else -1 for one in voices]),
            language=language,
            words=words,
            utterance=utterance,
            copies=copies,
            offset=_codes(
                [
                    passage.start - (one.start if one else passage.start)
                    for passage, one in zip(passages, said, strict=True)
                ]
            ),
            documents=documents,
            sections=sections,
            quotes=quotes,
            speakers=speakers,
            languages=spoken,
        )

    def first_of_each(self, column: Codes, numbers: Numbers) -> Numbers:
        """Places in `numbers`: the first with each code of `column`, and all that have none."""
        codes = column[numbers]
        _, first = np.unique(np.where(codes >= 0, codes, -1 - numbers), return_index=True)
        return np.sort(first)

    def save(self, path: Path) -> None:
        """Write the columns and their lists to the file `path` (`.npz`, without pickles)."""
        lists = {
            "documents": self.documents,
            "sections": self.sections,
            "quotes": self.quotes,
            "speakers": self.speakers,
            "languages": self.languages,
        }
        save_columns(path, self, _COLUMNS, lists=np.array(json.dumps(lists)))

    @classmethod
    def open(cls, path: Path) -> Self:
        """The rows in the file `path`. Raises OSError, ValueError or KeyError if it holds none."""
        columns = open_columns(path, ("lists", *_COLUMNS))
        lists = json.loads(str(columns.pop("lists")))
        lists["sections"] = [
            (document, tuple(headings)) for document, headings in lists["sections"]
        ]
        return cls(**columns, **lists)


def _words(known: Mapping[str, Quote], passages: Sequence[Passage]) -> tuple[Codes, Codes]:
    """Which words each passage's quote has, and on how many quotes those words stand."""
    keys = {quote_id: words_key(quote.text) for quote_id, quote in known.items()}
    standing = Counter(keys.values())
    own = [keys.get(passage.quote_id or "") for passage in passages]
    words, _ = _coded(own)
    return words, _codes([standing[key] if key else 0 for key in own])


def _coded(values: Sequence[Value | None]) -> tuple[Codes, list[Value]]:
    """Each value's code, in order of first appearance, and the values by code; None is -1."""
    codes: dict[Value, int] = {}
    coded = [-1 if value is None else codes.setdefault(value, len(codes)) for value in values]
    return _codes(coded), list(codes)


def _codes(codes: Sequence[int]) -> Codes:
    return np.array(codes, np.int32)
