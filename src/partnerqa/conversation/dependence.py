"""Whether a message says by itself what it is about, or leans on what was said before.

A message leans if it points back ("was it put right?", "how did she cope?") or holds nothing of its
own ("how come?"). A bare scrap of one or two words that is no clause ("travel costs") may lean:
that is for `followup` to say, which holds it against the thread. Everything else stands alone, and
then nothing at all is carried over.
"""

from __future__ import annotations

import re

from partnerqa.conversation.pattern import phrases, plain

# Words that say nothing about the subject of a question.
EMPTY = frozenset(
    plain(
        """
        a an the and or but so of to in on at for with by from as about into out up down off over
        if then than because while not no nor any some all more most much many very just also only
        too really like quite even ever still yet though tho exactly
        now again well oh ok okay please thanks thank
        is are was were be been being am isnt arent wasnt werent do does did dont doesnt didnt can
        could cant couldnt will would wont wouldnt should shall may might must have has had having
        i im ive id you your yours we our ours us me my mine he him his she her hers it its they
        them their theirs this that these those there here one ones both such same other others
        another else what who whom whose which how why when where whats whos hows get got give
        tell show explain know want need mean say says said talk talks speak go going come thing
        things something anything everything happen happened happens people person persons anyone
        anybody someone somebody everyone everybody nobody way lot bit kind sort
        le la les l un une des du de d au aux en y et ou mais donc or ni car a dans par pour sur
        sous avec sans chez vers entre que quoi qui quel quelle quels quelles comment pourquoi
        quand ou combien ce cet cette ces ca cela ceci se sa son ses leur leurs mon ma mes ton ta
        tes notre nos votre vos je tu il elle on nous vous ils elles me te lui eux moi toi ne
        pas plus moins tres trop bien aussi encore deja tout tous toute toutes autre autres meme
        est sont etait etaient etre ete ai as avons avez ont avait avaient fait faire dit disent
        dire parle parlent est ce qu quelqu quest quon quil quelle quils cest jai personne
        personnes gens chose choses raison rien oui non si merci svp
        """
    ).split()
)


ENOUGH = 3
"""Words of substance with which a message says by itself what it is about."""

NO_LETTERS = re.compile(r"[\W_]+")
# "They'd" is "they": what is left out says nothing about whom it stands for.
CONTRACTED = re.compile(r"\b(they|he|she|it|that)['’](?:d|re|ve|ll|s)\b", re.IGNORECASE)


def content_words(message: str) -> list[str]:
    """The words of `message` that say what it is about, in plain letters."""
    return [word for word in spaced(message).split() if word not in EMPTY and len(word) > 1]


def points_back(message: str) -> bool:
    """Whether `message` has a word that stands for something said before it.

    Where enough words of substance stand before such a word, it stands for one of those.
    """
    own = said_before_pointing(message)
    return own is not None and own < ENOUGH


def said_before_pointing(message: str) -> int | None:
    """How many words of substance stand before the first word that points back, if any does."""
    if not _places("pointing", _bare(message)):  # so for most: what is idle need not be looked for
        return None
    bare = _without_idle(_bare(message))
    places = _places("pointing", bare)
    return len(content_words(bare[: min(places)])) if places else None


def points_firmly(message: str) -> bool:
    """Whether what was said before is what `message` is about, however much else it says."""
    return bool(_places("pointing-firmly", _without_idle(_bare(message))))


def _places(name: str, bare: str) -> list[int]:
    """Where each of the patterns called `name` is found first in the plain line `bare`."""
    return [match.start() for pattern in phrases(name) if (match := pattern.search(bare))]


def _bare(message: str) -> str:
    return spaced(CONTRACTED.sub(r"\1", message))


def _without_idle(bare: str) -> str:
    """The plain line `bare` without words that only look as if they pointed back."""
    for pattern in (*phrases("idle"), *phrases("bound")):
        bare = pattern.sub(" ", bare)
    return bare


def is_clause(message: str) -> bool:
    """Whether `message` is built as a whole question."""
    bare = without_politeness(spaced(message))
    return any(pattern.search(bare) for pattern in phrases("clause"))


def stands_alone(message: str) -> bool:
    """Whether `message` says by itself what it is about."""
    words = content_words(without_politeness(spaced(message)))
    if not words or points_back(message):
        return False
    return len(words) >= ENOUGH or is_clause(message)


def without_politeness(bare: str) -> str:
    """The plain message `bare` without the thanks and sighs that it begins with."""
    return shed("polite", bare)


def shed(name: str, line: str) -> str:
    """The plain `line` once none of the patterns called `name` can be taken off any more."""
    before = None
    while before != line:
        before = line
        for pattern in phrases(name):
            line = pattern.sub("", line, count=1)
    return line


def spaced(message: str) -> str:
    """The plain letters of `message` with single spaces and no marks."""
    return NO_LETTERS.sub(" ", plain(message)).strip()
