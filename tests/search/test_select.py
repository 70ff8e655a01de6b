from partnerqa.records import Attribution, Document, Hit, Match, Quote
from partnerqa.search.select import voices

PAGE = Document("page", "page.txt", "Page", "")


def hit(words: str, speaker: str | None) -> Hit:
    attribution = Attribution(speaker, None, "cue", (), 1.0, speaker and speaker.lower())
    quote = Quote(words, PAGE.id, 0, 0, words, (), attribution)
    return Hit("quote", PAGE, (), 0, 0, words, 0.5, Match(0.5, 0.5), quote=quote)


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
