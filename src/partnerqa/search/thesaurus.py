"""Words that people use for one thing: `thesaurus.toml`, read once.

An asker says "money", a quote says "they repaid my fare". The file lists such words in groups, in
English and French, so a question in one language also finds words of the other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partnerqa.index.spelling import plain_letters
from partnerqa.index.words import terms

Terms = tuple[str, ...]

FILE = Path(__file__).with_name("thesaurus.toml")
_LONGEST = 5  # words in an entry of several words, at most


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words as search compares them.

    `single` has, per group, its entries of one word, of all languages together. `entries` says,
    per language, in which groups each entry stands; an entry may be several words.
    """

    single: tuple[frozenset[str], ...]
    entries: Mapping[str, Mapping[Terms, frozenset[int]]]

    def kin(
        self, read: Sequence[str], language: str, idle: Collection[int] = ()
    ) -> list[frozenset[str]]:
        """For each entry that stands in the question `read`, the words of all its groups.

        `read` are the question's terms in their order, analysed in `language`. Of entries that
        begin at one word the longest counts. The words at the places `idle` count within an entry
        of several words only: "gens" has the stem of "gêne", "thanks" that of "thankful".
        """
        entries = self.entries.get(language.split("-", maxsplit=1)[0].lower(), {})
        found: list[frozenset[str]] = []
        place = 0
        while place < len(read):
            size = _longest_at(entries, read, place)
            if size > 1 or (size and place not in idle):
                group = entries[tuple(read[place : place + size])]
                found.append(frozenset().union(*(self.single[code] for code in group)))
            place += max(size, 1)
        return found


@cache
def read_thesaurus(path: Path = FILE) -> Thesaurus:
    """The thesaurus in the TOML file `path`: tables of language code → words parted by commas."""
    single: list[frozenset[str]] = []
    entries: dict[str, dict[Terms, frozenset[int]]] = {}
    for code, group in enumerate(_groups(path)):
        words: set[str] = set()
        for language, listed in group.items():
            for entry in _entries(listed, language):
                of_language = entries.setdefault(language, {})
                of_language[entry] = of_language.get(entry, frozenset()) | {code}
                words |= set(entry) if len(entry) == 1 else set()
        single.append(frozenset(words))
    return Thesaurus(tuple(single), entries)


@cache
def thesaurus_words(path: Path = FILE) -> frozenset[str]:
    """Every word that the thesaurus lists, in plain letters: none of them is a slip."""
    return frozenset(
        plain_letters(word)
        for group in _groups(path)
        for listed in group.values()
        for word in listed.replace(",", " ").split()
    )


@cache
def _groups(path: Path) -> tuple[Mapping[str, str], ...]:
    """The tables of the file `path`, each with its words by language."""
    return tuple(tomllib.loads(path.read_text("utf-8")).values())


def _entries(listed: str, language: str) -> list[Terms]:
    read = [tuple(term.text for term in terms(entry, language)) for entry in listed.split(",")]
    return [entry for entry in read if entry]


def _longest_at(entries: Mapping[Terms, frozenset[int]], read: Sequence[str], place: int) -> int:
    """How many words the longest entry that begins at `place` has; 0 if none does."""
    most = min(_LONGEST, len(read) - place)
    return next(
        (size for size in range(most, 0, -1) if tuple(read[place : place + size]) in entries), 0
    )
