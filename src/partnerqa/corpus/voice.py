"""Whether an unquoted paragraph is somebody speaking, or the researchers writing about people.

Speech says "I", contracts, hesitates and addresses its listener; the researchers' narrative
reports ("participants told us") and does none of these. The score is a plain sum of such signs,
counted over the words of the paragraph in one pass.
"""

from __future__ import annotations

import re

from partnerqa.corpus.quotation import quotations

_READ = 2000  # characters: enough of a paragraph to hear its voice
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")

_I = frozenset("I I’m I’ve I’d I’ll I'm I've I'd I'll Je je J’ j’ J' j'".split())
_MY = frozenset("me my mine myself My moi Moi mon Mon mes Mes".split())
_WE = frozenset(
    "we our ours us we’re we’ve we’d we’ll we're we've we'd we'll nous notre nos on".split()
)
_SPOKEN = frozenset(
    "um umm uh er erm yeah yep nope oh gonna wanna okay ok anyway honestly basically you your "
    "yourself mum mom dad bloody stuff guys ben bah hein quoi voilà euh ouais enfin vous ça "
    "you’re you’ve you’d you’ll you're you've you'd you'll".split()
)
_CONTRACTED = frozenset(
    "really actually just never nobody everybody somebody it’s that’s there’s what’s who’s let’s "
    "he’s she’s here’s how’s they’re they’ve they’d they’ll it’d it’ll it's that's there's what's "
    "who's let's he's she's here's how's they're they've they'd they'll it'd it'll we’re we’ve "
    "we’d we’ll we're we've we'd we'll".split()
)
_NEGATED = ("n’t", "n't")
_TOLD = frozenset(
    "said says describe describes described explain explains explained reflects reflected recalls "
    "recalled felt feels wished highlight highlights noted mentioned suggests suggested believes "
    "finds knows".split()
)
# "j’ai": what must not stand before is looked at last, so that other letters are passed at once.
_FRENCH_I = re.compile(r"[Jj][’'](?<![\w’']..)(?=\w)", re.DOTALL)
_REPORT_WORDS = frozenset(
    "participants participant interviewees interviewed we people told tell tells asked many some "
    "several most both other few another partners section topic page example also nous plusieurs "
    "certains certaines beaucoup d’autres".split()
)
_REPORTED = re.compile(
    r"(?i)(?<![\w’'])(?:participants?|interviewees?|we (?:interviewed|spoke|heard|asked"
    r"|summari[sz]e|talked|describe|present|highlight|discuss)|people we"
    r"|(?:told|tell|tells|asked) us"
    r"|(?:many|some|several|most|both|other|few) (?:of (?:the|those) )?(?:people|participants"
    r"|patients?|partners|caregivers|carers|researchers|parents|women|men|clinicians)"
    r"|another (?:patient|caregiver|carer|participant|researcher|person|parent|woman|man|partner"
    r"|clinician)|(?:patient|caregiver) partners (?:also )?(?:said|felt|described|reflected|talked"
    r"|spoke)|in this (?:section|topic|page|summary)|on this page|for example,? [A-Z]|see also"
    r"|nous ont (?:dit|parlé|raconté|confié)|(?:plusieurs|certaine?s|beaucoup de|d’autres) "
    r"(?:personnes|participant|patient|aidant|chercheu))"
)


def speech_score(text: str) -> float:
    """How much `text` sounds spoken: above 0 it is more likely speech than narrative."""
    plain = _without_quotations(text[:_READ])
    tokens = _TOKEN.findall(plain)
    low = [token.lower() for token in tokens]
    words = max(12, len(tokens))
    first = _count(tokens, _I) + len(_FRENCH_I.findall(plain))
    spoken = _count(low, _SPOKEN)
    contracted = _count(low, _CONTRACTED) + len([t for t in low if t.endswith(_NEGATED)])
    score: float = 3.0 * (first > 0) + (30.0 * first + 15.0 * _count(tokens, _MY)) / words
    score += (25.0 * spoken + 12.0 * contracted) / words
    if not _REPORT_WORDS.isdisjoint(low):
        score -= 3.5 * len(_REPORTED.findall(plain))
    if not first:
        score += 0.5 * (not _WE.isdisjoint(low)) - 1.0 - 0.8 * _count(low, _TOLD)
    return score


def _count(tokens: list[str], words: frozenset[str]) -> int:
    return sum(map(words.__contains__, tokens))


def _without_quotations(text: str) -> str:
    """`text` with an ellipsis for every quotation in it: what is quoted has a voice of its own.

    A mark that nothing closes quotes to the end: the next paragraph may go on with it.
    """
    parts: list[str] = []
    start = 0
    scan = quotations(text, 0, len(text))
    for quotation in scan.quotations:
        parts.append(text[start : quotation.outer.start])
        start = quotation.outer.end
    end = scan.unclosed[-1] if scan.unclosed and scan.unclosed[-1] >= start else len(text)
    return "…".join((*parts, text[start:end]))
