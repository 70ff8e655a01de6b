"""Participants' words that stand as blocks of their own, unquoted, under a caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnerqa.corpus.found import Found
from partnerqa.corpus.furniture import without_teaser
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.quotation import quotations
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class _Above:
    """What introduces the words at a place: the narrative, and the captions between it and them.

    Of the captions only the `first` and the `last` are kept. `spoken` tells whether somebody has
    spoken since; a caption that comes after that introduces other words.
    """

    narrative: Span | None = None
    first: Piece | None = None
    last: Piece | None = None
    spoken: bool = False

    def and_then(self, piece: Piece) -> _Above:
        """What stands above the place after `piece`."""
        if piece.part is Part.NARRATIVE:
            return _Above(piece.span)
        if piece.part in {Part.HEADING, Part.TITLE}:
            return _Above()
        if piece.part is Part.CAPTION:
            return _Above(None if self.spoken else self.narrative, self._first(piece), piece)
        if piece.part is Part.SPEECH and not self.spoken:
            return replace(self, spoken=True)
        return self

    def _first(self, caption: Piece) -> Piece:
        return caption if self.spoken or self.first is None else self.first

    @property
    def lead_in(self) -> Span | None:
        """The captions, or the narrative where there are none but a "Topic - Name" line."""
        if self.first is None or self.last is None:
            return self.narrative
        if self.first.cue is not None and self.first.cue.rule == "topic-line":
            return self.narrative
        return Span(self.first.block.start, self.last.block.end)


@dataclass(frozen=True, slots=True)
class _Run:
    """The indexes of the first and last piece of a run of speech, and what comes before it.

    `question` is the interviewer's turn that the run answers.
    """

    first: int
    last: int
    above: _Above
    question: Piece | None


def blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Found]:
    """Each run of spoken blocks as one stretch of words; an interviewer's turn ends a run."""
    utterance = 0
    for run in _runs(pieces):
        utterance += pieces[run.first].opens
        yield _found(text, pieces, run, utterance)


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    run: _Run | None = None
    question: Piece | None = None
    above = _Above()
    for index, piece in enumerate(pieces):
        speaks = piece.part is Part.SPEECH
        if run is not None and (piece.opens or not (speaks or _goes_on(pieces, index))):
            yield run
            run, question = None, None
        if speaks:
            run = replace(run, last=index) if run else _Run(index, index, above, question)
        elif run is None and piece.part is not Part.FURNITURE:
            question = piece if piece.part is Part.QUESTION else None
        above = above.and_then(piece)
    if run is not None:
        yield run


def _goes_on(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece amid speech is furniture after which the same words go on."""
    following = pieces[index + 1 : index + 2]
    goes_on = bool(following) and following[0].part is Part.SPEECH and not following[0].opens
    return goes_on and pieces[index].part is Part.FURNITURE


def _found(text: str, pieces: Sequence[Piece], run: _Run, utterance: int) -> Found:
    start, end = pieces[run.first].block.start, pieces[run.last].block.end
    words = without_teaser(text[start:end])
    return Found(
        span=_unquoted(text, Span(start, start + len(words))),
        cue=pieces[run.first].cue,
        rule="block",
        context=run.above.narrative,
        lead_in=run.above.lead_in,
        question=run.question.span if run.question else None,
        utterance=utterance,
        shortened=len(words) < end - start,
    )


def _unquoted(text: str, span: Span) -> Span:
    """The words without the quotation marks that enclose all of them, if any do."""
    scan = quotations(text, span.start, span.end)
    if len(scan.quotations) == 1 and scan.quotations[0].outer == span:
        return scan.quotations[0].inner
    return span
