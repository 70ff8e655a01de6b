"""A page's heading turned into a question by a fixed frame, and the question turned back.

The heading keeps its own words, inside quotation marks, so nothing is put into other words.
"""

from __future__ import annotations

import re

from partnerqa.index.language import Language

# The frames, as a person wrote them. `unframed` also reads one that was typed by hand.
FRAMES: dict[Language, tuple[str, str]] = {
    "en": ("What do people say about “", "”?"),
    "fr": ("Qu’est-ce qu’on dit de « ", " » ?"),
}
TYPED_FRAMES = (
    re.compile(r"""what do people say about ["“](?P<heading>.+)["”] ?\??""", re.I | re.S),
    re.compile(
        r"""qu['’]est-ce qu['’]on dit de ["«“]\s?(?P<heading>.+?)\s?["»”]\s?\??""", re.I | re.S
    ),
)
# Headings that belong to the page, not to what people speak about.
FURNITURE = re.compile(
    r"""\W*(?:
        introduction|overview|background|contents?|summary|conclusions?|references?|sources?|
        about(?:\ (?:us|this\ .*|the\ (?:project|page|study|authors?)))?|acknowledge?ments?|
        last\ (?:updated|reviewed).*|review\ date.*|view\ profile|read\ more|see\ also|
        (?:please\ )?feel\ free\ to\ jump.*|jump\ to.*|on\ this\ page|in\ this\ (?:page|section)|
        further\ (?:reading|information)|more\ information|related\ (?:topics?|pages?|links?)|
        (?:useful\ )?links|resources|footnotes?|notes?|copyright.*|contact(?:\ us)?|share|print|
        transcript|quotes?|examples?|other|misc(?:ellaneous)?|
        sommaire|aperçu|contexte|résumé|références|voir\ aussi|lire\ la\ suite|
        pour\ (?:en\ savoir\ plus|aller\ plus\ loin)|à\ propos.*|remerciements|
        dernière\ mise\ à\ jour.*|sur\ cette\ page|liens(?:\ utiles)?|citations|exemples?|autres?
    )\W*""",
    re.I | re.X,
)


def is_furniture(heading: str) -> bool:
    """Whether a heading says nothing that anybody would ask about."""
    return FURNITURE.fullmatch(heading) is not None or not re.search(r"[^\W\d]{2}", heading)


def framed(heading: str, language: Language) -> str:
    """The question that asks for `heading`; a heading that is a question asks for itself."""
    heading = heading.strip()
    if heading.endswith("?"):
        return heading
    before, after = FRAMES[language]
    return f"{before}{heading}{after}"


def unframed(question: str) -> str | None:
    """The heading that a framed question asks for, or None for any other question."""
    for frame in TYPED_FRAMES:
        found = frame.fullmatch(question.strip())
        if found:
            return found["heading"].strip()
    return None


def same_heading(one: str, other: str) -> bool:
    """Whether two headings are the same words, whatever their case, marks and spaces."""
    return _plain(one) == _plain(other)


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", heading.casefold()))
