"""What is found for a message as it was meant: which quotes are shown, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.direction import Direction, passages_of
from partnerqa.conversation.heading import same_heading, unframed
from partnerqa.conversation.meaning import less
from partnerqa.conversation.thread import seen_quotes
from partnerqa.conversation.turn import Turn
from partnerqa.conversation.understanding import Understanding
from partnerqa.index.language import language_of
from partnerqa.index.opened import Index
from partnerqa.records import ROLES, Filters, Hit, Status
from partnerqa.search.calibration import RELATED, answers, classify
from partnerqa.search.search import search
from partnerqa.search.select import voices

MOST_COUNTED = 50  # quotes that answer; where there are more, those who speak are not all counted
NEAREST = 3  # quotes that are shown where none is sure

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits for a message as it was `meant`, looked for in `direction`.

    `hits` are those that are shown; `others` answer too, and are counted with them.
    `dropped` are filters that had to be left off to find them; `exhausted` is whether there would
    be an answer if its quotes had not been shown before.
    """

    meant: Understanding
    direction: Direction
    status: Status
    hits: tuple[Hit, ...] = ()
    others: tuple[Hit, ...] = ()
    dropped: Filters | None = None
    exhausted: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds at most `limit` quotes that `history` does not show yet."""

    index: Index
    history: tuple[Turn, ...]
    limit: int

    def find(self, meant: Understanding) -> Found:
        """What people say to a message as it was `meant`."""
        direction, unseen = Direction.of(self.index, meant), self._unseen(meant)
        hits = self._search(meant, direction, unseen)
        # What leans on a thread comes near to all that is like it: those are not counted.
        counted = not meant.carried
        if counted and len(hits) >= self.limit and answers(hits[-1]):
            hits = self._search(meant, direction, unseen, MOST_COUNTED)
        status = _status(meant, hits)
        shown = self._shown(status, hits)
        sure = (hit for hit in hits if answers(hit) and hit not in shown)
        others = tuple(sure) if counted else ()
        exhausted = status != "answered" and self._was_answered(meant, direction, unseen)
        return Found(meant, direction, status, shown, others, exhausted=exhausted)

    def find_freely(self, free: Understanding, narrow: Found) -> Found:
        """What others say where nobody within the filters of `narrow` speaks about it."""
        found = self.find(free)
        if found.status != "answered":
            return narrow
        filters = narrow.meant.filters
        if _is_within(found.hits[0], filters):  # found by words that were taken out with a filter
            return self.find(replace(narrow.meant, text=free.text))
        return replace(found, status="related", dropped=less(filters, free.filters))

    def _shown(self, status: Status, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        near = [hit for hit in hits if hit.score >= RELATED]
        if status == "related" and len(near) < NEAREST:
            near = list(hits[:NEAREST])
        return () if status == "not_covered" else voices(near, self.limit)

    def _search(
        self, meant: Understanding, direction: Direction, within: Mask | None, limit: int = 0
    ) -> list[Hit]:
        hits = search(
            self.index,
            direction.words,
            filters=meant.filters,
            limit=limit or 2 * self.limit,
            vector=direction.vector,
            code_vector=direction.code_vector,
            within=within,
        )
        seen = seen_quotes(self.history) if within is not None else frozenset()
        new = [
            hit for hit in hits if not any(other.id in seen for other in (*hit.also_in, *hit.parts))
        ]
        # Where people are asked for and nothing else, whatever they say is what was asked for.
        return [replace(hit, score=1.0) for hit in new] if meant.everything else new

    def _was_answered(
        self, meant: Understanding, direction: Direction, unseen: Mask | None
    ) -> bool:
        """Whether there would be an answer if nothing had been shown yet."""
        if unseen is None or not self.history:
            return False
        return _status(meant, self._search(meant, direction, None)) == "answered"

    def _unseen(self, meant: Understanding) -> Mask | None:
        """The passages that may be shown: not seen before, and of nobody who is not wanted."""
        history = self.history
        if meant.rule == "as typed":
            history = _without_last_answer(history)
        seen = seen_quotes(history)
        if not seen and not meant.without and not meant.without_roles:
            return None
        rows = self.index.rows
        unwanted = [rows.speakers.index(one) for one in meant.without if one in rows.speakers]
        roles = [ROLES.index(role) for role in meant.without_roles]
        mask = ~passages_of(self.index, seen)
        return mask & ~np.isin(rows.speaker, unwanted) & ~np.isin(rows.role, roles)


def _status(meant: Understanding, hits: Sequence[Hit]) -> Status:
    """The state of an answer; who asks for a heading is answered by what stands under it."""
    heading = unframed(meant.shown_as)
    if heading and any(same_heading(heading, one) for hit in hits for one in hit.section):
        return "answered"
    status = classify(hits)
    if status == "not_covered" and hits and (meant.kind != "stand-alone" or _is_foreign(meant)):
        return "related"  # what leans on a thread comes near by its making
    if status == "answered" and meant.rule == "lean" and not content_words(meant.text):
        return "related"  # "how come?" is answered by reasons, and nearness cannot tell those
    return status


def _is_foreign(meant: Understanding) -> bool:
    """Whether quotes in another language than the question's are asked for: then all seem far."""
    wanted = meant.filters.languages
    return bool(wanted) and language_of(meant.text) not in wanted


def _is_within(hit: Hit, filters: Filters) -> bool:
    """Whether a hit is by one of the people, or in one of the roles, of `filters`."""
    said = hit.quote.attribution if hit.quote else None
    return said is not None and (said.role in filters.roles or said.speaker in filters.speakers)


def _without_last_answer(history: tuple[Turn, ...]) -> tuple[Turn, ...]:
    answers = [place for place, turn in enumerate(history) if turn.role == "assistant"]
    return history[: answers[-1]] if answers else history
