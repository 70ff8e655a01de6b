from __future__ import annotations

import pytest

from partnerqa.corpus.layout import BlockKind
from partnerqa.corpus.subtitle import subtitle_layout
from partnerqa.errors import CorpusError


def turns(text: str) -> list[str]:
    layout = subtitle_layout(text, "film.vtt")
    assert {block.kind for block in layout.blocks} == {BlockKind.TURN}
    return [block.span.of(layout.text) for block in layout.blocks]


def cue(number: int, words: str) -> str:
    return f"00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n{words}\n\n"


def test_a_voice_that_runs_over_several_cues_is_one_turn() -> None:
    text = "WEBVTT\n\n" + cue(1, "<v Nadia>I came") + cue(2, "<v Nadia>by bus.")
    assert turns(text) == ["Nadia: I came by bus."]


def test_a_cue_without_a_voice_goes_on_with_the_last_one() -> None:
    text = "WEBVTT\n\n" + cue(1, "<v Nadia>I came") + cue(2, "by bus.") + cue(3, "<v Otto>Why?")
    assert turns(text) == ["Nadia: I came by bus.", "Otto: Why?"]


def test_two_voices_in_one_cue_are_two_turns() -> None:
    text = "WEBVTT\n\n" + cue(1, "<v Nadia>I came.</v>\n<v Otto>Why?</v>")
    assert turns(text) == ["Nadia: I came.", "Otto: Why?"]


@pytest.mark.parametrize("label", ["Nadia: ", "[Nadia]: ", "- Nadia: "])
def test_a_label_in_the_words_opens_a_turn(label: str) -> None:
    text = f"1\n00:00:01,000 --> 00:00:02,500\n{label}I came by bus.\n"
    assert turns(text) == ["Nadia: I came by bus."]


def test_tags_sounds_numbers_notes_and_entities_are_no_words() -> None:
    text = (
        "WEBVTT - a film\n\nNOTE not shown\n\n"
        + cue(1, "<v Nadia><i>I</i> came &amp; went.")
        + cue(2, "[laughter]")
        + cue(3, "{\\an8}And <00:03.500>stayed.")
    )
    assert turns(text) == ["Nadia: I came & went. And stayed."]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read_the_same(end: str) -> None:
    text = ("WEBVTT\n\n" + cue(1, "<v Nadia>I came.")).replace("\n", end)
    assert turns(text) == ["Nadia: I came."]


@pytest.mark.parametrize("text", ["", "WEBVTT\n", "Nadia: I came by bus.\n"])
def test_a_file_without_timed_lines_is_told_by_its_name(text: str) -> None:
    with pytest.raises(CorpusError, match=r"film\.vtt:1: has no subtitles; expected timed lines"):
        subtitle_layout(text, "film.vtt")
