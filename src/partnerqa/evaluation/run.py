"""Asking every question of a file, and what came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from partnerqa.conversation.answer import answer
from partnerqa.errors import QuestionError
from partnerqa.evaluation.question import Judged
from partnerqa.index.opened import Index
from partnerqa.records import Answer, Filters, Status

DEPTH = 10
"""How many quotes are asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question gave: quote ids, best first, the state, and the chance of the first."""

    judged: Judged
    ranked: tuple[str, ...]
    status: Status
    chance: float
    filters: Filters

    @property
    def is_answerable(self) -> bool:
        """Whether anybody in the collection speaks about it."""
        return bool(self.judged.relevant)

    @property
    def filters_are_right(self) -> bool:
        """Whether the filters that were taken from the question are those that it means."""
        wanted = self.judged.question.filters
        return all(
            _folded(getattr(wanted, name)) == _folded(getattr(self.filters, name))
            for name in ("speakers", "roles", "topics", "languages")
        )


def run(
    index: Index,
    questions: Sequence[Judged],
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Outcome]:
    """Ask each question as the chat would, and keep what came back, in order."""
    outcomes: list[Outcome] = []
    for number, each in enumerate(questions, 1):
        outcomes.append(_asked(index, each))
        if progress is not None:
            progress("asking", number, len(questions))
    return outcomes


def _asked(index: Index, each: Judged) -> Outcome:
    """What one question gave; one that cannot be searched at all ("???") is answered by nobody."""
    try:
        given = answer(index, each.question.text, history=each.question.history, limit=DEPTH)
    except QuestionError:
        return Outcome(each, (), "not_covered", 0.0, Filters())
    return _outcome(each, given)


def _outcome(each: Judged, given: Answer) -> Outcome:
    ranked = tuple(hit.quote.id for hit in given.hits if hit.quote is not None)
    best = max((hit.score for hit in given.hits), default=0.0)
    return Outcome(each, ranked, given.status, best, given.filters)


def _folded(values: Sequence[str]) -> set[str]:
    return {value.casefold().replace("'", "’") for value in values}
