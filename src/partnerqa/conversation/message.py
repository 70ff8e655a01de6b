"""Our own fixed texts, in English and in French: the third voice, never mixed with the others.

They say what was found and what was not. They never sum up, never say what "patients think",
and never put a word into anybody's mouth.
"""

from __future__ import annotations

from partnerqa.conversation.language import Language

TEXTS: dict[Language, dict[str, str]] = {
    "en": {
        "answered": "{people}. These are their own words.",
        "related": (
            "We found nobody who speaks about exactly this. What these people say comes near it."
        ),
        "not_covered": "Nobody in this collection speaks about that.",
        "not_covered_next": (
            "Nobody in this collection speaks about that. Here is what you could ask instead."
        ),
    },
    "fr": {
        "answered": "{people}. Voici leurs propres mots.",
        "related": (
            "Nous n’avons trouvé personne qui parle exactement de cela. "
            "Ce que disent ces personnes s’en approche."
        ),
        "not_covered": "Personne n’en parle dans cette collection.",
        "not_covered_next": (
            "Personne n’en parle dans cette collection. Voici ce que vous pourriez demander."
        ),
    },
}


def message(name: str, language: Language, **values: str) -> str:
    """The fixed text called `name`, with its blanks filled in."""
    return TEXTS[language][name].format(**values)
