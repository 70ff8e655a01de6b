"""The words by which people name those who speak a language, in English and French."""

from __future__ import annotations

from functools import cache

from partnerqa.conversation.pattern import plain
from partnerqa.index.language import Language

SPEAKING: dict[Language, str] = {
    "en": "english speaking, anglophone, anglophones",
    "fr": "french speaking, francophone, francophones",
}
NATIONS: dict[Language, str] = {"en": "english", "fr": "french"}
IN_TONGUE: dict[str, Language] = {
    "in english": "en",
    "en anglais": "en",
    "in french": "fr",
    "en francais": "fr",
}
GROUPS = (
    "people speakers contributors participants partners members voices folk folks ones personnes "
    "gens partenaires voix"
).split()
ALONE: dict[Language, str] = {
    "en": """
        anglophones, people who speak english, those who speak english, gens qui parlent anglais,
        ceux qui parlent anglais, personnes qui parlent anglais
    """,
    "fr": """
        francophones, people who speak french, those who speak french, gens qui parlent français,
        ceux qui parlent français, personnes qui parlent français
    """,
}


@cache
def speaking() -> dict[str, Language]:
    """Every word that says which language a person speaks, in plain letters."""
    return {word: code for code, words in SPEAKING.items() for word in _listed(words)}


@cache
def tongues() -> dict[str, Language]:
    """Every word for those who speak a language, in plain letters, with the language."""
    named = {NATIONS[code]: code for code in NATIONS} | speaking()
    before = {f"{word} {group}": code for word, code in named.items() for group in GROUPS}
    after = {f"{group} {word}": code for word, code in speaking().items() for group in GROUPS}
    alone = {word: code for code, words in ALONE.items() for word in _listed(words)}
    return before | after | alone


@cache
def tongue_starts() -> frozenset[str]:
    """The first words of all words for those who speak a language, in plain letters."""
    return frozenset(word.split()[0] for word in (*speaking(), *tongues()))


def _listed(words: str) -> list[str]:
    return [" ".join(plain(word).split()) for word in words.split(",")]
