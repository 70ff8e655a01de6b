"""What each block of a page is: heading, narrative, caption, somebody's speech, or furniture.

Files say little of this, plain text nothing, so a block is told by its appearance and by whether
somebody is speaking when it comes: a walk from the first block to the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerqa.corpus.appearance import Appearance
from partnerqa.corpus.caption import caption_cue, label
from partnerqa.corpus.cue import Cue
from partnerqa.corpus.layout import Block, BlockKind, Layout
from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Span

_CLOSED_FROM = 0.95  # a caption surer than this is followed by its speaker's words
_QUESTION_LENGTH = 240
_ADDRESSED = re.compile(r"(?i)\b(?:you|your|vous|votre|vos|tu)\b")
_I = re.compile(r"\bI\b")
_TURN = re.compile(r"[\[(]?(?P<label>[^\W\d_][^:\n\[\]()]{0,40}?)[\])]?\s?:\s+(?=\S)")
_WRITTEN = frozenset({Part.NARRATIVE, Part.HEADING, Part.CAPTION})


def outline(layout: Layout, knowledge: Knowledge) -> tuple[Piece, ...]:
    """What each block of `layout` is, in order."""
    return _Outliner(layout, knowledge).pieces()


@dataclass(slots=True)
class _Speech:
    """The participant's words that the walk is in.

    `cue` tells whose they are, and `above` is the line that announced them. Blocks up to index
    `certain_until` surely belong to them (-1: none does). `transcribed` is True for an interview
    under "Transcript", `together` for a caption that names several people.
    """

    cue: Cue | None
    above: str
    certain_until: int
    transcribed: bool
    together: bool


class _Outliner:
    """Walks the blocks of one page and says what each is."""

    def __init__(self, layout: Layout, knowledge: Knowledge) -> None:
        self._layout = layout
        self._blocks = layout.blocks
        self._knowledge = knowledge
        self._look = Appearance(layout, knowledge)
        self._lines = self._look.lines
        self._pieces: list[Piece] = []
        self._speech: _Speech | None = None  # None while the researchers are writing
        self._title: str | None = None
        self._written = False  # whether anything of the researchers' came before
        self._begun = False  # whether anything but furniture came before

    def pieces(self) -> tuple[Piece, ...]:
        """Every block as a piece, in order."""
        for index in range(len(self._blocks)):
            piece = self._piece(index)
            self._written = self._written or piece.part in _WRITTEN
            self._begun = self._begun or piece.part is not Part.FURNITURE
            self._pieces.append(piece)
        return tuple(self._pieces)

    def _piece(self, index: int) -> Piece:
        piece = (
            self._furniture_piece(index)
            or self._topic_piece(index)
            or self._question_piece(index)
            or self._speech_piece(index)
            or self._heading_piece(index)
            or self._caption_piece(index)
        )
        if piece is None:
            self._speech = None
            piece = Piece(self._blocks[index], Part.NARRATIVE)
        return piece

    # --- what is not speech -----------------------------------------------------------------

    def _furniture_piece(self, index: int) -> Piece | None:
        if not (self._look.is_furniture(index) or self._repeats_caption(index)):
            return None
        if self._speech and self._look.ends_speech(index) and self._has_spoken():
            self._speech = None
        return Piece(self._blocks[index], Part.FURNITURE)

    def _repeats_caption(self, index: int) -> bool:
        above = self._speech.above if self._speech else ""
        return len(above) > 20 and self._lines[index] == above

    def _topic_piece(self, index: int) -> Piece | None:
        cue = self._look.topic_cue(index)
        if cue is None or self._look.next_content(index) is None:
            return None
        self._start(index, cue, certain=True)
        return Piece(self._blocks[index], Part.CAPTION, cue)

    def _question_piece(self, index: int) -> Piece | None:
        if self._look.is_interviewer(index) or self._asks(index):
            return Piece(self._blocks[index], Part.QUESTION)
        return None

    def _asks(self, index: int) -> bool:
        """Whether a paragraph amid somebody's words is a question put to them."""
        line = self._lines[index]
        if self._speech is None or self._blocks[index].kind is BlockKind.QUOTATION:
            return False
        if not line.rstrip('”’"').endswith("?") or len(line) > _QUESTION_LENGTH:
            return False
        if self._look.next_content(index) is None:
            return False
        addressed = self._speech.transcribed or _ADDRESSED.search(line) is not None
        return addressed and self._look.score(index) < 12 and not _I.search(line)

    def _heading_piece(self, index: int) -> Piece | None:
        block = self._blocks[index]
        if not self._look.looks_like_heading(index) or self._look.is_caption(index):
            return None
        self._speech = None
        if self._title is None:
            self._title = self._lines[index]
            if block.level == 1 or not (self._layout.marked or self._begun):
                return Piece(block, Part.TITLE)
        elif self._title == self._lines[index]:
            return Piece(block, Part.FURNITURE)
        return Piece(block, Part.HEADING)

    def _caption_piece(self, index: int) -> Piece | None:
        if not self._look.is_caption(index):
            return None
        if self._look.is_repeated_below(index):
            return Piece(self._blocks[index], Part.FURNITURE)
        cue = self._look.caption_cue(index)
        self._start(index, cue, certain=self._look.is_announced(index))
        return Piece(self._blocks[index], Part.CAPTION, cue)

    # --- speech -----------------------------------------------------------------------------

    def _speech_piece(self, index: int) -> Piece | None:
        block = self._blocks[index]
        if block.kind is BlockKind.QUOTATION:
            return self._quotation_piece(index)
        certain = self._is_certain(index)
        if block.kind is BlockKind.HEADING and not certain:
            return None
        labelled = self._labelled_piece(index)
        if labelled is not None:
            return labelled
        if not certain and self._look.is_caption(index):
            return None
        return self._continued_piece(index) if self._speech else self._opened_piece(index)

    def _is_certain(self, index: int) -> bool:
        return self._speech is not None and index <= self._speech.certain_until

    def _labelled_piece(self, index: int) -> Piece | None:
        """A turn within a caption's words, as in "Gail: He called us at home."."""
        block, speech = self._blocks[index], self._speech
        match = _TURN.match(self._lines[index]) if speech else None
        if match is None or speech is None:
            return None
        span = Span(block.start, block.start + match.end("label"))
        cue = label(self._layout.text, span, self._knowledge)
        if cue is None or not (
            speech.transcribed or speech.together or cue.people[0].display in speech.above
        ):
            return None
        speech.cue = cue
        words = Block(block.start + match.end(), block.end, block.kind, block.level)
        return Piece(words, Part.SPEECH, cue, opens=True)

    def _continued_piece(self, index: int) -> Piece | None:
        opens = not self._has_spoken()
        if (
            self._is_certain(index)
            or self._answers(index)
            or (opens and self._look.is_speech(index, expected=True))
            or self._look.is_speech(index)
        ):
            return self._spoken(index, opens=opens)
        self._speech = None
        return None

    def _answers(self, index: int) -> bool:
        """Whether a block follows right on a question, and is no narrative or heading."""
        asked = bool(self._pieces) and self._pieces[-1].part is Part.QUESTION
        if not asked or self._look.is_narrative(index):
            return False
        return not self._look.looks_like_heading(index)

    def _opened_piece(self, index: int) -> Piece | None:
        """Speech that nothing announces: clearly spoken, below something written."""
        if not (self._written and self._look.is_clearly_spoken(index)):
            return None
        self._start(index - 1, self._cue_above(), certain=False)
        return self._spoken(index, opens=True)

    def _quotation_piece(self, index: int) -> Piece:
        """A block that the file marks as a quotation, or as the name below one."""
        block = self._blocks[index]
        if self._look.holds_quotation(index) and not self._look.is_quoted(index):
            return Piece(block, Part.NARRATIVE)
        if self._is_in_quotation():
            cue = label(self._layout.text, block.span, self._knowledge)
            if cue is not None:
                return Piece(block, Part.CAPTION, cue)
            return self._spoken(index, opens=False)
        announced = self._speech.cue if self._speech else None
        cue = self._cue_below(index) or announced or self._cue_above()
        self._start(index - 1, cue, certain=False)
        return self._spoken(index, opens=True)

    def _is_in_quotation(self) -> bool:
        """Whether the block before is somebody's words, marked as a quotation by the file."""
        last = self._pieces[-1] if self._pieces else None
        if last is None or last.part is not Part.SPEECH:
            return False
        return last.block.kind is BlockKind.QUOTATION

    # --- speech that is going on ------------------------------------------------------------

    def _start(self, index: int, cue: Cue | None, *, certain: bool) -> None:
        """Take what follows the block at `index` for a participant's words."""
        topic = cue is not None and cue.rule == "topic-line"
        named = cue is not None and cue.confidence > _CLOSED_FROM
        self._speech = _Speech(
            cue=cue,
            above=self._lines[index] if index >= 0 else "",
            certain_until=self._look.end_of_words(index, topic=topic) if certain or named else -1,
            transcribed=certain and self._look.is_announced(index),
            together=cue is not None and len(cue.people) > 1,
        )

    def _spoken(self, index: int, *, opens: bool) -> Piece:
        cue = self._speech.cue if self._speech else None
        return Piece(self._blocks[index], Part.SPEECH, cue, opens)

    def _has_spoken(self) -> bool:
        """Whether speech has begun since the last caption."""
        for piece in reversed(self._pieces):
            if piece.part is Part.SPEECH:
                return True
            if piece.part not in {Part.FURNITURE, Part.QUESTION}:
                return False
        return False

    def _cue_above(self) -> Cue | None:
        """The cue of the caption, or in the last sentence of the narrative, above a block."""
        above = (piece for piece in reversed(self._pieces) if piece.part is not Part.FURNITURE)
        piece = next(above, None)
        if piece is None or piece.part not in {Part.CAPTION, Part.NARRATIVE}:
            return None
        if piece.part is Part.CAPTION:
            return piece.cue
        last = sentences(self._layout.text, piece.block.start, piece.block.end)[-1]
        return caption_cue(self._layout.text, last, self._knowledge)

    def _cue_below(self, index: int) -> Cue | None:
        """The caption or "— Name" line that stands under a quotation block."""
        for later in range(index + 1, min(len(self._blocks), index + 8)):
            block = self._blocks[later]
            cue = label(self._layout.text, block.span, self._knowledge)
            if block.kind is BlockKind.CAPTION:
                return cue or self._look.caption_cue(later)
            if self._lines[later][:1] in "—–-":
                return cue
            if block.kind is not BlockKind.QUOTATION:
                return None
            if cue is not None:
                return cue
        return None
