"""From cues to attributions: whose each quote is, with the evidence and how sure it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.name import NAME_WORD, Knowledge, bare, is_shared, people_in
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.speaker_role import with_roles
from partnerqa.corpus.topic import Topic, begins_with_pronoun, topic_after
from partnerqa.records import Attribution, Span

__all__ = ["Page", "attributions", "people_in"]

_MARKS = "“\"‘«'"
_BETWEEN = frozenset({Part.SPEECH, Part.CAPTION, Part.QUESTION, Part.FURNITURE})


@dataclass(frozen=True, slots=True)
class Page:
    """What attribution looks at: the text, its pieces in order, and what is known of its people.

    `resolved` are names of which the roster says who bears them on this page.
    """

    text: str
    pieces: Sequence[Piece]
    knowledge: Knowledge
    resolved: frozenset[str] = frozenset()


def attributions(page: Page, found: Sequence[Found]) -> list[Attribution]:
    """The attribution of each of `found`, which are in the order of the page."""
    attributor = _Attributor(page)
    for words in found:
        attributor.settle(words)
    settled = attributor.settled
    speakers = {each.speaker for each in settled if each.speaker}
    people = page.knowledge.people | speakers
    shown = {
        speaker: None
        if speaker not in page.resolved and is_shared(speaker, people)
        else _in_full(page.text, speaker)
        for speaker in speakers
    }
    told = [
        replace(each, speaker=shown[each.speaker])
        if each.speaker and shown[each.speaker] != each.speaker
        else each
        for each in settled
    ]
    return with_roles(page.text, page.pieces, found, told)


def _in_full(text: str, speaker: str) -> str:
    """As in "Dr. Pillai": the one fuller name with that title and surname that the page gives."""
    surname = bare(speaker)
    if surname == speaker or " " in surname:
        return speaker
    title = re.escape(speaker[: -len(surname)])
    fuller = set(re.findall(rf"{title}{NAME_WORD}[ ](?:{NAME_WORD}[ ])?{surname}\b", text))
    return fuller.pop() if len(fuller) == 1 else speaker


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far a paragraph has been followed: the quotes passed, and the topic behind them."""

    context: Span
    passed: int
    start: int
    topic: Topic | None


