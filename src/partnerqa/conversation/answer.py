"""One answer: what was meant, the quotes that speak to it, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from partnerqa.conversation.approval import is_approval
from partnerqa.conversation.carry import LIKENESS, LIKENESS_OF_NOTHING, carried, lean, unit
from partnerqa.conversation.cast import cast_of
from partnerqa.conversation.dependence import content_words
from partnerqa.conversation.followup import understand
from partnerqa.conversation.heading import same_heading, unframed
from partnerqa.conversation.language import Language, language_of
from partnerqa.conversation.meaning import merged, wanted
from partnerqa.conversation.message import message
from partnerqa.conversation.narrative import beside
from partnerqa.conversation.pattern import plain
from partnerqa.conversation.people import named, people_heard
from partnerqa.conversation.recent import recent_vectors
from partnerqa.conversation.signpost import Signpost, read_signposts, signpost_for
from partnerqa.conversation.suggestion import follow_ups
from partnerqa.conversation.thread import seen_quotes, thread_of
from partnerqa.conversation.turn import Turn, check_history
from partnerqa.conversation.understanding import Thread, Understanding
from partnerqa.index.opened import Index
from partnerqa.records import ROLES, Answer, Filters, Hit, Match, Status
from partnerqa.search.calibration import LIKELY, RELATED, classify
from partnerqa.search.query import MAX_QUESTION, parse_query
from partnerqa.search.search import other_parts, search
from partnerqa.search.select import voices

NARRATIVE = 3  # stretches of the researchers' text beside the quotes
MOST_COUNTED = 50  # quotes that answer; where there are more, those who speak are not all counted
NEAREST = 3  # quotes that are shown where none is sure
OWN_SIGNPOSTS = "signposts.toml"  # in the index: the collection's own rules, if it has any

Mask = NDArray[np.bool_]


def answer(
    index: Index,
    question: str,
    *,
    history: Sequence[Turn] = (),
    filters: Filters | None = None,
    limit: int = 5,
) -> Answer:
    """What people in the collection say to `question`, in the light of the turns before it.

    At most `limit` quotes, each speaker once before anybody a second time, none that `history`
    shows already unless it is asked for. `filters` are those that the asker set. Raises
    QuestionError, FilterError and HistoryError.
    """
    check_history(history, index.store.quote)
    thumb = bool(history) and is_approval(question)
    text = question if thumb else parse_query(question).text
    conversation = _Conversation(index, tuple(history), filters or Filters(), limit)
    signpost = signpost_for(text, read_signposts(_own_signposts(index)))
    if signpost is not None and signpost.show == "instead":
        return conversation.pointed(text, signpost)
    given = conversation.answered(text)
    return given if signpost is None else conversation.beside(given, text, signpost)


@dataclass(frozen=True, slots=True)
class _Found:
    """Hits for a message as it was `meant`, searched by `vector`.

    `hits` are those that are shown; `others` answer too, and are counted with them.
    `dropped` are filters that had to be left off to find them; `exhausted` is whether there would
    be an answer if its quotes had not been shown before.
    """

    meant: Understanding
    vector: NDArray[np.float32]
    status: Status
    hits: tuple[Hit, ...] = ()
    others: tuple[Hit, ...] = ()
    dropped: Filters | None = None
    exhausted: bool = False


class _Conversation:
    """One question on its way to an answer."""

    def __init__(
        self, index: Index, history: tuple[Turn, ...], filters: Filters, limit: int
    ) -> None:
        self._index = index
        self._history = history
        self._filters = filters
        self._limit = limit
        self._cast = cast_of(index)

    # --- the three ways to answer

    def answered(self, text: str) -> Answer:
        thread = thread_of(self._history, self._cast, self._index.store.quote)
        understood = understand(text, thread, self._cast, self._index.store.quote)
        by_hand = self._by_hand(understood, thread)
        meant = replace(understood, filters=merged(by_hand, understood.filters))
        language = language_of(text, self._language(thread))
        if meant.kind == "small-talk":
            return self._small_talk(meant, language)
        if meant.again:
            return self._shown_again(meant, language)
        found = self._find(meant)
        if found.status == "not_covered" and not found.exhausted and meant.filters != by_hand:
            found = self._find_freely(self._freed(meant, text, by_hand), found)
        meant = found.meant
        return Answer(
            status=found.status,
            understood_as=meant.shown_as,
            filters=meant.filters,
            hits=found.hits,
            narrative=self._narrative(meant, found.vector, found.hits),
            follow_ups=self._next(found.hits),
            message=_told(found, language),
        )

    def pointed(self, text: str, signpost: Signpost) -> Answer:
        """Somebody may be in danger: a fixed text instead of quotes."""
        told = signpost.in_language(language_of(text, self._index.manifest.language))
        return Answer("not_covered", text, self._filters, (), (), (), told)

    def beside(self, given: Answer, text: str, signpost: Signpost) -> Answer:
        """A fixed text before the answer, which must be likelier right than wrong to be shown."""
        told = signpost.in_language(language_of(text, self._index.manifest.language))
        if given.status == "answered" and any(hit.score >= LIKELY for hit in given.hits):
            return replace(given, message=f"{told}\n\n{given.message}")
        return replace(given, status="not_covered", hits=(), narrative=(), message=told)

    def _small_talk(self, meant: Understanding, language: Language) -> Answer:
        name = _kind_of_talk(meant.shown_as)
        return Answer(
            status="not_covered",
            understood_as=meant.shown_as,
            filters=self._filters,
            hits=(),
            narrative=(),
            follow_ups=self._next(()),
            message=message(name, language),
        )

    def _shown_again(self, meant: Understanding, language: Language) -> Answer:
        hits = tuple(self._hit(quote) for quote in meant.again)
        return Answer(
            status="answered",
            understood_as=meant.shown_as,
            filters=meant.filters,
            hits=hits,
            narrative=(),
            follow_ups=self._next(hits),
            message=message("again", language),
        )

    # --- what is searched

    def _by_hand(self, meant: Understanding, thread: Thread) -> Filters:
        """The filters that the asker set: they hold, unless the message says otherwise.

        A page sends back the filters of the last answer: those that an earlier message had
        brought in are part of what is meant, as far as that still holds.
        """
        if meant.rule in ("widen", "as typed"):
            return Filters()
        last = thread.last.filters if thread.last is not None else Filters()
        held = _less(self._filters, last)
        if meant.kind == "stand-alone":
            return held
        return wanted(self._cast, held, meant.without, meant.without_roles)

    def _freed(self, meant: Understanding, text: str, by_hand: Filters) -> Understanding:
        """The same without the filters that the message brought in.

        A role may have been what a question is about after all, so all its words are searched
        then; a person's name would only find that person again.
        """
        if meant.kind != "stand-alone" or meant.filters.speakers:
            return replace(meant, filters=by_hand, shown_as=meant.subject or meant.text)
        return replace(meant, filters=by_hand, shown_as=text, text=text, subject=text)

    def _vector(self, meant: Understanding) -> NDArray[np.float32]:
        recent = recent_vectors(self._index.encoder)
        typed = recent.of(parse_query(meant.text).words)
        if meant.like:
            return unit(0.3 * typed + 0.7 * self._vectors_of([meant.like]).mean(axis=0))
        question = recent.of(parse_query(meant.carried).words) if meant.carried else None
        towards = carried(question, self._vectors_of(meant.leaning))
        likeness = LIKENESS if content_words(meant.text) else LIKENESS_OF_NOTHING
        return typed if towards is None else lean(typed, towards, likeness)

    def _vectors_of(self, quotes: Iterable[str]) -> NDArray[np.float32]:
        """The vectors of all parts of `quotes`, of shape (parts, dimension)."""
        numbers = np.flatnonzero(self._among(quotes))
        return self._index.vectors.vectors(numbers)

    def _words(self, meant: Understanding) -> str:
        """What the word index looks for: a message with nothing of its own borrows its subject."""
        if meant.carried and len(content_words(meant.text)) < 2:
            return f"{meant.text} {meant.carried}"[:MAX_QUESTION]
        return meant.text

    # --- finding

    def _find(self, meant: Understanding) -> _Found:
        vector = self._vector(meant)
        unseen = self._unseen(meant)
        hits = self._search(meant, vector, unseen)
        if len(hits) >= self._limit and hits[-1].score >= LIKELY:
            hits = self._search(meant, vector, unseen, MOST_COUNTED)
        status = _status(meant, hits)
        shown = self._shown(status, hits)
        others = tuple(hit for hit in hits if hit.score >= LIKELY and hit not in shown)
        found = _Found(meant, vector, status, shown, others)
        if status != "answered" and self._was_answered(meant, vector, unseen):
            return replace(found, exhausted=True)
        return found

    def _find_freely(self, free: Understanding, narrow: _Found) -> _Found:
        """What others say where nobody within the filters of `narrow` speaks about it."""
        found = self._find(free)
        if found.status != "answered":
            return narrow
        filters = narrow.meant.filters
        if _is_within(found.hits[0], filters):  # found by words that were taken out with a filter
            return self._find(replace(narrow.meant, text=free.text))
        dropped = _less(filters, free.filters)
        return replace(found, status="related", dropped=dropped)

    def _shown(self, status: Status, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        near = [hit for hit in hits if hit.score >= RELATED]
        if status == "related" and len(near) < NEAREST:
            near = list(hits[:NEAREST])
        return () if status == "not_covered" else voices(near, self._limit)

    def _search(
        self,
        meant: Understanding,
        vector: NDArray[np.float32],
        within: Mask | None,
        limit: int = 0,
    ) -> list[Hit]:
        hits = search(
            self._index,
            self._words(meant),
            filters=meant.filters,
            limit=limit or 2 * self._limit,
            vector=vector,
            within=within,
        )
        seen = seen_quotes(self._history) if within is not None else frozenset()
        new = [
            hit for hit in hits if not any(other.id in seen for other in (*hit.also_in, *hit.parts))
        ]
        # Where people are asked for and nothing else, whatever they say is what was asked for.
        return [replace(hit, score=1.0) for hit in new] if meant.everything else new

    def _was_answered(
        self, meant: Understanding, vector: NDArray[np.float32], unseen: Mask | None
    ) -> bool:
        """Whether there would be an answer if nothing had been shown yet."""
        if unseen is None or not self._history:
            return False
        return _status(meant, self._search(meant, vector, None)) == "answered"

    def _unseen(self, meant: Understanding) -> Mask | None:
        """The passages that may be shown: not seen before, and of nobody who is not wanted."""
        history = self._history
        if meant.rule == "as typed":
            history = _without_last_answer(history)
        seen = seen_quotes(history)
        if not seen and not meant.without and not meant.without_roles:
            return None
        mask = ~self._among(seen)
        rows = self._index.rows
        unwanted = [rows.speakers.index(one) for one in meant.without if one in rows.speakers]
        roles = [ROLES.index(role) for role in meant.without_roles]
        return mask & ~np.isin(rows.speaker, unwanted) & ~np.isin(rows.role, roles)

    def _among(self, quotes: Iterable[str]) -> Mask:
        """Which passages are parts of `quotes`."""
        rows = self._index.rows
        wanted = set(quotes)
        codes = (
            [code for code, quote in enumerate(rows.quotes) if quote in wanted] if wanted else []
        )
        return np.isin(rows.quote, codes)

    # --- what stands beside the quotes

    def _narrative(
        self, meant: Understanding, vector: NDArray[np.float32], hits: Sequence[Hit]
    ) -> tuple[Hit, ...]:
        """The researchers' text in the sections of the hits, nearest to the question first."""
        rows = self._index.rows
        places = {(hit.document.id, hit.section) for hit in hits}
        codes = [code for code, place in enumerate(rows.sections) if place in places]
        if not codes:
            return ()
        found = search(
            self._index,
            self._words(meant),
            kinds=("narrative",),
            limit=4 * NARRATIVE,
            vector=vector,
            within=np.isin(rows.section, codes),
        )
        return beside(found, hits, NARRATIVE)

    def _next(self, hits: Sequence[Hit]) -> tuple[str, ...]:
        asked = [turn.content for turn in self._history if turn.role == "user"]
        return follow_ups(self._index, hits, asked, seen_quotes(self._history))

    # --- small things

    def _language(self, thread: Thread) -> str:
        return language_of(thread.typed, self._index.manifest.language)

    def _hit(self, quote_id: str) -> Hit:
        """A shown quote as a hit: it was asked for, so it is surely what is wanted."""
        quote = self._index.store.quote(quote_id)
        return Hit(
            kind="quote",
            document=self._index.store.document(quote.document_id),
            section=quote.section,
            start=quote.start,
            end=quote.end,
            text=quote.text,
            score=1.0,
            match=Match(words=0.0, meaning=1.0),
            quote=quote,
            also_in=tuple(self._index.store.same_words(quote_id)),
            parts=other_parts(self._index.store, quote),
        )


