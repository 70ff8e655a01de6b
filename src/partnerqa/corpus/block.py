"""Participants' words that stand as blocks of their own, unquoted, under a caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partnerqa.corpus.found import Found
from partnerqa.corpus.furniture import without_teaser
from partnerqa.corpus.outline import Part, Piece
from partnerqa.corpus.quotation import quotations
from partnerqa.records import Span


def blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Found]:
    """Each run of spoken blocks as one stretch of words; an interviewer's turn ends a run."""
    run: list[Piece] = []
    question: Piece | None = None
    utterance = 0
    for index, piece in enumerate(pieces):
        if piece.part is Part.SPEECH:
            if run and piece.opens:
                yield _found(text, pieces, run, question, utterance)
                run, question = [], None
            utterance += piece.opens
            run.append(piece)
            continue
        if piece.part is Part.FURNITURE and not _is_break(pieces, index):
            continue
        if run:
            yield _found(text, pieces, run, question, utterance)
            run, question = [], None
        question = piece if piece.part is Part.QUESTION else None
    if run:
        yield _found(text, pieces, run, question, utterance)


def _is_break(pieces: Sequence[Piece], index: int) -> bool:
    """Whether furniture ends the words before it: what follows it belongs to somebody else."""
    following = pieces[index + 1 : index + 2]
    return not following or following[0].part is not Part.SPEECH or following[0].opens


def _found(
    text: str, pieces: Sequence[Piece], run: Sequence[Piece], question: Piece | None, utterance: int
) -> Found:
    start, end = run[0].block.start, run[-1].block.end
    words = without_teaser(text[start:end])
    span = _unquoted(text, Span(start, start + len(words)))
    first = next(number for number, piece in enumerate(pieces) if piece.block is run[0].block)
    context, lead_in = _introduction(pieces, first)
    return Found(
        span=span,
        cue=run[0].cue,
        rule="block",
        context=context,
        lead_in=lead_in,
        question=question.span if question else None,
        utterance=utterance,
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
    for piece in reversed(pieces[:first]):
        if piece.part is Part.CAPTION:
            captions.append(piece)
        elif piece.part is Part.NARRATIVE:
            lead_in = piece.span
            if captions and captions[-1].cue is not None and captions[-1].cue.rule != "topic-line":
                lead_in = Span(captions[-1].block.start, captions[0].block.end)
            return piece.span, lead_in
        elif piece.part in {Part.HEADING, Part.TITLE}:
            break
        elif piece.part is Part.SPEECH and captions:
            break
    if captions and captions[-1].cue is not None and captions[-1].cue.rule == "topic-line":
        return None, None
    return None, Span(captions[-1].block.start, captions[0].block.end) if captions else None
