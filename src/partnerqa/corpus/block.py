"""Participants' words that stand as blocks of their own, unquoted, under a caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partnerqa.corpus.found import Found
from partnerqa.corpus.furniture import without_teaser
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.quotation import quotations
from partnerqa.records import Span


def blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Found]:
    """Each run of spoken blocks as one stretch of words; an interviewer's turn ends a run."""
    utterance = 0
    for first, last, question in _runs(pieces):
        utterance += pieces[first].opens
        yield _found(text, pieces, first, last, question, utterance)


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, Piece | None]]:
    """The first and last piece of each run of speech, and the question that it answers."""
    first: int | None = None
    last = -1
    question: Piece | None = None
    for index, piece in enumerate(pieces):
        speaks = piece.part is Part.SPEECH
        if first is not None and (piece.opens or not (speaks or _goes_on(pieces, index))):
            yield first, last, question
            first, question = None, None
        if speaks:
            first, last = (index if first is None else first), index
        elif first is None and piece.part is not Part.FURNITURE:
            question = piece if piece.part is Part.QUESTION else None
    if first is not None:
        yield first, last, question


def _goes_on(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece amid speech is furniture after which the same words go on."""
    following = pieces[index + 1 : index + 2]
    goes_on = bool(following) and following[0].part is Part.SPEECH and not following[0].opens
    return goes_on and pieces[index].part is Part.FURNITURE


def _found(
    text: str, pieces: Sequence[Piece], first: int, last: int, question: Piece | None, number: int
) -> Found:
    start, end = pieces[first].block.start, pieces[last].block.end
    words = without_teaser(text[start:end])
    context, lead_in = _introduction(pieces, first)
    return Found(
        span=_unquoted(text, Span(start, start + len(words))),
        cue=pieces[first].cue,
        rule="block",
        context=context,
        lead_in=lead_in,
        question=question.span if question else None,
        utterance=number,
        shortened=len(words) < end - start,
    )


def _unquoted(text: str, span: Span) -> Span:
    """The words without the quotation marks that enclose all of them, if any do."""
    scan = quotations(text, span.start, span.end)
    if len(scan.quotations) == 1 and scan.quotations[0].outer == span:
        return scan.quotations[0].inner
    return span


def _introduction(pieces: Sequence[Piece], first: int) -> tuple[Span | None, Span | None]:
    """The narrative above a block, in which a role may be told, and all that introduces it."""
    captions: list[Piece] = []
    for index in range(first - 1, -1, -1):
        piece = pieces[index]
        if piece.part is Part.CAPTION:
            captions.append(piece)
        elif piece.part is Part.NARRATIVE:
            lead_in = piece.span
            if captions and (captions[-1].cue is None or captions[-1].cue.rule != "topic-line"):
                lead_in = Span(captions[-1].block.start, captions[0].block.end)
            return piece.span, lead_in
        elif piece.part in {Part.HEADING, Part.TITLE}:
            break
        elif piece.part is Part.SPEECH and captions:
            break
    if captions and captions[-1].cue is not None and captions[-1].cue.rule == "topic-line":
        return None, None
    return None, Span(captions[-1].block.start, captions[0].block.end) if captions else None
