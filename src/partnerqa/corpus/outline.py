"""What each block of a page is: heading, narrative, caption, somebody's speech, or furniture.

Files say little of this, plain text nothing, so a block is told by its own form and by what
follows it: a short line above narrative is a heading, the same line above speech is a caption.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from partnerqa.corpus import furniture
from partnerqa.corpus.caption import caption_cue, label, topic_line
from partnerqa.corpus.cue import Cue
from partnerqa.corpus.layout import Block, BlockKind, Layout
from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.sentence import sentences
from partnerqa.corpus.voice import speech_score
from partnerqa.records import Span


class Part(StrEnum):
    """What a block is on its page."""

    TITLE = "title"
    HEADING = "heading"
    NARRATIVE = "narrative"
    CAPTION = "caption"
    SPEECH = "speech"
    QUESTION = "question"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and what it is; `cue` tells of a caption or of speech whose words they are.

    `opens` is True for the first block of a participant's words, which later blocks continue.
    """

    block: Block
    part: Part
    cue: Cue | None = None
    opens: bool = False

    @property
    def span(self) -> Span:
        """The block's stretch of the text."""
        return self.block.span


_SPOKEN = 1.0  # a block that scores more is somebody speaking
_EXPECTED = -0.9  # the same below a caption, where speech is expected
_NARRATIVE = -2.0  # a block that scores less is surely the researchers' own
_CLOSED_FROM = 0.95  # a caption surer than this is followed by its speaker's words
_HEADING_LENGTH = 160
_CAPTION_LENGTH = 340
_INTERVIEWER = re.compile(
    r"(?i)^[\[(]?(?:interviewer|int|interviewer \d|intervieweuse?|interviewer’s question|q)[\])]?\s?[:.]\s"
)
_ADDRESSED = re.compile(r"(?i)\b(?:you|your|vous|votre|vos|tu)\b")
_WRITTEN = frozenset({Part.NARRATIVE, Part.HEADING, Part.CAPTION})
_TURN = re.compile(r"[\[(]?(?P<label>[^\W\d_][^:\n\[\]()]{0,40}?)[\])]?\s?:\s+(?=\S)")
_CLOSED = re.compile(r"(?:[.,:;!…]\s?['\"”’)»\]]*|\?\s?['\"”’)»\]]+)$")


