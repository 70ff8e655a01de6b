"""Which language a message is written in, told from its commonest small words."""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

# Words that are frequent in one of the two languages and are no words of the other.
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        the and of to is are was were be been did do does what who how why when where which that
        this these those they them their he she his her it its you your we our my not with for from
        about anyone anybody someone people say said more else by at or if but have has had can
        could would should there than then so all any only just yes no thanks thank hello hi please
        """,
    )
)
FRENCH = frozenset(
    re.findall(
        r"\w+'?",
        """
        le la les des du un une et est sont était étaient été que qui quoi quel quelle quels quelles
        comment pourquoi quand où dans avec pour sur par pas ne ce cet cette ces ça cela ils elles
        il elle leur leurs son sa ses je tu nous vous mon ma mes votre vos notre nos au aux en
        gens dit disent plus autre autres encore seulement oui non merci bonjour salut
        c' d' j' l' m' n' qu' quelqu' s' t'
        """,
    )
)
WORD = re.compile(r"[^\W\d_]+['’]?")


def language_of(text: str, default: str = "en") -> Language:
    """English or French, whichever has more of its small words in `text`; else `default`."""
    english, french, _ = small_words(text)
    if english == french:
        return "fr" if default.lower().startswith("fr") else "en"
    return "fr" if french > english else "en"


def small_words(text: str) -> tuple[int, int, int]:
    """How many small words of English and of French are in `text`, and how many words at all."""
    words = [word.replace("’", "'") for word in WORD.findall(text.lower())]
    english = sum(word.strip("'") in ENGLISH for word in words)
    french = sum(word in FRENCH for word in words)
    return english, french, len(words)
