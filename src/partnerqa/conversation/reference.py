"""Which of the shown quotes a message points at: "the second one", "the last quote", "number 3"."""

from __future__ import annotations

from collections.abc import Sequence

from partnerqa.conversation.pattern import compiled

NOUN = "(one|quote|quotation|answer|person|story|citation|temoignage|reponse|extrait)"
ORDINALS = {
    1: "(first|1st|top|premier|premiere)",
    2: "(second|2nd|deuxieme|seconde)",
    3: "(third|3rd|troisieme)",
    4: "(fourth|4th|quatrieme)",
    5: "(fifth|5th|cinquieme)",
    -1: "(last|bottom|dernier|derniere)",
}
DIGITS = {
    1: "(1|one|un)",
    2: "(2|two|deux)",
    3: "(3|three|trois)",
    4: "(4|four|quatre)",
    5: "(5|five|cinq)",
}
PLACES = {
    place: compiled(f"(the|le|la|l|du|de|au) {word} [{NOUN}] $") for place, word in ORDINALS.items()
} | {place + 10: compiled(f"(the|le|la|du) {word} {NOUN}") for place, word in ORDINALS.items()}
NUMBERS = {
    place: compiled(f"(number|no|quote|numero|citation) {digit}") for place, digit in DIGITS.items()
}
WHOLE = {
    place: compiled(f"^ [the|le|la] {word} [{NOUN}] [please|again|svp] $")
    for place, word in ORDINALS.items()
}


def shown_at(bare: str, shown: Sequence[str]) -> str | None:
    """The id of the shown quote whose place the plain message `bare` names, if there is one."""
    for table, shift in ((WHOLE, 0), (PLACES, 0), (NUMBERS, 0)):
        for key, pattern in table.items():
            place = (key - 10 if key > 5 else key) + shift
            if pattern.search(bare) and abs(place) <= len(shown):
                return shown[place - 1 if place > 0 else place]
    return None
