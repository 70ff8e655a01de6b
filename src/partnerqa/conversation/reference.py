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
    place: compiled(f"(the|that|this|very|le|la|l|du|de|au|cette|ce) [very] {word} [{NOUN}] $")
    for place, word in ORDINALS.items()
} | {
    place + 10: compiled(f"(the|that|this|le|la|du|cette|ce) {word} {NOUN}")
    for place, word in ORDINALS.items()
}
NUMBERS = {
    place: compiled(f"(number|no|quote|numero|citation) {digit}") for place, digit in DIGITS.items()
}
WHOLE = {
    place: compiled(f"^ [the|that|this|le|la] [very] {word} [{NOUN}] [please|again|svp] $")
    for place, word in ORDINALS.items()
}

MANY = {2: "(two|2|deux|pair|couple)", 3: "(three|3|trois)"}
RUNS = [
    run
    for count, many in MANY.items()
    for run in (
        (
            compiled(
                f"^ (the|les) [very] (first|top) {many} [of (them|those|these)] [ones|quotes]"
            ),
            count,
        ),
        (
            compiled(
                f"^ (the|les) [very] (last|bottom) {many} [of (them|those|these)] [ones|quotes]"
            ),
            -count,
        ),
        (compiled(f"^ les {many} (premiers|premieres)"), count),
        (compiled(f"^ les {many} (derniers|dernieres)"), -count),
        (compiled(f"^ (all|all the|les|toutes les) {many} [of (them|those|these)] $"), count),
    )
] + [(compiled("^ (both|toutes les deux|tous les deux) [of (them|those|these)] $"), 2)]
EACH = {place: compiled(word) for place, word in ORDINALS.items()}
JOINED = compiled("(and|et)")


def shown_at(bare: str, shown: Sequence[str]) -> str | None:
    """The id of the shown quote whose place the plain message `bare` names, if there is one."""
    for table, shift in ((WHOLE, 0), (PLACES, 0), (NUMBERS, 0)):
        for key, pattern in table.items():
            place = (key - 10 if key > 5 else key) + shift
            if pattern.search(bare) and abs(place) <= len(shown):
                return shown[place - 1 if place > 0 else place]
    return None


def points_beyond(bare: str, shown: Sequence[str]) -> bool:
    """Whether the plain message `bare` names a place that is not among those `shown`."""
    places = (
        key - 10 if key > 5 else key
        for table in (WHOLE, PLACES, NUMBERS)
        for key, pattern in table.items()
        if pattern.search(bare)
    )
    return any(abs(place) > len(shown) for place in places)


def shown_places(bare: str, shown: Sequence[str]) -> tuple[str, ...]:
    """The ids of all shown quotes whose places the plain message `bare` names."""
    for pattern, count in RUNS:
        if pattern.search(bare) and len(shown) >= abs(count):
            return tuple(shown[:count] if count > 0 else shown[count:])
    named = (key for key, pattern in EACH.items() if pattern.search(bare))
    places = [place for place in named if len(shown) >= abs(place)]
    if len(places) > 1 and JOINED.search(bare):
        return tuple(shown[place - 1 if place > 0 else place] for place in places)
    one = shown_at(bare, shown)
    return (one,) if one else ()
