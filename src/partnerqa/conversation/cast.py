"""The people and pages of a collection by the names that a message may call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from partnerqa.conversation.almost import almost, by_parts
from partnerqa.conversation.pattern import APOSTROPHES, plain
from partnerqa.conversation.role import role_words
from partnerqa.index.kept import kept
from partnerqa.index.language import LANGUAGES, Language
from partnerqa.index.opened import Index
from partnerqa.index.words import terms
from partnerqa.records import Filters, Role, Speaker
from partnerqa.search.smallwords import small

JOINTS = re.compile(r"\b(?:and|or|et|ou)\b|,")
ARTICLES = re.compile(
    r"^(?:the|les|le|la|l|des|de|d|du|que|qu|only|just|to|from|by|about|for|of|with|other|"
    r"a|an|some|any|seulement|uniquement|juste)\b\s*"
)
WRITTEN_TITLES = frozenset(
    "dr dre doc doctor docteur docteure prof pr professor professeur professeure mr mrs ms miss mx "
    "mme mlle madame sir".split()
)
TITLES = re.compile(rf"^(?:{'|'.join(sorted(WRITTEN_TITLES))})\b ?")
LONGEST_NAME = 4  # words


@dataclass(frozen=True, slots=True)
class Cast:
    """Names in plain letters with the people they may mean, and people by id.

    `short` are names without a title or an initial: "Okafor", "Dave". `topics` are titles and
    headings in plain letters, as the pages spell them, and `titles` those that are titles;
    `languages` those of the pages. `starts` are the words with which a name may begin; `parts`
    lead to the names that were meant by a slip; a word that the pages hold (`is_word`) is none.
    """

    names: Mapping[str, tuple[Speaker, ...]]
    people: Mapping[str, Speaker]
    short: Mapping[str, tuple[Speaker, ...]] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    languages: tuple[Language, ...] = ()
    starts: frozenset[str] = frozenset()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_word: Callable[[str], bool] = lambda _: False

    def called(self, name: str) -> tuple[str, ...]:
        """The people who are called `name`, in full or in short, as filters name them."""
        key = _bare(plain(name))
        people = self.names.get(key) or self.short.get(TITLES.sub("", key), ())
        return tuple(dict.fromkeys(person.name for person in people))

    def meant(self, name: str) -> tuple[str, ...]:
        """The people whose name alone is one letter away from the word `name`, title left out."""
        key = TITLES.sub("", name)
        names = dict.fromkeys(one for near in almost(key, self.parts) for one in self.called(near))
        return tuple(names) if len(names) == 1 and not self.is_word(key) else ()

    def mentioned(self, message: str) -> tuple[str, ...]:
        """The names in `message` that are written as names are, as the collection spells them."""
        words = re.findall(r"[\w'’-]+", message)
        found: dict[str, None] = {}
        for start, word in enumerate(words):
            if word[:1].isupper():
                name = self._name_at(words, start)
                if name:
                    found[name] = None
        return tuple(found)

    def narrowing(self, rest: str) -> Filters | None:
        """The filter that `rest` names, if it is a list of people or roles and nothing else."""
        roles: dict[Role, None] = {}
        names: dict[str, None] = {}
        parts = [_bare(part) for part in JOINTS.split(plain(rest).replace("?", " "))]
        for part in filter(None, parts):
            if part in role_words():
                roles[role_words()[part]] = None
            elif called := self.called(part):
                names |= dict.fromkeys(called)
            else:
                return None
        return Filters(speakers=tuple(names), roles=tuple(roles)) if roles or names else None

    def ids(self, names: Sequence[str]) -> tuple[str, ...]:
        """The ids of all people who are called by one of `names`."""
        people = (person for name in names for person in self.names.get(_bare(plain(name)), ()))
        return tuple(dict.fromkeys(person.id for person in people))

    def name_of(self, speaker_id: str) -> str:
        """The name of a person if it is theirs alone, else the id."""
        name = self.people[speaker_id].name
        return name if len(self.ids([name])) == 1 else speaker_id

    def _name_at(self, words: Sequence[str], start: int) -> str | None:
        for length in range(LONGEST_NAME, 0, -1):
            words_here = words[start : start + length]
            key = _bare(plain(" ".join(words_here)))
            if key in self.names:
                return self._spelled(key)
            owner = re.sub(r"['’]s$", "", " ".join(words_here))
            if _bare(plain(owner)) in self.names:
                return self._spelled(_bare(plain(owner)))
        return None

    def _spelled(self, key: str) -> str:
        """The name as the collection writes it, whatever alias was used."""
        return self.names[key][0].name


@kept(4)
def cast_of(index: Index) -> Cast:
    """The people and pages of `index`; kept for the indexes used last."""
    people = {entry.speaker.id: entry.speaker for entry in index.store.speakers()}
    names: dict[str, tuple[Speaker, ...]] = {}
    short: dict[str, tuple[Speaker, ...]] = {}
    for person in people.values():
        called = (person.name, *person.aliases)
        keys = dict.fromkeys(key for name in called for key in _keys(name))
        for key in keys:
            names[key] = (*names.get(key, ()), person)
        for key in dict.fromkeys(filter(None, map(_shortened, keys))):
            short[key] = (*short.get(key, ()), person)
    known = set(index.rows.languages)
    spoken = tuple(language for language in LANGUAGES if language in known)
    starts = frozenset(key.split()[0] for key in (*names, *short) if key) | WRITTEN_TITLES
    titles = frozenset(entry.title for entry in index.store.documents())
    parts = by_parts({TITLES.sub("", key) for key in names})
    return Cast(
        names, people, short, _topics(index), titles, spoken, starts, parts, _is_word_of(index)
    )


def _is_word_of(index: Index) -> Callable[[str], bool]:
    """Whether the pages hold a word, in any of their languages, or it is a small one."""
    known, languages = index.wording.vocabulary, index.rows.languages

    def is_word(word: str) -> bool:
        return any(
            word in small(one) or all(term.text in known for term in terms(word, one))
            for one in languages
        )

    return is_word


def _topics(index: Index) -> dict[str, str]:
    """Titles and headings in plain letters, with how the pages spell them."""
    headings = (heading for _, path in index.store.headings() for heading in path)
    titles = (entry.title for entry in index.store.documents())
    spelled = (*headings, *titles)  # a title wins over a heading of the same words
    return {" ".join(re.findall(r"\w+", plain(name))): name for name in spelled}


def _keys(name: str) -> tuple[str, ...]:
    """A name in plain letters; "D’Arcy" is typed "darcy" too."""
    return _bare(plain(name)), _bare(plain(APOSTROPHES.sub("", name)))


def _shortened(key: str) -> str:
    """A name without its title ("okafor") or its closing initial ("dave"); empty if it has none."""
    bare = re.sub(r" \w$", "", TITLES.sub("", key))
    return "" if bare == key else bare


def _bare(part: str) -> str:
    part = " ".join(re.findall(r"\w+", part))
    before = None
    while before != part:
        before, part = part, ARTICLES.sub("", part)
    return part
