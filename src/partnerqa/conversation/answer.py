"""One answer: what was meant, the quotes that speak to it, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from partnerqa.conversation.approval import is_approval
from partnerqa.conversation.background import background_of
from partnerqa.conversation.dependence import content_words, is_clause
from partnerqa.conversation.finding import Finder, Found
from partnerqa.conversation.followup import understand
from partnerqa.conversation.meaning import less, merged, wanted
from partnerqa.conversation.message import message
from partnerqa.conversation.narrative import beside
from partnerqa.conversation.pattern import plain
from partnerqa.conversation.people import named, people_heard
from partnerqa.conversation.signpost import Signpost, read_signposts
from partnerqa.conversation.suggestion import follow_ups
from partnerqa.conversation.thread import seen_quotes, thread_of
from partnerqa.conversation.turn import Turn, check_history
from partnerqa.conversation.understanding import NOT_SHOWN, Thread, Understanding
from partnerqa.conversation.urgency import urgency_of
from partnerqa.index.language import Language, language_of
from partnerqa.index.opened import Index
from partnerqa.records import Answer, Filters, Hit, Match
from partnerqa.search.calibration import RELATED, answers
from partnerqa.search.query import parse_query
from partnerqa.search.search import other_parts, search

NARRATIVE = 3  # stretches of the researchers' text beside the quotes
OWN_SIGNPOSTS = "signposts.toml"  # in the index: the collection's own rules, if it has any


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
    signposts = read_signposts(_own_signposts(index))
    urgency = urgency_of(history, signposts)
    conversation = _Conversation(index, urgency.calm, filters or Filters(), limit)
    signpost = urgency.for_message(text, signposts)
    if signpost is not None and signpost.show == "instead":
        return conversation.pointed(text, signpost)
    given = conversation.answered(text)
    return given if signpost is None else conversation.beside(given, text, signpost)


class _Conversation:
    """One question on its way to an answer."""

    def __init__(
        self, index: Index, history: tuple[Turn, ...], filters: Filters, limit: int
    ) -> None:
        self._index = index
        self._history = history
        self._filters = filters
        self._finder = Finder(index, history, limit)
        self._background = background_of(index)

    # --- the three ways to answer

    def answered(self, text: str) -> Answer:
        thread = thread_of(self._history, self._background)
        understood = understand(text, thread, self._background)
        by_hand = self._by_hand(understood, thread)
        meant = replace(understood, filters=merged(by_hand, understood.filters))
        language = language_of(text, self._language(thread))
        if meant.kind == "small-talk":
            return self._small_talk(meant, language)
        if meant.rule == NOT_SHOWN:
            return self._not_shown(meant, thread, language)
        if meant.again:
            return self._shown_again(meant, language)
        found = self._finder.find(meant)
        may_be_freed = meant.filters != by_hand and not _is_about_somebody(meant)
        if found.status == "not_covered" and not found.exhausted and may_be_freed:
            mended = self._background.mended(text)
            found = self._finder.find_freely(self._freed(meant, mended, by_hand), found)
        meant = found.meant
        return Answer(
            status=found.status,
            understood_as=meant.shown_as,
            filters=meant.filters,
            hits=found.hits,
            narrative=self._narrative(found),
            follow_ups=self._next(found.hits, language),
            message=self._message(found, language),
        )

    def pointed(self, text: str, signpost: Signpost) -> Answer:
        """Somebody may be in danger: a fixed text instead of quotes."""
        told = signpost.in_language(language_of(text, self._index.manifest.language))
        return Answer("not_covered", text, self._filters, (), (), (), told)

    def beside(self, given: Answer, text: str, signpost: Signpost) -> Answer:
        """A fixed text before the answer, or instead of one that is not good enough beside it."""
        told = signpost.in_language(language_of(text, self._index.manifest.language))
        strict = signpost.show == "unless-answered"
        if any(answers(hit) if strict else hit.score >= RELATED for hit in given.hits):
            return replace(given, message=f"{told}\n\n{given.message}")
        return replace(given, status="not_covered", hits=(), narrative=(), message=told)

    def _small_talk(self, meant: Understanding, language: Language) -> Answer:
        told = message(_kind_of_talk(meant.shown_as), language)
        return self._unsearched(replace(meant, filters=self._filters), told, language)

    def _shown_again(self, meant: Understanding, language: Language) -> Answer:
        hits = tuple(self._hit(quote) for quote in meant.again)
        return self._unsearched(meant, message("again", language), language, hits)

    def _not_shown(self, meant: Understanding, thread: Thread, language: Language) -> Answer:
        """A place was named at which no quote was shown."""
        count = len(thread.shown)
        name = "not_shown" if count > 1 else "one_shown"
        return self._unsearched(meant, message(name, language, count=str(count)), language)

    def _unsearched(
        self, meant: Understanding, told: str, language: Language, hits: tuple[Hit, ...] = ()
    ) -> Answer:
        """What is told without a search, with the quotes that were asked for, if any were."""
        return Answer(
            status="answered" if hits else "not_covered",
            understood_as=meant.shown_as,
            filters=meant.filters,
            hits=hits,
            narrative=(),
            follow_ups=self._next(hits, language),
            message=told,
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
        held = less(self._filters, last)
        if meant.kind == "stand-alone":
            return held
        return wanted(self._background.cast, held, meant.without, meant.without_roles)

    def _freed(self, meant: Understanding, text: str, by_hand: Filters) -> Understanding:
        """The same without the filters that the message brought in.

        A role may have been what a question is about after all, so all its words are searched
        then; a person's name would only find that person again.
        """
        if meant.kind != "stand-alone" or meant.filters.speakers:
            return replace(meant, filters=by_hand, shown_as=meant.subject or meant.text)
        return replace(meant, filters=by_hand, shown_as=text, text=text, subject=text)

    # --- what stands beside the quotes

    def _message(self, found: Found, language: Language) -> str:
        """Our own text, with a word on quotes in another language than the asker's."""
        told = _told(found, language)
        is_own = all(_is_in(hit.document.language, language) for hit in found.hits)
        if is_own or found.meant.filters.languages:
            return told
        spoken = self._index.rows.languages
        is_choice = any(_is_in(one, language) for one in spoken)
        name = "untranslated_choice" if is_choice else "untranslated"
        return f"{told} {message(name, language)}"

    def _narrative(self, found: Found) -> tuple[Hit, ...]:
        """The researchers' text in the sections of the hits, nearest to the question first."""
        rows = self._index.rows
        places = {(hit.document.id, hit.section) for hit in found.hits}
        codes = [code for code, place in enumerate(rows.sections) if place in places]
        if not codes:
            return ()
        stretches = search(
            self._index,
            found.direction.words,
            kinds=("narrative",),
            limit=4 * NARRATIVE,
            vector=found.direction.vector,
            within=np.isin(rows.section, codes),
        )
        return beside(stretches, found.hits, NARRATIVE)

    def _next(self, hits: Sequence[Hit], language: Language) -> tuple[str, ...]:
        asked = [turn.content for turn in self._history if turn.role == "user"]
        seen = seen_quotes(self._history)
        return follow_ups(self._index, hits, asked, seen, language)

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


