"""Noun phrases for people: a name, a pronoun, or somebody unnamed with perhaps a role.

One grammar serves cues and captions, so that "another caregiver", "Claire, a patient-researcher,"
and "patient partner Karen" mean the same wherever they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerqa.corpus.lexicon import (
    NOT_PARTICIPANTS,
    NOT_PEOPLE,
    PEOPLE,
    RELATIONS,
    ROLE_NOUNS,
)
from partnerqa.corpus.name import LOWER, NAME, UPPER
from partnerqa.records import Role, Span

_DETERMINERS = (
    "one|another|an?|some|several|many|most|this|these|that|other|few|a few|two|three|four|all|both"
    "|the|no|every|each|certain|various|our|my|his|her|their|its|un|une|des|les?|la|certaine?s"
    "|plusieurs|d’autres|d'autres|quelques|ces?|cette|l’|l'|mon|ma|sa|son|leur|unnamed"
)
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+(?:[-/’'][^\W\d_]+)*")
_NOUNS = sorted(  # the longest first, so that "patient-partner" is not read as "patient"
    PEOPLE | RELATIONS | NOT_PARTICIPANTS | set(ROLE_NOUNS), key=lambda noun: (-len(noun), noun)
)

# "another patient partner", "one young woman", "some of the researchers", "her doctor".
GENERIC = (
    rf"(?<![\w’'-])(?:(?:{_DETERMINERS})[ \u00a0]?(?:of (?:the |our |their )?)?)"
    rf"(?:[{LOWER}{UPPER}’'/-]+ ){{0,4}}?"
    rf"(?:{'|'.join(_NOUNS)})"
    r"(?![\w’'-])(?: partners?| advisors?| advisers?| members?)?"
)
_BARE_NOUNS = (
    "[Ww]e|[Ii]nterviewers?|[Rr]esearchers|[Pp]atients|[Cc]aregivers|[Cc]arers|[Cc]linicians"
    "|[Pp]articipants|[Pp]arents|[Pp]eople|[Mm]embers|[Ff]amilies|[Nn]ous(?= av(?:ons|ions))"
    "|[Ww]omen|[Mm]en"
)
_ALONE = (
    "[Mm]ost|[Mm]any|[Ss]ome|[Oo]thers|[Ss]everal|[Ff]ew|[Bb]oth|[Ee]veryone|[Ee]verybody|[Nn]obody"
    "|[Nn]o one|[Ss]omebody|[Ss]omeone|[Oo]ne|[Aa]nother|[Ee]ach|[Cc]ertaine?s|[Pp]lusieurs"
    "|[Qq]uelqu’un|[Qq]uelqu'un|[Dd]’autres|[Dd]'autres|[Oo]n|[Tt]out le monde|[Bb]eaucoup"
)

# Somebody unnamed without a determiner: "researchers", "others", "somebody".
BARE = rf"(?<![\w’'-])(?:(?:{_BARE_NOUNS})(?: partners)?|{_ALONE})(?![\w’'-])"

# What is said of somebody between commas or in brackets: ", a patient partner", " (a nurse)".
APPOSITION = r"(?:,\s[^,;:“”«»\"\n]{2,160}(?=,)|\s\([^()\n]{1,80}\))"

# The subject of a clause, in the group that tells its kind: a pronoun, a noun phrase (perhaps
# with the name beside it, `named`), or one name or two.
_PRONOUN = r"(?<![\w’'-])(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]ls?|[Ee]lles?|[Ii]el)(?![\w’'-])"
_NAMED_BESIDE = rf"(?:(?:, | \()(?P<named>{NAME})(?:, [^(),]{{2,40}})?(?=[,)])\)?)?"
SUBJECT = (
    rf"(?:{_PRONOUN}"
    rf"|(?P<generic>(?i:{GENERIC})|{BARE}){_NAMED_BESIDE}"
    rf"|(?P<name>{NAME})(?:,? (?:and|et|&) (?P<second>{NAME}))?)"
)


@dataclass(frozen=True, slots=True)
class Generic:
    """The noun phrase at `span`, which stands for somebody.

    `role` is the role that it states, if any; `takes_part` is False for those who are no
    participants: interviewers, signs, a participant's relations.
    """

    span: Span
    role: Role | None
    takes_part: bool

    def moved(self, by: int) -> Generic:
        """The same noun phrase `by` characters further on in the text."""
        span = Span(self.span.start + by, self.span.end + by)
        return Generic(span, self.role, self.takes_part)


def generic(text: str, start: int, end: int) -> Generic:
    """What the noun phrase `text[start:end]` says of the person that it stands for."""
    words = [word.lower().replace("'", "’") for word in _WORD.findall(text[start:end])]
    outside = any(word in NOT_PARTICIPANTS for word in words)
    owned = bool(words) and (words[0] in _OWNED or any(word.endswith("’s") for word in words))
    related = owned and any(word in RELATIONS for word in words)
    return Generic(Span(start, end), role_in(text, start, end), not (outside or related))


_OWNED = frozenset("his her their my our its mon ma sa son leur".split())


def role_in(text: str, start: int, end: int) -> Role | None:
    """The role that a noun phrase states by its last role noun ("patient-researcher")."""
    found: Role | None = None
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower()
        if word[:2] in _ARTICLES:
            word = word[2:]
        if word in _JOINING and found is not None:
            return found  # "a caregiver and retired midwife": the first is what the page says
        role = ROLE_NOUNS.get(word)
        if word == "parent" and _PARTNER.match(text, match.end()):
            role = "caregiver"
        if role is not None and not _describes_a_thing(text, match.end()):
            found = role
    return found


_ARTICLES = frozenset({"l’", "l'", "d’", "d'"})
_JOINING = frozenset({"and", "et", "or", "of", "for", "de"})
_PARTNER = re.compile(r"[ -]partners?\b")
_NEXT_WORD = re.compile(r"[’']?s?\s+([^\W\d_]+)")


def _describes_a_thing(text: str, position: int) -> bool:
    """Whether the next word makes the role noun before it an adjective ("patient engagement")."""
    if text.startswith(("-researcher partnership", "/researcher"), position):
        return True
    following = _NEXT_WORD.match(text, position)
    return following is not None and following.group(1).lower() in NOT_PEOPLE