def _status(meant: Understanding, hits: Sequence[Hit]) -> Status:
    """The state of an answer; who asks for a heading is answered by what stands under it."""
    heading = unframed(meant.shown_as)
    if heading and any(same_heading(heading, one) for hit in hits for one in hit.section):
        return "answered"
    status = classify(max((hit.score for hit in hits), default=0.0))
    if status == "not_covered" and hits and meant.kind != "stand-alone":
        return "related"  # what was found leans on a thread: it comes near by its making
    return status


def _told(found: _Found, language: Language) -> str:
    if found.exhausted:
        return message("exhausted_related" if found.hits else "exhausted", language)
    if found.dropped is not None:
        return message("dropped", language, filters=named(found.dropped, language))
    if found.status != "answered":
        return message(found.status, language)
    people = people_heard((*found.hits, *found.others), language)
    return message("answered_more" if found.others else "answered", language, people=people)


def _kind_of_talk(text: str) -> str:
    words = set(plain(text).replace("!", " ").replace(",", " ").split())
    if words & {"thanks", "thank", "cheers", "merci", "mercis"}:
        return "thanks"
    greetings = {"hello", "hi", "hey", "bonjour", "salut", "bonsoir", "morning", "afternoon"}
    return "hello" if words & greetings else "chat"


def _is_within(hit: Hit, filters: Filters) -> bool:
    """Whether a hit is by one of the people, or in one of the roles, of `filters`."""
    said = hit.quote.attribution if hit.quote else None
    return said is not None and (said.role in filters.roles or said.speaker in filters.speakers)


def _less(filters: Filters, brought: Filters) -> Filters:
    """`filters` without the values that an earlier message had brought in."""
    return Filters(
        speakers=tuple(one for one in filters.speakers if one not in brought.speakers),
        roles=tuple(one for one in filters.roles if one not in brought.roles),
        topics=tuple(one for one in filters.topics if one not in brought.topics),
        languages=tuple(one for one in filters.languages if one not in brought.languages),
    )


def _without_last_answer(history: tuple[Turn, ...]) -> tuple[Turn, ...]:
    answers = [place for place, turn in enumerate(history) if turn.role == "assistant"]
    return history[: answers[-1]] if answers else history


def _own_signposts(index: Index) -> Path | None:
    path = index.directory / OWN_SIGNPOSTS
    return path if path.exists() else None
