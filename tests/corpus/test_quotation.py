from __future__ import annotations

import pytest

from partnerqa.corpus.quotation import quotations


def inner(text: str) -> list[str]:
    return [each.inner.of(text) for each in quotations(text, 0, len(text)).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “I came.”", ["I came."]),
        ('He said, "I came."', ["I came."]),
        ("He said, ‘I came.’", ["I came."]),
        ("He said, 'I came.'", ["I came."]),
        ("Il dit : « Je suis venu. »", ["Je suis venu."]),
        ("Il dit : «\u00a0Je suis venu.\u00a0»", ["Je suis venu."]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("‘I don’t know what they’re at’, he said", ["I don’t know what they’re at"]),
        ("'I don't know what they're at', he said", ["I don't know what they're at"]),
        ("“He said ‘come’ and I came”", ["He said ‘come’ and I came"]),
        ("‘He said “come” and I came’", ["He said “come” and I came"]),
        ("« Il a dit « viens » et je viens »", ["Il a dit « viens » et je viens"]),
        ("the patients’ room and the partners’ lounge", []),
        ("It’s Nadia’s, isn’t it?", []),
        ("rock ’n’ roll in the ’60s", []),
        ("‘the partners’ own words’, she said", ["the partners’ own words"]),
        ("“typed the wrong way round“ he said", ["typed the wrong way round"]),
        ("(“in brackets”)—“and after a dash”", ["in brackets", "and after a dash"]),
        ("six feet is 6' and 2\" more", []),
        ("no marks", []),
    ],
)
def test_the_words_between_outermost_marks_are_found(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_outer_spans_have_their_marks_and_inner_ones_no_white_space() -> None:
    text = "Il dit : « Je viens. »"
    (found,) = quotations(text, 0, len(text)).quotations
    assert (found.outer.of(text), found.inner.of(text), found.mark) == (
        "« Je viens. »",
        "Je viens.",
        "«",
    )


@pytest.mark.parametrize(("text", "at"), [("Then “I came and", 5), ('Then "I came and', 5)])
def test_a_mark_that_nothing_closes_is_told(text: str, at: int) -> None:
    scan = quotations(text, 0, len(text))
    assert (scan.quotations, scan.unclosed, scan.unopened) == ((), (at,), ())


def test_a_closing_mark_that_nothing_opens_is_told() -> None:
    scan = quotations("I came.” he said", 0, 16)
    assert (scan.quotations, scan.unclosed, scan.unopened) == ((), (), (7,))


def test_marks_outside_the_stretch_are_not_looked_at() -> None:
    text = "“One” “Two” “Three”"
    assert [each.inner.of(text) for each in quotations(text, 6, 11).quotations] == ["Two"]