class Outliner:
    """Walks the blocks of one page and says what each is."""

    def __init__(self, layout: Layout, knowledge: Knowledge) -> None:
        self._text = layout.text
        self._blocks = layout.blocks
        self._marked = layout.marked
        self._knowledge = knowledge
        self._lines = [block.span.of(layout.text) for block in layout.blocks]
        self._furniture = [self._is_furniture(index) for index in range(len(self._blocks))]
        self._listed = self._jump_lists()
        self._pieces: list[Piece] = []
        self._cue: Cue | None = None
        self._certain_until = -1
        self._speaking = False
        self._transcribed = False
        self._labelled = False
        self._above = ""
        self._scores: dict[int, float] = {}
        self._quoted: dict[int, float] = {}
        self._title: str | None = None
        self._written = False
        self._said = False

    def pieces(self) -> tuple[Piece, ...]:
        """Every block as a piece, in order."""
        for index in range(len(self._blocks)):
            piece = self._piece(index)
            self._written = self._written or piece.part in _WRITTEN
            self._said = self._said or piece.part is not Part.FURNITURE
            self._pieces.append(piece)
        return tuple(self._pieces)

    # --- one block ---------------------------------------------------------------------------

    def _piece(self, index: int) -> Piece:
        block = self._blocks[index]
        for decide in (
            self._furniture_piece,
            self._topic_piece,
            self._question_piece,
            self._speech_piece,
            self._heading_piece,
            self._caption_piece,
        ):
            piece = decide(index, block)
            if piece is not None:
                return piece
        self._stop()
        return Piece(block, Part.NARRATIVE)

    def _furniture_piece(self, index: int, block: Block) -> Piece | None:
        again = self._speaking and self._lines[index] == self._above and len(self._above) > 20
        if not (self._furniture[index] or index in self._listed or again):
            return None
        if furniture.ends_speech(self._lines[index]) and self._has_spoken():
            self._stop()
        return Piece(block, Part.FURNITURE)

    def _topic_piece(self, index: int, block: Block) -> Piece | None:
        cue = topic_line(self._text, block.span, self._knowledge)
        if cue is None or not self._follows_speech(index, certain=True):
            return None
        self._start(index, cue, certain=True)
        return Piece(block, Part.CAPTION, cue)

    def _question_piece(self, index: int, block: Block) -> Piece | None:
        line = self._lines[index]
        if _INTERVIEWER.match(line) or (self._speaking and self._asks(index)):
            return Piece(block, Part.QUESTION)
        return None

    def _speech_piece(self, index: int, block: Block) -> Piece | None:
        if block.kind is BlockKind.QUOTATION:
            return self._quotation_piece(index, block)
        if block.kind is BlockKind.HEADING and index > self._certain_until:
            return None
        labelled = self._labelled_piece(index, block)
        if labelled is not None:
            return labelled
        if index > self._certain_until and self._is_caption(index):
            return None
        if self._speaking:
            return self._continued_piece(index, block)
        if self._can_open(index):
            self._start(index - 1, self._cue_above(index), certain=False)
            return self._spoken(block, opens=True)
        return None

    def _labelled_piece(self, index: int, block: Block) -> Piece | None:
        """A turn within a caption's words: "Gail: He called us at home." """
        match = _TURN.match(self._lines[index]) if self._speaking else None
        if match is None:
            return None
        cue = label(
            self._text, Span(block.start, block.start + match.end("label")), self._knowledge
        )
        if cue is None or not (self._transcribed or self._names_speaker(cue)):
            return None
        self._cue = cue
        words = Block(block.start + match.end(), block.end, block.kind, block.level)
        return self._spoken(words, opens=True)

    def _names_speaker(self, cue: Cue) -> bool:
        """Whether a label names one of those whom the caption above names."""
        return self._labelled or cue.people[0].display in self._above

    def _continued_piece(self, index: int, block: Block) -> Piece | None:
        opens = not self._has_spoken()
        certain = index <= self._certain_until
        if certain or self._answers(index) or (opens and self._is_speech(index, expected=True)):
            return self._spoken(block, opens=opens)
        if self._is_speech(index):
            return self._spoken(block, opens=opens)
        self._stop()
        return None

    def _answers(self, index: int) -> bool:
        """Whether a block follows right on a question, and is no narrative or heading."""
        asked = bool(self._pieces) and self._pieces[-1].part is Part.QUESTION
        return asked and self._score(index) > _NARRATIVE and not self._looks_like_heading(index)

    def _quotation_piece(self, index: int, block: Block) -> Piece:
        if self._holds_quotation(index) and not _is_quoted(self._lines[index]):
            return Piece(block, Part.NARRATIVE)
        cue = (
            label(self._text, block.span, self._knowledge) if self._after_quotation(index) else None
        )
        if cue is not None:
            return Piece(block, Part.CAPTION, cue)
        opens = not self._after_quotation(index)
        if opens:
            below = self._cue_below(index)
            self._start(index - 1, below or self._cue or self._cue_above(index), certain=False)
        return self._spoken(block, opens=opens)

    def _heading_piece(self, index: int, block: Block) -> Piece | None:
        if not self._looks_like_heading(index) or self._is_caption(index):
            return None
        self._stop()
        if self._title is None:
            self._title = self._lines[index]
            if block.level == 1 or not (self._marked or self._said):
                return Piece(block, Part.TITLE)
        elif self._title == self._lines[index]:
            return Piece(block, Part.FURNITURE)
        return Piece(block, Part.HEADING)

    def _caption_piece(self, index: int, block: Block) -> Piece | None:
        if not self._is_caption(index):
            return None
        if self._repeated_below(index):
            return Piece(block, Part.FURNITURE)
        cue = caption_cue(self._text, block.span, self._knowledge)
        self._start(index, cue, certain=self._announced(index))
        return Piece(block, Part.CAPTION, cue)

    # --- speech that is going on ---------------------------------------------------------------

    def _start(self, index: int, cue: Cue | None, *, certain: bool) -> None:
        self._cue = cue
        self._speaking = True
        topic = cue is not None and cue.rule == "topic-line"
        named = cue is not None and cue.confidence > _CLOSED_FROM
        self._certain_until = self._end_of_words(index, topic=topic) if certain or named else -1
        self._transcribed = certain and self._announced(index)
        self._labelled = cue is not None and len(cue.people) > 1
        self._above = self._lines[index] if index >= 0 else ""

    def _stop(self) -> None:
        self._cue = None
        self._speaking = False
        self._certain_until = -1

    def _spoken(self, block: Block, *, opens: bool) -> Piece:
        return Piece(block, Part.SPEECH, self._cue, opens)

    def _has_spoken(self) -> bool:
        """Whether speech has begun since the last caption."""
        for piece in reversed(self._pieces):
            if piece.part is Part.SPEECH:
                return True
            if piece.part not in {Part.FURNITURE, Part.QUESTION}:
                return False
        return False

    def _end_of_words(self, index: int, *, topic: bool) -> int:
        """The last block that surely belongs to the words announced at `index`.

        They run up to "View profile", if that comes before another speaker or a heading, and
        below a caption also before any narrative; else the next block alone is sure below a
        "Topic - Name" line or "Transcript", and all others are told by their voice.
        """
        first = self._next_content(index)
        if first is None:
            return -1
        for later in range(first, min(len(self._blocks), first + 40)):
            if self._furniture[later] and furniture.ends_speech(self._lines[later]):
                return later
            if later > first and (self._opens_something(later) or self._announced(later)):
                break
            if not (topic or self._furniture[later] or self._may_be_speech(later)):
                break
        return first if topic or self._announced(index) else -1

    def _may_be_speech(self, index: int) -> bool:
        """Whether a block between a caption and "View profile" is no narrative."""
        return self._score(index) > _NARRATIVE and not self._holds_quotation(index)

    def _opens_something(self, index: int) -> bool:
        return (
            self._blocks[index].kind is BlockKind.HEADING
            or topic_line(self._text, self._blocks[index].span, self._knowledge) is not None
            or (self._looks_like_heading(index) and not self._marked)
        )

    # --- what a block looks like ---------------------------------------------------------------

    def _is_furniture(self, index: int) -> bool:
        line = self._lines[index]
        return (
            furniture.is_furniture(line)
            or furniture.is_fact(line)
            or (furniture.is_jump_list(line) and len(line) < 120)
        )

    def _is_speech(self, index: int, *, expected: bool = False) -> bool:
        line = self._lines[index]
        if self._furniture[index] or _is_quoted(line):
            return False
        if len(line) < 90 and not self._marked and not expected and self._looks_like_heading(index):
            return False
        if expected and self._holds_quotation(index) and self._score(index) < 3:
            return False
        return self._score(index) > (_EXPECTED if expected else _SPOKEN)

    def _score(self, index: int) -> float:
        """How much a block sounds spoken; told once a block."""
        score = self._scores.get(index)
        if score is None:
            score = self._scores[index] = speech_score(self._lines[index])
        return score

    def _can_open(self, index: int) -> bool:
        """Whether unannounced speech starts here: clearly spoken, below something written."""
        line = self._lines[index]
        return (
            self._is_speech(index)
            and self._score(index) > 3
            and not self._holds_quotation(index)
            and self._written
        )

    def _holds_quotation(self, index: int) -> bool:
        """Whether a third of a block or more is in quotation marks: then it quotes somebody."""
        block = self._blocks[index]
        share = self._quoted.get(index)
        if share is None:
            found = quotations(self._text, block.start, block.end).quotations
            quoted = sum(each.outer.end - each.outer.start for each in found)
            share = self._quoted[index] = quoted / (block.end - block.start)
        return share > 1 / 3

    def _looks_like_heading(self, index: int) -> bool:
        block, line = self._blocks[index], self._lines[index]
        if block.kind is BlockKind.HEADING:
            return True
        if self._marked or block.kind is not BlockKind.PARAGRAPH or len(line) > _HEADING_LENGTH:
            return False
        if _CLOSED.search(line) or _is_quoted(line) or line[:1] in "-•*–—,;:.(":
            return False
        return not self._holds_quotation(index) or line[:1] in "‘“«\"'"

    def _is_caption(self, index: int) -> bool:
        """Whether a block introduces the words below it and is itself no paragraph of narrative."""
        block, line = self._blocks[index], self._lines[index]
        if len(line) > _CAPTION_LENGTH or self._furniture[index] or block.kind is BlockKind.ITEM:
            return False
        if block.kind is BlockKind.CAPTION:
            return True
        if self._announced(index):
            return True
        if not self._follows_speech(index, certain=False) or self._holds_quotation(index):
            return False
        named = caption_cue(self._text, block.span, self._knowledge)
        if self._score(index) > 1:
            return named is not None and named.rule == "caption-verb-at-end"
        if self._looks_like_heading(index):
            return named is not None or (len(line) > 70 and block.kind is not BlockKind.HEADING)
        return len(sentences(line)) <= 2 and (named is not None or len(line) < 200)

    def _announced(self, index: int) -> bool:
        """Whether "Transcript", "Age at interview" or the like stands between a line and its words."""
        for later in range(index + 1, min(len(self._blocks), index + 12)):
            line = self._lines[later]
            if line.startswith(self._lines[index].rstrip("….")):
                continue
            if not self._furniture[later]:
                return False
            if furniture.announces_speech(line) or furniture.is_fact(line):
                return self._next_content(later) is not None
            return False
        return False

    def _follows_speech(self, index: int, *, certain: bool) -> bool:
        after = self._next_content(index)
        if after is None:
            return False
        return certain or self._is_speech(after, expected=True) and not self._is_title_like(after)

    def _is_title_like(self, index: int) -> bool:
        return self._blocks[index].kind is BlockKind.HEADING or (
            len(self._lines[index]) < 90 and self._looks_like_heading(index)
        )

    def _next_content(self, index: int) -> int | None:
        """The next block that is neither furniture nor an interviewer's turn nor a repetition."""
        for later in range(index + 1, min(len(self._blocks), index + 14)):
            line = self._lines[later]
            if (
                self._furniture[later]
                or line == self._lines[max(index, 0)]
                or _INTERVIEWER.match(line)
            ):
                continue
            return later
        return None

    def _asks(self, index: int) -> bool:
        """Whether a paragraph amid somebody's words is a question put to them."""
        line = self._lines[index]
        after = self._next_content(index)
        if not line.rstrip('”’"').endswith("?") or len(line) > 240 or after is None:
            return False
        if self._blocks[index].kind is BlockKind.QUOTATION:
            return False
        addressed = _ADDRESSED.search(line) is not None or self._transcribed
        return addressed and self._score(index) < 12 and not re.search(r"\bI\b", line)

    def _cue_above(self, index: int) -> Cue | None:
        """The cue in the last sentence of the narrative above a block of speech."""
        for piece in reversed(self._pieces):
            if piece.part is Part.FURNITURE:
                continue
            if piece.part is Part.CAPTION:
                return piece.cue
            if piece.part is not Part.NARRATIVE:
                return None
            last = sentences(self._text, piece.block.start, piece.block.end)[-1]
            return caption_cue(self._text, last, self._knowledge)
        return None

    def _cue_below(self, index: int) -> Cue | None:
        """The caption or "— Name" line that stands under a quotation block."""
        for later in range(index + 1, min(len(self._blocks), index + 8)):
            block = self._blocks[later]
            if block.kind is BlockKind.CAPTION or self._lines[later][:1] in "—–-":
                return label(self._text, block.span, self._knowledge) or (
                    caption_cue(self._text, block.span, self._knowledge)
                    if block.kind is BlockKind.CAPTION
                    else None
                )
            if block.kind is not BlockKind.QUOTATION:
                return None
            cue = label(self._text, block.span, self._knowledge)
            if cue is not None:
                return cue
        return None

    def _after_quotation(self, index: int) -> bool:
        return (
            bool(self._pieces)
            and self._pieces[-1].block.kind is BlockKind.QUOTATION
            and (self._pieces[-1].part is Part.SPEECH)
        )

    def _repeated_below(self, index: int) -> bool:
        """Whether the same caption stands again right below: pages print some twice."""
        if index + 1 >= len(self._lines):
            return False
        shortened = self._lines[index].rstrip("….").rstrip()
        return len(shortened) > 20 and self._lines[index + 1].startswith(shortened)

    def _jump_lists(self) -> frozenset[int]:
        """The entries of lists of the page's sections: each stands again later as a heading."""
        listed: set[int] = set()
        places: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            if len(line) < _HEADING_LENGTH:
                places.setdefault(_plain(line), []).append(index)
        inside = False
        for index, line in enumerate(self._lines):
            if furniture.is_jump_list(line):
                inside = True
                continue
            again = len(line) < _HEADING_LENGTH and places[_plain(line)][-1] > index
            if inside and again:
                listed.add(index)
            elif inside and self._blocks[index].kind is not BlockKind.ITEM:
                inside = False
            elif self._blocks[index].kind is BlockKind.ITEM and again:
                listed.add(index)
        return frozenset(listed)


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().lower()


def _is_quoted(line: str) -> bool:
    """Whether a block is itself in quotation marks, and so is read as a quotation."""
    return (
        line[:1] in '“"«‘'
        and re.search(r"[”\"»’]\W{0,3}$|[”\"»’]\s*[(—–-][^()]{2,60}\)?\W*$", line) is not None
    )


def outline(layout: Layout, knowledge: Knowledge) -> tuple[Piece, ...]:
    """What each block of `layout` is, in order."""
    return Outliner(layout, knowledge).pieces()