class _Attributor:
    """Settles whose each quote is, in the order of the page: who spoke last may speak again."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self._pieces = page.pieces
        self._knowledge = page.knowledge
        self._earlier: list[Found] = []
        self.settled: list[Attribution] = []
        self._reached: _Reached | None = None

    def settle(self, words: Found) -> None:
        """Add the attribution of `words`, which come after all words settled so far."""
        self.settled.append(self._attribution(words))
        self._earlier.append(words)

    def _attribution(self, words: Found) -> Attribution:
        cue = words.cue
        if cue is None:
            return self._of_earlier_sentence(words)
        if cue.people:
            return self._named(cue, words)
        if cue.pronoun:
            return self._of_pronoun(cue, words)
        role = cue.unnamed.role if cue.unnamed else None
        return Attribution(None, role, cue.rule, (cue.evidence,), cue.confidence)

    def _named(self, cue: Cue, words: Found) -> Attribution:
        speaker = cue.people[0].display
        if len(cue.people) > 1:
            speaker = " ".join(self._text[cue.people[0].start : cue.people[-1].end].split())
        role = cue.unnamed.role if cue.unnamed else None
        rule = words.rule if words.rule == "split-quote" else cue.rule
        return Attribution(speaker, role, rule, (cue.evidence,), cue.confidence)

    def _of_pronoun(self, cue: Cue, words: Found) -> Attribution:
        """A pronoun means the one person whom the paragraph has named before it, if any."""
        topic = self._antecedent(words, cue.evidence.start)
        rule = f"{cue.rule}-pronoun"
        if topic is None:
            return Attribution(None, None, rule, (cue.evidence,), cue.confidence)
        evidence = (topic.evidence, cue.evidence)
        # What is doubtful in the cue makes the name a little more doubtful than the topic is.
        sure = topic.confidence - (1 - cue.confidence) / 3
        return Attribution(topic.name, None, rule, evidence, sure)

    def _of_earlier_sentence(self, words: Found) -> Attribution:
        """Words without a cue of their own: whoever the sentences before them are about."""
        topic: Topic | None = None
        if words.rule == "uncued":
            topic = self._antecedent(words, words.span.start)
        elif words.rule == "block" and words.context and words.lead_in == words.context:
            # Any other lead-in is a caption that names nobody, and it stands between.
            topic = self._topic_through(words.context, words.context.end)
        if topic is None:
            return Attribution(None, None, words.rule, (), 0.9)
        sure = topic.confidence - 0.02
        return Attribution(topic.name, None, "earlier-sentence", (topic.evidence,), sure)

    # --- whom the researchers are writing about ---------------------------------------------

    def _antecedent(self, words: Found, position: int) -> Topic | None:
        """The topic of the paragraph at `position`, past every quote in it that came before."""
        if words.context is None:
            return None
        return self._topic_through(words.context, min(position, words.span.start - 1))

    def _topic_through(self, context: Span, end: int) -> Topic | None:
        """The topic of the paragraph `context` at `end`."""
        reached = self._past_earlier(context)
        if end <= reached.start:
            return reached.topic
        return topic_after(self._text, Span(reached.start, end), self._knowledge, reached.topic)

    def _past_earlier(self, context: Span) -> _Reached:
        """The topic behind the last settled quote of a paragraph; each quote is passed once."""
        reached = self._reached
        if reached is None or reached.context != context:
            first = bisect_left(self._earlier, context.start, key=lambda other: other.span.start)
            reached = _Reached(context, first, context.start, self._topic_above(context))
        topic, start = reached.topic, reached.start
        for index in range(reached.passed, len(self._earlier)):
            other = self._earlier[index]
            before = Span(start, max(start, other.span.start - 1))
            topic = topic_after(self._text, before, self._knowledge, topic)
            topic = _speaker_as_topic(self.settled[index], topic)
            start = other.span.end + 1
        self._reached = _Reached(context, len(self._earlier), start, topic)
        return self._reached

    def _topic_above(self, context: Span) -> Topic | None:
        """Whom the paragraph above left as the topic, where this one follows right on it."""
        index = bisect_left(self._pieces, context.start, key=lambda piece: piece.block.start) - 1
        while index >= 0 and self._pieces[index].part is Part.FURNITURE:
            index -= 1
        if index < 0 or self._pieces[index].part in {Part.HEADING, Part.TITLE}:
            return None
        first = self._text[context.start]
        if not (first in _MARKS or begins_with_pronoun(self._text, context.start)):
            return None
        above = self._pieces[index]
        quoted = bool(self._earlier) and self._earlier[-1].span.end > above.block.start
        if quoted or above.part is not Part.NARRATIVE:
            return self._last_speaker(index)
        topic = topic_after(self._text, above.span, self._knowledge, None)
        return replace(topic, confidence=topic.confidence - 0.01) if topic else None

    def _last_speaker(self, above: int) -> Topic | None:
        """The last speaker, if their words stand in or right above the piece at `above`."""
        speaker = self.settled[-1].speaker if self.settled else None
        if speaker is None or len(people_in(speaker)) > 1:
            return None
        while self._pieces[above].block.start > self._earlier[-1].span.start:
            if self._pieces[above].part not in _BETWEEN:
                return None
            above -= 1
        return Topic(speaker, self.settled[-1].evidence[0], 0.93)


def _speaker_as_topic(attribution: Attribution, topic: Topic | None) -> Topic | None:
    """Whoever has just been quoted is whom the paragraph is about."""
    if attribution.speaker is None:
        return None if attribution.evidence else topic
    if len(people_in(attribution.speaker)) > 1:
        return None
    return Topic(attribution.speaker, attribution.evidence[0], min(0.96, attribution.confidence))
