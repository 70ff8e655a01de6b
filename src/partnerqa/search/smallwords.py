"""Words that carry a question's grammar and politeness, not what it asks about.

They stand in every question and in few quotes, so rarity alone would take them for telling words.
Only the question is cleaned of them; nothing is ever taken out of a quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from partnerqa.search.filters import folded

_ENGLISH = """
a about above after again all also am an and any anybody anyone are as at be because been before
being below between both but by can could did do does doing down during each ever few for from
further had has have having he hello her here hers hi him his how i if in into is it its just know
like may me might more most my no nor not now of off ok okay on once only or other our ours out
over own people please said same say saying says she should so some somebody someone such tell
than thank thanks that the their theirs them then there these they this those through to too under
until up us very want was we were what when where which while who whom whose why will with would
yeah yes you your yours
"""
_FRENCH = """
a ai ainsi alors apres as au aussi autre autres aux avant avec avez avoir avons beaucoup bonjour c
ca car ce cela celles celui ces cet cette ceux chez comme comment d dans de des dire disent dit
donc du elle elles en encore es est et etaient etait etant ete etes etre eu eux fait font gens ici
il ils j je l la le les leur leurs lui m ma mais me meme merci mes moi mon n ne ni non nos notre
nous on ont ou oui par parle parlent pas peu peut peuvent plait plus pour pourquoi qu quand que
quel quelle quelles quelqu quels qui quoi s sa sans savoir se sera ses si sil son sont sous sur t
ta te tes toi ton tous tout toute toutes tres tu un une va vers veux voir vont vos votre vous y
"""
SMALL: dict[str, frozenset[str]] = {
    "en": frozenset(folded(_ENGLISH).split()),
    "fr": frozenset(folded(_FRENCH).split()),
}


def language_asked(words: Iterable[str], languages: Sequence[str]) -> str:
    """That one of `languages` whose small words most of `words`, folded ones, are.

    The first language wins a tie, and where none has a list.
    """
    spoken = list(words)
    return max(languages, key=lambda language: sum(word in small(language) for word in spoken))


def small(language: str) -> frozenset[str]:
    """The small words of `language`, folded; none for a language without a list."""
    return SMALL.get(language.split("-", maxsplit=1)[0].lower(), frozenset())
