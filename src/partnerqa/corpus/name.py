"""People's names told from where they stand on the page, not from a list of the world's names.

A capitalised word is taken for a name only in the place of a speaker, and only where the page
gives no reason to think otherwise: it is not a word of function or a body (`lexicon`), and it
does not stand in lower case elsewhere, unless it also stands capitalised in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from partnerqa.corpus.lexicon import BODIES, NOT_NAMES, ROLE_NOUNS, TITLES, WORD_NAMES
from partnerqa.records import Span

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
LOWER = "".join(chr(code) for code in range(0x250) if chr(code).islower())
_LETTER = rf"[{UPPER}{LOWER}]"
_INITIALS = rf"(?:[{UPPER}]\.){{2,3}}(?![{LOWER}])"
_SPACE = "[ \u00a0\u202f]"
_PARTICLES = r"(?:van|de|der|den|von|da|du|bin|al|el|ben|la|le)"
_PARTICLE = rf"{_PARTICLES}(?=[ \u00a0](?:{_PARTICLES}[ \u00a0])?[{UPPER}])"
_TITLE = rf"(?:{'|'.join(TITLES)})\b\.?[ \u00a0]"

# One word of a name, perhaps with an apostrophe or hyphens: "Ana", "O’Brien", "Marie-Ève", "J.R.".
NAME_WORD = rf"(?:{_INITIALS}|[{UPPER}]{_LETTER}*(?:[’'](?!s\b){_LETTER}+|-{_LETTER}+)*\b)"

# A run of capitalised words, with initials and particles: "Dr. Ana van der Berg", "Dave G".
NAME = (
    rf"(?:{_TITLE})?{NAME_WORD}(?:\.(?={_SPACE}[{UPPER}]))?"
    rf"(?:{_SPACE}(?:{NAME_WORD}|{_PARTICLE}\b)){{0,4}}(?:(?<={_SPACE}[{UPPER}])\.(?=[ ,:]))?"
)
_NAME = re.compile(NAME)
_TOKEN = re.compile(r"[^\s\u00a0\u202f]+")
_LOWERCASE = re.compile(rf"\b[{LOWER}]{{2,}}")
_IN_SENTENCE = re.compile(rf"(?<=[{LOWER},;]\ )[{UPPER}][{LOWER}]+(?:-{_LETTER}+)*")
_TOGETHER = re.compile(r",? (?:and|et|&) ")
_TITLED = re.compile(_TITLE)
_ABSTRACT = re.compile(
    r".{3}(?:ness|ment|tion|sion|ity|ship|ance|ence|ism|ing|less|ous|able|ible|ly)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at `text[start:end]`; `display` is how it is shown, on one line."""

    start: int
    end: int
    display: str

    @property
    def span(self) -> Span:
        """The stretch of text that holds the name."""
        return Span(self.start, self.end)

    def moved(self, by: int) -> Name:
        """The same name `by` characters further on in the text."""
        return Name(self.start + by, self.end + by, self.display)


@dataclass(slots=True)
class Knowledge:
    """What a page, or a whole module, shows about its words and its people.

    `common` are the words that stand in lower case; `proper` those that stand capitalised in
    mid-sentence; `people` the names that strong evidence gives: a roster, a speaker's label, a
    "Topic - Name" line, a link to a profile.
    """

    common: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)

    def learn(self, text: str) -> None:
        """Note which words of `text` stand in lower case and which capitalised."""
        self.common.update(_LOWERCASE.findall(text))
        self.proper.update(_IN_SENTENCE.findall(text))

    def meet(self, names: Iterable[str]) -> None:
        """Note people of whom strong evidence tells."""
        for name in names:
            self.people.add(name)
            self.people.add(bare(name).split()[0] if bare(name) else name)

    def knows(self, name: str) -> bool:
        """Whether strong evidence tells of a person called `name`."""
        return name in self.people or bare(name) in self.people

    def is_person(self, name: str, *, opens_sentence: bool) -> bool:
        """Whether `name`, in the place of a speaker, is a person's."""
        if self.knows(name):
            return True
        words = bare(name).split()
        if not words or any(len(word) > 1 and _is_no_name(word) for word in words):
            return False
        first = words[0]
        if first.lower() in WORD_NAMES or len(words) > 1 or first != name:
            return True
        if not opens_sentence or first in self.proper:
            return True
        return first.lower() not in self.common and not _ABSTRACT.search(first)


def is_shared(name: str, people: Iterable[str]) -> bool:
    """Whether `name` is the first name of two of `people` or more ("Pete B" and "Pete K")."""
    namesakes = {other for other in people if other != name and other.split(" ")[0] == name}
    return len(namesakes) > 1


def people_in(speaker: str) -> list[str]:
    """The names in a speaker's: two people who speak together are told as the page tells them."""
    return _TOGETHER.split(speaker)


def bare(name: str) -> str:
    """`name` without a title: "Dr. Okafor" is "Okafor"."""
    match = _TITLED.match(name)
    return name[match.end() :] if match else name


def names(text: str, start: int, end: int) -> list[Name]:
    """Every run of capitalised words in `text[start:end]` that could be a name, cleaned."""
    found = (clean(text, match.start(), match.end()) for match in _NAME.finditer(text, start, end))
    return [name for name in found if name is not None]


def clean(text: str, start: int, end: int) -> Name | None:
    """The name within a run of capitalised words: "However Ana" and "Caregiver Ana" give Ana."""
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    while tokens and not _TITLED.match(text, tokens[0][0], end):
        if not _is_no_name(text[slice(*tokens[0])]):
            break
        tokens.pop(0)
    if _is_body(text, tokens):
        return None
    title = 1 if tokens and _TITLED.match(text, tokens[0][0], end) else 0  # words of a title
    while len(tokens) > title and _is_no_name(text[slice(*tokens[-1])]):
        if len(tokens) > title + 1 and tokens[-1][1] - tokens[-1][0] == 1:
            break  # an initial: "Bev L"
        tokens.pop()
    if len(tokens) <= title or _is_joined(text, tokens[title:]):
        return None
    display = " ".join(text[slice(*token)] for token in tokens)
    return Name(tokens[0][0], tokens[-1][1], display) if _has_shape(display) else None


def _is_no_name(word: str) -> bool:
    plain = word.strip(".,").lower().replace("'", "’")
    if plain in NOT_NAMES or plain in ROLE_NOUNS or plain.split("-")[0] in _ROLE_STEMS:
        return True
    stem, apostrophe, ending = plain.partition("’")
    return (
        bool(apostrophe) and stem in NOT_NAMES and ending in {"d", "ll", "m", "re", "ve", "s", "t"}
    )


_ROLE_STEMS = frozenset({"patient", "caregiver", "carer", "researcher", "clinician", "parent"})


def _is_body(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Whether a run of capitalised words names a body or a place: "Heron Lake Foundation"."""
    return any(_folded(text[slice(*token)]) in BODIES for token in tokens)


def _is_joined(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Whether a word that is no name stands within several capitalised words."""
    words = [_folded(text[slice(*token)]) for token in tokens]
    joining = (word for word in words if len(word) > 1 and not re.fullmatch(_PARTICLES, word))
    return len(words) > 1 and any(word in NOT_NAMES for word in joining)


def _folded(word: str) -> str:
    return word.strip(".,").lower().replace("'", "’")


def _has_shape(display: str) -> bool:
    """Whether a name has a lower-case letter somewhere, or is two capitals ("AJ")."""
    words = bare(display)
    return any(letter.islower() for letter in words) or len(words.replace(".", "")) == 2
