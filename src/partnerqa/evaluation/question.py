"""Question files: JSON Lines, each with the quotes that answer it, or none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partnerqa.conversation.turn import Turn
from partnerqa.errors import CorpusError, PathError
from partnerqa.records import Filters, Quote

_KEYS = {"id", "question", "relevant", "best", "filters", "history", "kind", "why"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the quotes that answer it, each by id or by words that it contains.

    `best` are those of which one should come first; without it, all of `relevant`. Nothing
    relevant means that nobody speaks about it.
    """

    id: str
    text: str
    relevant: tuple[str, ...]
    best: tuple[str, ...]
    filters: Filters
    history: tuple[Turn, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question whose quotes have been found in an index, by id."""

    question: Question
    relevant: frozenset[str]
    best: frozenset[str]


def read_questions(path: Path) -> list[Question]:
    """The questions of a file. Raises PathError, and CorpusError with the line that is wrong."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PathError(f"{path} cannot be read: {error}. Name a JSON Lines file") from error
    found = [
        _question(str(path), number, line) for number, line in enumerate(lines, 1) if line.strip()
    ]
    if not found:
        raise PathError(f"{path} holds no question; expected one JSON object a line")
    return found


def _question(path: str, number: int, line: str) -> Question:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(path, number, f"is not JSON: {error.msg}") from error
    if not isinstance(row, dict) or not isinstance(row.get("question"), str):
        raise CorpusError(path, number, 'has no "question"; expected a text')
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        expected = ", ".join(sorted(_KEYS))
        raise CorpusError(path, number, f"has {unknown[0]!r}; expected one of {expected}")
    relevant = _texts(path, number, row, "relevant")
    return Question(
        id=str(row.get("id", number)),
        text=row["question"],
        relevant=relevant,
        best=_texts(path, number, row, "best") or relevant,
        filters=_filters(row.get("filters") or {}),
        history=tuple(
            Turn(turn["role"], turn["content"], tuple(turn.get("quotes", ())))
            for turn in row.get("history", [])
        ),
        kind=str(row.get("kind", "")),
    )


def _texts(path: str, number: int, row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CorpusError(path, number, f"{key} is {value!r}; expected a list of texts")
    return tuple(value)


def _filters(table: Mapping[str, Any]) -> Filters:
    return Filters(**{key: tuple(values) for key, values in table.items()})


def judged(questions: Iterable[Question], quotes: Sequence[Quote]) -> list[Judged]:
    """`questions` with the ids of their quotes. Raises PathError for words that stand in none."""
    texts = {quote.id: _plain(quote.text) for quote in quotes}

    def find(question: Question, words: str) -> list[str]:
        if words in texts:
            return [words]
        wanted = _plain(words)
        found = [quote for quote, text in texts.items() if wanted in text]
        if not found:
            raise PathError(
                f"question {question.id}: no quote holds {words!r}; "
                "expected an id or words of a quote of this index"
            )
        return found

    return [
        Judged(
            each,
            frozenset(quote for words in each.relevant for quote in find(each, words)),
            frozenset(quote for words in each.best for quote in find(each, words)),
        )
        for each in questions
    ]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()
