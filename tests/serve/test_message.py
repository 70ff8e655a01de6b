import pytest

from partnerqa.conversation.message import TEXTS
from partnerqa.serve.message import Piece, blocks, is_as_typed, language_asked, not_only
from partnerqa.serve.schema import FiltersJson

TEXT = """
Please talk to somebody now:
• in danger: 999 in the United Kingdom, 112 across Europe
• elsewhere: findahelpline.com
You are not alone.
Really.

Bye."""


def links(text: str) -> list[tuple[str, str]]:
    pieces = [piece for block in blocks(text) for line in block.lines for piece in line]
    return [(piece.text, piece.href) for piece in pieces if piece.href]


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_lines_that_begin_with_a_bullet_are_a_list_and_others_keep_their_breaks() -> None:
    assert [(block.listed, [words(line) for line in block.lines]) for block in blocks(TEXT)] == [
        (False, ["Please talk to somebody now:"]),
        (
            True,
            [
                "in danger: 999 in the United Kingdom, 112 across Europe",
                "elsewhere: findahelpline.com",
            ],
        ),
        (False, ["You are not alone.", "Really."]),
        (False, ["Bye."]),
    ]


def test_numbers_and_addresses_lead_where_they_say() -> None:
    assert links(TEXT) == [
        ("999", "tel:999"),
        ("112", "tel:112"),
        ("findahelpline.com", "https://findahelpline.com"),
    ]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Samaritans on 116 123 in the United Kingdom", ["tel:116123"]),
        ("Lifeline on 13 11 14 in Australia", ["tel:131114"]),
        ("le 988 au Canada, le 3114 en France", ["tel:988", "tel:3114"]),
        ("(911 au Canada, 112 ou 15 en France)", ["tel:911", "tel:112", "tel:15"]),
        (
            "such as 811 in most of Canada or 111 in the United Kingdom",
            ["tel:811", "tel:111"],
        ),
        ("Call 999 now.", ["tel:999"]),
        ("15 people: 12 patients, 3 caregivers.", []),
        ("We found nobody for: Summer 2020 in Canada.", []),
        ("Write to office@example.org.", []),
    ],
)
def test_only_what_is_certainly_a_number_to_call_becomes_one(text: str, called: list[str]) -> None:
    assert [href for _, href in links(text)] == called


def test_our_ordinary_texts_hold_no_link() -> None:
    assert [text for texts in TEXTS.values() for text in texts.values() if links(text)] == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("No, just what I typed", True),
        ("no, just what i typed.", True),
        ("NO, JUST WHAT I TYPED !", True),
        ("no, just what I typed about pay", False),
    ],
)
def test_the_wish_not_to_be_interpreted_is_known_in_any_letters(
    question: str, *, expected: bool
) -> None:
    assert is_as_typed(question) is expected


def test_the_language_of_a_question_is_that_of_our_frame_else_of_its_answer() -> None:
    assert language_asked("Qu’est-ce qu’on dit de « Les nuits » ?", "en") == "fr"
    assert language_asked("What do people say about “Nights”?", "fr") == "en"
    assert language_asked("Everyone again", "fr") == "en"
    assert language_asked("les nuits", "fr") == "fr"
    assert language_asked("Before you say yes?") == ""


def test_each_of_several_kinds_of_filters_is_taken_off_by_a_wish_of_its_own() -> None:
    several = FiltersJson(
        speakers=["Gwen", "Ravi"], roles=["patient"], topics=["The Token Seat"], languages=["fr"]
    )
    assert not_only(several) == [
        "Not only Gwen and Ravi",
        "Not only patients",
        "Not only The Token Seat",
        "Not only in French",
    ]
    assert not_only(FiltersJson(roles=["patient", "researcher"])) == []
