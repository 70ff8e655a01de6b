"""Interview transcripts: turns under a speaker's label; the interviewer's turns are context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.layout import Block, BlockKind, Layout
from partnerqa.corpus.name import NAME, Name
from partnerqa.corpus.person import Generic
from partnerqa.corpus.role import role_of_description
from partnerqa.records import Span

# A stamp of time, the label, what is said of the speaker, and the colon (or the bracket, or a tab).
_LABEL = re.compile(
    r"(?:[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]?\s*[-–]?\s*)?"
    rf"[\[(]?(?P<label>{NAME}(?: \d+)?|[A-Z]{{1,12}}(?: ?\d+)?)"
    rf"(?:\s?[,(]\s?(?P<about>[^)\]:\n]{{2,60}})\)?)?[\])]?\s?"
    r"(?::|(?<=\])|\t)\s*"
)
_ASIDE = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_INTERVIEWERS = frozenset(
    "interviewer int i q r intervieweur intervieweuse moderator facilitator host question iv "
    "animateur animatrice modérateur modératrice interviewers".split()
)
_PARTICIPANTS = re.compile(
    r"(?i)^(?:participant|patient|respondent|caregiver|carer|interviewee|speaker|p|researcher"
    r"|clinician|a|patiente|aidante?|chercheu(?:r|se)|répondante?)\s?\d*$"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: `label` is the stretch that names the speaker, `words` what follows it.

    `name` is the label's text, `about` what stands in brackets or after a comma beside it.
    """

    label: Span
    name: str
    about: str | None
    words: Span


def turns(layout: Layout) -> tuple[Found, ...]:
    """Every participant's turn, if the page is a transcript at all; else nothing."""
    found = _labelled(layout)
    if not _is_transcript(layout, found):
        return ()
    interviewers = _interviewers(layout, found)
    return tuple(_answers(found, interviewers))


def _labelled(layout: Layout) -> list[Turn]:
    made: list[Turn] = []
    for block in layout.blocks:
        match = _LABEL.match(layout.text, block.start, block.end)
        if match is not None and _is_header(layout, block, match):
            continue
        if match is not None and match.end() < block.end and _could_label(match):
            words = Span(match.end(), block.end)
            label = Span(match.start("label"), match.end("label"))
            made.append(Turn(label, match["label"], match["about"], words))
        elif _ASIDE.fullmatch(layout.text, block.start, block.end):
            continue
        elif made and block.kind is not BlockKind.HEADING:
            last = made[-1]
            made[-1] = Turn(last.label, last.name, last.about, Span(last.words.start, block.end))
    return made


_HEADERS = frozenset(
    "interviewed length excerpt setting notes module present date recorded location participants "
    "interviewers transcript duration subject title "
    "interview place time transcribed présents lieu durée titre project study".split()
)


def _is_header(layout: Layout, block: Block, match: re.Match[str]) -> bool:
    """Whether a line like "Present: …" or "DESMOND: A STORY" describes the interview."""
    if match["label"].rstrip(" 0123456789").lower() in _HEADERS:
        return True
    words = layout.text[match.end() : block.end]
    first = block is layout.blocks[0]
    return first and (words.isupper() or words[-1:].isalnum())


def _could_label(match: re.Match[str]) -> bool:
    """Whether a label is short enough to be a name."""
    return len(match["label"].split()) <= 4


def _is_transcript(layout: Layout, found: Sequence[Turn]) -> bool:
    """Whether most blocks are turns, and at least two voices take several between them."""
    voices = Counter(turn.name for turn in found)
    if len(voices) < 2 or len(found) < 4 or len(voices) > max(12, len(found) // 2):
        return len(found) >= 2 and all(block.kind is BlockKind.TURN for block in layout.blocks)
    first = next((block.start for block in layout.blocks if block.start == found[0].label.start), 0)
    labelled = sum(turn.words.end - turn.words.start for turn in found)
    return labelled > 0.6 * (len(layout.text) - first) and len(found) > 0.3 * len(layout.blocks)


_ASKS = re.compile(
    rf"(?P<name>{NAME})\s?[(,]\s?(?:the )?(?:interviewer|moderator|facilitator|intervieweuse?)\b"
)
_ASKED_BY = re.compile(
    rf"(?i:interviewe(?:r|d by|ur|use)|moderator|facilitator)s?\s?:\s?(?P<name>{NAME})"
)


def _interviewers(layout: Layout, found: Sequence[Turn]) -> frozenset[str]:
    """Those who ask: by what their label says, by the header, or by what they mostly do."""
    named = {
        turn.name for turn in found if turn.name.rstrip(" 0123456789").lower() in _INTERVIEWERS
    }
    if named:
        return frozenset(named)
    header = layout.text[: found[0].label.start]
    told = {match["name"] for rule in (_ASKS, _ASKED_BY) for match in rule.finditer(header)}
    asking = {turn.name for turn in found if turn.name in told} or _who_ask(layout, found)
    if asking:
        return frozenset(asking)
    researchers = {turn.name for turn in found if turn.name.lower() in {"researcher", "chercheuse"}}
    return frozenset(researchers) if len({turn.name for turn in found}) > 1 else frozenset()


def _who_ask(layout: Layout, found: Sequence[Turn]) -> set[str]:
    """The one voice most of whose turns are questions, if no other asks as much."""
    asked: dict[str, list[bool]] = {}
    for turn in found:
        asked.setdefault(turn.name, []).append(
            turn.words.of(layout.text).rstrip('”’" ').endswith("?")
        )
    asking = {name for name, each in asked.items() if len(each) > 1 and sum(each) > 0.5 * len(each)}
    return asking if len(asking) == 1 < len(asked) else set()


def _answers(found: Sequence[Turn], interviewers: frozenset[str]) -> list[Found]:
    """The participants' turns, each with the question before it."""
    answers: list[Found] = []
    question: Span | None = None
    for turn in found:
        if turn.name in interviewers:
            question = turn.words
            continue
        answers.append(Found(turn.words, _cue(turn), "turn", question=question))
        question = None
    return answers


def _cue(turn: Turn) -> Cue:
    role = role_of_description(turn.about or turn.name)
    somebody = Generic(turn.label, role, takes_part=True)
    evidence = Span(turn.label.start, turn.words.start)
    if _PARTICIPANTS.match(turn.name):
        return Cue("turn", evidence, 0.99, unnamed=somebody)
    display = turn.name.title() if turn.name.isupper() and len(turn.name) > 3 else turn.name
    name = Name(turn.label.start, turn.label.end, display)
    return Cue("turn", evidence, 0.99, (name,), unnamed=somebody if role else None)
