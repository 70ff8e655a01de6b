"""Our own fixed texts, in English and in French: the third voice, never mixed with the others.

They say what was found and what was not. They never sum up, never say what "patients think",
and never put a word into anybody's mouth.
"""

from __future__ import annotations

from partnerqa.index.language import Language

TEXTS: dict[Language, dict[str, str]] = {
    "en": {
        "answered": "{people}. These are their own words.",
        "answered_more": "{people}. These are some of their own words; ask for more to read on.",
        "related": (
            "We are not sure that anybody here speaks about exactly this. "
            "These people come nearest."
        ),
        "not_covered": "Nobody in this collection speaks about that.",
        "not_covered_next": (
            "Nobody in this collection speaks about that. Here is what you could ask instead."
        ),
        "exhausted": (
            "You have now read everything that we found on this. "
            "You could look back at the quotes above, or ask something else."
        ),
        "exhausted_related": (
            "You have now read everything that we found on exactly this. "
            "What these people say comes near it."
        ),
        "shown_above": (
            "What answers this best stands above: you have read it already. "
            "What these people say comes near it."
        ),
        "all_above": (
            "What we found on this stands above: you have read it already. "
            "You could look back at the quotes there, or ask something else."
        ),
        "not_covered_within": (
            "We found nobody who speaks about that for: {filters}. "
            "You could ask everyone, or ask something else."
        ),
        "not_shown": "Only {count} quotes were shown last. Which of them do you mean?",
        "one_shown": "Only one quote was shown last. Do you mean that one?",
        "again": "Here it is again.",
        "untranslated": "What was said in another language stands here as it was said.",
        "untranslated_choice": (
            "What was said in another language stands here as it was said; "
            "to leave it out, ask “in English”."
        ),
        "dropped": (
            "We found nobody who speaks about that for: {filters}. So we looked without. "
            "These are other people."
        ),
        "thanks": "You are welcome. Ask again whenever you like.",
        "hello": "Hello. Ask a question, and you will read what people said in their own words.",
        "chat": "What would you like to know? You could ask one of these.",
    },
    "fr": {
        "answered": "{people}. Voici leurs propres mots.",
        "answered_more": (
            "{people}. Voici une partie de leurs propres mots ; "
            "demandez-en plus pour lire la suite."
        ),
        "related": (
            "Nous ne sommes pas sûrs que quelqu’un parle ici exactement de cela. "
            "Ces personnes s’en approchent le plus."
        ),
        "not_covered": "Personne n’en parle dans cette collection.",
        "not_covered_next": (
            "Personne n’en parle dans cette collection. Voici ce que vous pourriez demander."
        ),
        "exhausted": (
            "Vous avez maintenant lu tout ce que nous avons trouvé à ce sujet. "
            "Vous pouvez relire les citations plus haut, ou demander autre chose."
        ),
        "exhausted_related": (
            "Vous avez maintenant lu tout ce que nous avons trouvé exactement à ce sujet. "
            "Ce que disent ces personnes s’en approche."
        ),
        "shown_above": (
            "Ce qui y répond le mieux se trouve plus haut : vous l’avez déjà lu. "
            "Ce que disent ces personnes s’en approche."
        ),
        "all_above": (
            "Ce que nous avons trouvé à ce sujet se trouve plus haut : vous l’avez déjà lu. "
            "Vous pouvez relire ces citations, ou demander autre chose."
        ),
        "not_covered_within": (
            "Nous n’avons trouvé personne qui en parle pour : {filters}. "
            "Vous pouvez demander à tout le monde, ou demander autre chose."
        ),
        "not_shown": (
            "Seulement {count} citations ont été montrées en dernier. Laquelle voulez-vous dire ?"
        ),
        "one_shown": "Une seule citation a été montrée en dernier. Est-ce celle-là ?",
        "again": "La voici à nouveau.",
        "untranslated": ("Ce qui a été dit dans une autre langue reste ici comme cela a été dit."),
        "untranslated_choice": (
            "Ce qui a été dit dans une autre langue reste ici comme cela a été dit ; "
            "pour ne pas le voir, demandez « en français »."
        ),
        "dropped": (
            "Nous n’avons trouvé personne qui en parle pour : {filters}. "
            "Nous avons donc cherché sans. Voici d’autres personnes."
        ),
        "thanks": "Avec plaisir. Posez une autre question quand vous voulez.",
        "hello": (
            "Bonjour. Posez une question, et vous lirez ce que des personnes ont dit, "
            "dans leurs propres mots."
        ),
        "chat": "Que voudriez-vous savoir ? Vous pourriez demander ceci.",
    },
}


def message(name: str, language: Language, **values: str) -> str:
    """The fixed text called `name`, with its blanks filled in."""
    return TEXTS[language][name].format(**values)
