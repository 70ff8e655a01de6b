from __future__ import annotations

import pytest

from partnerqa.conversation.pattern import compiled, needed, phrases, plain, plain_sentences


def test_case_accents_apostrophes_and_hyphens_do_not_count() -> None:
    assert plain("J’AI été auto-didacte") == "j ai ete auto didacte"
    assert plain("Don't") == plain("dont") == "dont"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("want to die", "i want to die", True),
        ("want to die", "i want to diet", False),
        ("(a|b) c", "b c", True),
        ("i [really] want", "i want", True),
        ("i [really] want", "i really want", True),
        ("from ... to", "from one two three four to", True),
        ("from ... to", "from one two three four five to", False),
        ("not ... $", "not just winnie", True),
        ("did * see", "did anna see", True),
        ("did * see", "did anna maria see", False),
        ("diagnos*", "a diagnosis", True),
        ("^ more $", "more", True),
        ("^ more $", "more money", False),
        ("j'ai faim", "j ai faim", True),
        ("j'ai faim", "jai faim", True),
    ],
)
def test_a_pattern_finds_what_its_notation_says(pattern: str, text: str, *, found: bool) -> None:
    assert bool(compiled(pattern).search(text)) is found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("i want to die", {"want"}),
        ("i (want|wish) [really]", {"want", "wish"}),
        ("(want to|wanna) die", {"want", "wanna"}),
        ("go ($|on)", {"go"}),
        ("[really] ... *", set()),
        ("diagnos*", set()),
        ("j'ai", set()),
        ("j'ai faim", {"faim"}),
    ],
)
def test_what_fits_a_pattern_holds_one_of_the_words_it_needs(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


def test_sentences_are_looked_at_one_by_one() -> None:
    assert plain_sentences("Hello! I am Ana. ") == ["hello", " i am ana"]


def test_patterns_are_listed_under_the_name_of_their_rule() -> None:
    assert any(pattern.search("another one please") for pattern in phrases("more"))
