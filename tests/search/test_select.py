from partnerqa.records import Attribution, Document, Hit, Match, Quote, Role
from partnerqa.search.calibration import ANSWERED
from partnerqa.search.select import voices

PAGE = Document("page", "page.txt", "Page", "")


def hit(words: str, speaker: str | None, role: Role | None = None, score: float = 0.5) -> Hit:
    attribution = Attribution(speaker, role, "cue", (), 1.0, speaker and speaker.lower())
    quote = Quote(words, PAGE.id, 0, 0, words, (), attribution)
    return Hit("quote", PAGE, (), 0, 0, words, score, Match(0.5, 0.5), quote=quote)


def said(hits: tuple[Hit, ...]) -> list[str]:
    return [found.text for found in hits]


def test_each_speaker_is_heard_before_anybody_a_second_time() -> None:
    hits = [
        hit("a1", "Ana"),
        hit("a2", "Ana"),
        hit("b1", "Ben"),
        hit("a3", "Ana"),
        hit("b2", "Ben"),
    ]
    assert said(voices(hits, 5)) == ["a1", "b1", "a2", "b2", "a3"]


def test_the_limit_is_taken_after_reordering() -> None:
    assert said(voices([hit("a1", "Ana"), hit("a2", "Ana"), hit("b1", "Ben")], 2)) == ["a1", "b1"]


def test_quotes_without_a_name_are_each_a_voice_of_their_own() -> None:
    hits = [hit("u1", None), hit("u2", None), hit("a1", "Ana")]
    assert said(voices(hits, 3)) == ["u1", "u2", "a1"]


def test_nothing_found_gives_nothing() -> None:
    assert voices([], 5) == ()


def test_a_role_that_answers_takes_the_last_place_of_a_role_heard_twice() -> None:
    hits = [
        hit("p1", "Ana", "patient", 0.99),
        hit("p2", "Ben", "patient", 0.98),
        hit("c1", "Cy", "caregiver", 0.97),
        hit("p3", "Di", "patient", 0.96),
        hit("r1", "Eve", "researcher", ANSWERED),
    ]
    assert said(voices(hits, 3)) == ["p1", "c1", "r1"]
    assert said(voices(hits, 1)) == ["p1"]


def test_a_role_that_only_comes_near_takes_nobodys_place() -> None:
    hits = [
        hit("p1", "Ana", "patient", 0.99),
        hit("p2", "Ben", "patient", 0.98),
        hit("r1", "Eve", "researcher", ANSWERED - 0.01),
    ]
    assert said(voices(hits, 2)) == ["p1", "p2"]


def test_each_role_in_the_first_places_once_is_left_as_it_is() -> None:
    hits = [
        hit("p1", "Ana", "patient", 0.99),
        hit("c1", "Ben", "caregiver", 0.98),
        hit("r1", "Eve", "researcher", 0.97),
    ]
    assert said(voices(hits, 2)) == ["p1", "c1"]