def _is_about_somebody(meant: Understanding) -> bool:
    """Whether nothing is asked without the people named: "how old is", of "how old is Gwen"."""
    rest = meant.subject or meant.text
    return bool(meant.filters.speakers) and is_clause(rest) and len(content_words(rest)) < 2


def _is_in(tag: str, language: Language) -> bool:
    """Whether a language tag such as `fr-CA` is of `language`."""
    return tag[:2].lower() == language


def _told(found: Found, language: Language) -> str:
    if found.exhausted:
        return _exhausted(found, language)
    if found.dropped is not None:
        return message("dropped", language, filters=named(found.dropped, language))
    if found.status == "not_covered" and found.meant.filters:
        who = named(found.meant.filters, language)
        return message("not_covered_within", language, filters=who)
    if found.status != "answered":
        return message(found.status, language)
    people = people_heard((*found.hits, *found.others), language)
    return message("answered_more" if found.others else "answered", language, people=people)


def _exhausted(found: Found, language: Language) -> str:
    """Whoever asks for something new is told where it stands, not that all has been read."""
    is_new = found.meant.kind == "stand-alone"
    if found.hits:
        return message("shown_above" if is_new else "exhausted_related", language)
    return message("all_above" if is_new else "exhausted", language)


def _kind_of_talk(text: str) -> str:
    words = set(plain(text).replace("!", " ").replace(",", " ").split())
    if words & {"thanks", "thank", "cheers", "merci", "mercis"}:
        return "thanks"
    greetings = {"hello", "hi", "hey", "bonjour", "salut", "bonsoir", "morning", "afternoon"}
    return "hello" if words & greetings else "chat"


def _own_signposts(index: Index) -> Path | None:
    path = index.directory / OWN_SIGNPOSTS
    return path if path.exists() else None
