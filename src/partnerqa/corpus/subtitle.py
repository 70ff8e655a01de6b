"""Subtitles (.vtt, .srt) to blocks: one block a turn, however many cues it runs over."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from partnerqa.corpus.layout import BlockKind, Layout, LayoutBuilder
from partnerqa.errors import CorpusError

_TIMING = re.compile(
    r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[^>]*>|\{\\[^}]*\}")
_LABEL = re.compile(r"^[\[(]?(?P<name>[^\W\d_][^:\[\]()\n]{0,40}?)[\])]?\s?:\s+(?=\S)")
_SOUND = re.compile(r"^\s*[\[(♪][^\])♪]*[\])♪]\s*$")


def subtitle_layout(text: str, path: str) -> Layout:
    """A block "Name: words" for each turn of a WebVTT or SubRip file."""
    builder = LayoutBuilder()
    speaker: str | None = None
    words: list[str] = []
    for name, line in _cues(text):
        if name is not None and name != speaker and words:
            builder.add(_turn(speaker, words), BlockKind.TURN)
            words = []
        speaker = name or speaker
        words.append(line)
    if words:
        builder.add(_turn(speaker, words), BlockKind.TURN)
    layout = builder.build()
    if not layout.blocks:
        raise CorpusError(path, 1, "has no subtitles; expected timed lines (.vtt or .srt)")
    return layout


def _turn(speaker: str | None, words: list[str]) -> str:
    said = " ".join(words)
    return f"{speaker}: {said}" if speaker else said


def _cues(text: str) -> Iterator[tuple[str | None, str]]:
    """The speaker, where a cue names one, and the plain words of each voice in each cue."""
    for payload in _payloads(text):
        voices = list(_VOICE.finditer(payload))
        if voices:
            for voice, after in zip(voices, [*voices[1:], None], strict=True):
                part = payload[voice.end() : after.start() if after else len(payload)]
                if plain := _plain(part):
                    yield voice["name"].strip(), plain
            continue
        for name, plain in _labelled(payload):
            yield name, plain


def _labelled(payload: str) -> Iterator[tuple[str | None, str]]:
    """The lines of a cue; "Name:" or a dash opens a new voice."""
    name: str | None = None
    words: list[str] = []
    for line in payload.split("\n"):
        plain = _plain(line).removeprefix("- ").strip()
        label = _LABEL.match(plain)
        if label is not None:
            if words:
                yield name, " ".join(words)
            name, words = label["name"], []
            plain = plain[label.end() :]
        if plain and not _SOUND.match(plain):
            words.append(plain)
    if words:
        yield name, " ".join(words)


def _payloads(text: str) -> Iterator[str]:
    """The text under each timing line, up to the next blank line."""
    lines: list[str] | None = None
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if _TIMING.match(line):
            lines = []
        elif line.strip():
            if lines is not None:
                lines.append(line.strip())
        elif lines is not None:
            yield "\n".join(lines)
            lines = None


def _plain(line: str) -> str:
    plain = html.unescape(_TAG.sub("", line))
    plain = " ".join(plain.split())
    return "" if _SOUND.match(plain) else plain
