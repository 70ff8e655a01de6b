"""What each block of a page looks like, by its own form and by the blocks that follow it.

A block alone seldom says what it is: the same short line is a heading above narrative and a
caption above speech. Everything here is told from the layout and never from what was decided
before, so that it can be asked in any order; what is costly is told once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from partnerqa.corpus import furniture
from partnerqa.corpus.caption import caption_cue, topic_line
from partnerqa.corpus.cue import Cue
from partnerqa.corpus.layout import Block, BlockKind, Layout
from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.sentence import sentences
from partnerqa.corpus.voice import speech_score

_SPOKEN = 1.0  # a block that scores more is somebody speaking
_EXPECTED = -0.9  # the same below a caption, where speech is expected
_NARRATIVE = -2.0  # a block that scores less is surely the researchers' own
_HEADING_LENGTH = 160
_CAPTION_LENGTH = 340
_SHORT = 90  # a line shorter than this that looks like a heading is hardly speech
_INTERVIEWER = re.compile(
    r"(?i)^[\[(]?(?:interviewer|int|interviewer \d|intervieweuse?|interviewer’s question|q)[\])]?"
    r"\s?[:.]\s"
)
_CLOSED = re.compile(r"(?:[.,:;!…]\s?['\"”’)»\]]*|\?\s?['\"”’)»\]]+)$")
_QUOTED_TO_END = re.compile(r"[”\"»’]\W{0,3}$|[”\"»’]\s*[(—–-][^()]{2,60}\)?\W*$")
_NO_WORD = re.compile(r"\W+")


class Appearance:
    """What the blocks of one page look like; blocks are told by their index in the layout."""

    def __init__(self, layout: Layout, knowledge: Knowledge) -> None:
        self._text = layout.text
        self._blocks = layout.blocks
        self._marked = layout.marked
        self._knowledge = knowledge
        self.lines = [block.span.of(layout.text) for block in layout.blocks]
        self._furniture = [_is_furniture(line) for line in self.lines]
        self._listed = _jump_list_entries(self.lines, self._blocks)
        self._scores: dict[int, float] = {}
        self._quoted: dict[int, bool] = {}
        self._captions: dict[int, bool] = {}

    # --- cues -------------------------------------------------------------------------------

    def topic_cue(self, index: int) -> Cue | None:
        """Whom a block names that is a "Topic - Name" line."""
        return topic_line(self._text, self._blocks[index].span, self._knowledge)

    def caption_cue(self, index: int) -> Cue | None:
        """Whom a block names if it is read as a caption."""
        return caption_cue(self._text, self._blocks[index].span, self._knowledge)

    # --- the block's own form ---------------------------------------------------------------

    def is_furniture(self, index: int) -> bool:
        """Whether a block is a link, a date, a button or a fact, or an entry of a jump list."""
        return self._furniture[index] or index in self._listed

    def ends_speech(self, index: int) -> bool:
        """Whether a block closes a participant's words ("View profile")."""
        return furniture.ends_speech(self.lines[index])

    def is_interviewer(self, index: int) -> bool:
        """Whether a block is labelled as the interviewer's."""
        return _INTERVIEWER.match(self.lines[index]) is not None

    def is_quoted(self, index: int) -> bool:
        """Whether a block is itself in quotation marks, and so is read as a quotation."""
        line = self.lines[index]
        return line[:1] in '“"«‘' and _QUOTED_TO_END.search(line) is not None

    def score(self, index: int) -> float:
        """How much a block sounds spoken."""
        score = self._scores.get(index)
        if score is None:
            score = self._scores[index] = speech_score(self.lines[index])
        return score

    def is_speech(self, index: int, *, expected: bool = False) -> bool:
        """Whether a block is somebody speaking; `expected` below a caption, where most are."""
        if self._furniture[index] or self.is_quoted(index):
            return False
        if not (self._marked or expected) and self._is_short_heading(index):
            return False
        if expected and self.holds_quotation(index) and self.score(index) < 3:
            return False
        return self.score(index) > (_EXPECTED if expected else _SPOKEN)

    def is_clearly_spoken(self, index: int) -> bool:
        """Whether a block is somebody speaking even where nothing announces it."""
        return self.is_speech(index) and self.score(index) > 3 and not self.holds_quotation(index)

    def is_narrative(self, index: int) -> bool:
        """Whether a block is surely the researchers' own."""
        return self.score(index) <= _NARRATIVE

    def holds_quotation(self, index: int) -> bool:
        """Whether more than a third of a block is in quotation marks: then it quotes somebody."""
        quoted = self._quoted.get(index)
        if quoted is None:
            block = self._blocks[index]
            scan = quotations(self._text, block.start, block.end)
            length = sum(each.outer.end - each.outer.start for each in scan.quotations)
            # A mark that stays open quotes to the end: the next paragraph may go on with it.
            length += block.end - scan.unclosed[-1] if scan.unclosed else 0
            quoted = self._quoted[index] = length / (block.end - block.start) > 1 / 3
        return quoted

    def looks_like_heading(self, index: int) -> bool:
        """Whether a block is marked as a heading or, where none is marked, short and open."""
        block, line = self._blocks[index], self.lines[index]
        if block.kind is BlockKind.HEADING:
            return True
        if self._marked or block.kind is not BlockKind.PARAGRAPH or len(line) > _HEADING_LENGTH:
            return False
        if _CLOSED.search(line) or self.is_quoted(index) or line[:1] in "-•*–—,;:.(":
            return False
        return not self.holds_quotation(index) or line[:1] in "‘“«\"'"

    def _is_short_heading(self, index: int) -> bool:
        return len(self.lines[index]) < _SHORT and self.looks_like_heading(index)

    # --- the block among those that follow it -----------------------------------------------

    def is_caption(self, index: int) -> bool:
        """Whether a block introduces the words below it and is itself no paragraph of narrative."""
        found = self._captions.get(index)
        if found is None:
            found = self._captions[index] = self._introduces(index)
        return found

    def _introduces(self, index: int) -> bool:
        block, line = self._blocks[index], self.lines[index]
        if len(line) > _CAPTION_LENGTH or self._furniture[index] or block.kind is BlockKind.ITEM:
            return False
        if block.kind is BlockKind.CAPTION or self.is_announced(index):
            return True
        return (
            self.precedes_speech(index) and not self.holds_quotation(index) and self._names(index)
        )

    def _names(self, index: int) -> bool:
        """Whether a block above speech names its speaker, or is short enough to be a caption."""
        line, cue = self.lines[index], self.caption_cue(index)
        if self.score(index) > 1:
            return cue is not None and cue.rule == "caption-verb-at-end"
        if self.looks_like_heading(index):
            is_marked = self._blocks[index].kind is BlockKind.HEADING
            return cue is not None or (len(line) > 70 and not is_marked)
        if len(sentences(line)) > 2:
            return False
        # A line that names nobody introduces only what is clearly spoken.
        return cue is not None or (len(line) < 200 and self._is_followed_clearly(index))

    def _is_followed_clearly(self, index: int) -> bool:
        after = self.next_content(index)
        return after is not None and self.score(after) > _SPOKEN

    def is_announced(self, index: int) -> bool:
        """Whether "Transcript", "Age at interview" or the like stands between it and its words."""
        if index < 0:
            return False
        shortened = self.lines[index].rstrip("….")
        for later in range(index + 1, min(len(self._blocks), index + 12)):
            line = self.lines[later]
            if line.startswith(shortened):
                continue
            announces = furniture.announces_speech(line) or furniture.is_fact(line)
            return self._furniture[later] and announces and self.next_content(later) is not None
        return False

    def precedes_speech(self, index: int) -> bool:
        """Whether the next content below a block is speech, and not a heading."""
        after = self.next_content(index)
        if after is None or not self.is_speech(after, expected=True):
            return False
        is_heading = self._blocks[after].kind is BlockKind.HEADING
        return not (is_heading or self._is_short_heading(after))

    def next_content(self, index: int) -> int | None:
        """The next block that is neither furniture nor an interviewer's turn nor a repetition."""
        above = self.lines[max(index, 0)]
        for later in range(index + 1, min(len(self._blocks), index + 14)):
            repeated = self.lines[later] == above
            if not (repeated or self._furniture[later] or self.is_interviewer(later)):
                return later
        return None

    def is_repeated_below(self, index: int) -> bool:
        """Whether the same caption stands again right below: pages print some twice."""
        if index + 1 >= len(self.lines):
            return False
        shortened = self.lines[index].rstrip("….").rstrip()
        return len(shortened) > 20 and self.lines[index + 1].startswith(shortened)

    def end_of_words(self, index: int, *, topic: bool) -> int:
        """The last block that surely belongs to the words announced at `index`; -1 for none.

        They run up to "View profile", if that comes before another speaker or a heading, and
        below a caption also before any narrative; else the next block alone is sure below a
        "Topic - Name" line (`topic`) or "Transcript", and all others are told by their voice.
        """
        first = self.next_content(index)
        if first is None:
            return -1
        for later in range(first, min(len(self._blocks), first + 40)):
            if self._furniture[later] and self.ends_speech(later):
                return later
            if later > first and (self._opens_something(later) or self.is_announced(later)):
                break
            if not (topic or self._furniture[later] or self._may_be_speech(later)):
                break
        return first if topic or self.is_announced(index) else -1

    def _may_be_speech(self, index: int) -> bool:
        """Whether a block between a caption and "View profile" is no narrative."""
        return not self.is_narrative(index) and not self.holds_quotation(index)

    def _opens_something(self, index: int) -> bool:
        """Whether a heading or another speaker's words begin at a block."""
        return (
            self._blocks[index].kind is BlockKind.HEADING
            or self.topic_cue(index) is not None
            or (self.looks_like_heading(index) and not self._marked)
        )


def _is_furniture(line: str) -> bool:
    return (
        furniture.is_furniture(line)
        or furniture.is_fact(line)
        or (furniture.is_jump_list(line) and len(line) < 120)
    )


def _jump_list_entries(lines: Sequence[str], blocks: Sequence[Block]) -> frozenset[int]:
    """The entries of lists of the page's sections: each stands again later as a heading."""
    last_place = {
        _plain(line): index for index, line in enumerate(lines) if len(line) < _HEADING_LENGTH
    }
    entries: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        if furniture.is_jump_list(line):
            inside = True
            continue
        item = blocks[index].kind is BlockKind.ITEM
        again = len(line) < _HEADING_LENGTH and last_place[_plain(line)] > index
        if again and (inside or item):
            entries.add(index)
        elif inside and not item:
            inside = False
    return frozenset(entries)


def _plain(line: str) -> str:
    return _NO_WORD.sub(" ", line).strip().lower()
