"""Whether an unquoted paragraph is somebody speaking, or the researchers writing about people.

Speech says "I", contracts, hesitates and addresses its listener; the researchers' narrative
reports ("participants told us") and does none of these. The score is a plain sum of such signs.
"""

from __future__ import annotations

import re

from partnerqa.corpus.quotation import quotations

_I = re.compile(r"(?<![\w’'.])(?:I(?:[’'](?:m|ve|d|ll))?(?!\w)|[Jj]e(?!\w)|[Jj][’'](?=\w))")
_MY = re.compile(r"(?<![\w’'.])(?:me|my|mine|myself|moi|[Mm]on|[Mm]es|[Mm][’'])(?!\w)")
_WE = re.compile(r"(?i)(?<![\w’'])(?:we(?:[’'](?:re|ve|d|ll))?|our|ours|us|nous|notre|nos|on)(?![\w’'])")
_SPOKEN = re.compile(
    r"(?i)(?<![\w’'])(?:you know|i mean|sort of|kind of|like,|um+|uh+|er|erm|yeah|yep|nope|oh|well,"
    r"|gonna|wanna|okay|ok|right\?|so,|anyway|honestly|basically|’cause|[’']cause|you|your|yourself"
    r"|mum|mom|dad|bloody|stuff|thing is|guys|ben|bah|hein|quoi|voilà|euh|ouais|enfin|vous|ça)(?![\w’'])"
)
_CONTRACTED = re.compile(
    r"(?i)\b(?:it|that|there|what|who|let|he|she|here|how)[’']s\b|n[’']t\b|\b(?:you|they|we|he|she|it)[’'](?:re|ve|ll|d)\b"
    r"|\b(?:really|actually|just|never|nobody|everybody|somebody)\b"
)
_REPORTED = re.compile(
    r"(?i)(?<![\w’'])(?:participants?|interviewees?|we (?:interviewed|spoke|heard|asked|summari[sz]e|talked|describe|present"
    r"|highlight|discuss)|people we|(?:told|tell|tells|asked) us|(?:many|some|several|most|both|other|few) (?:of (?:the|those) )?"
    r"(?:people|participants|patients?|partners|caregivers|carers|researchers|parents|women|men|clinicians)"
    r"|another (?:patient|caregiver|carer|participant|researcher|person|parent|woman|man|partner|clinician)"
    r"|(?:patient|caregiver) partners (?:also )?(?:said|felt|described|reflected|talked|spoke)"
    r"|in this (?:section|topic|page|summary)|on this page|for example,? [A-Z]|see also|nous ont (?:dit|parlé|raconté|confié)"
    r"|(?:plusieurs|certaine?s|beaucoup de|d’autres) (?:personnes|participant|patient|aidant|chercheu))"
)
_TOLD = re.compile(
    r"(?<![\w’'])(?:said|says|describes?|described|explains?|explained|reflect(?:s|ed)|recall(?:s|ed)|felt|feels"
    r"|wished|highlights?|noted|mentioned|suggests?|suggested|believes?|finds|knows)(?![\w’'])"
)


_READ = 4000  # characters: enough of a paragraph to hear its voice


def _without_quotations(text: str) -> str:
    """`text` with an ellipsis for every quotation in it: what is quoted has a voice of its own."""
    parts: list[str] = []
    start = 0
    for quotation in quotations(text, 0, len(text)).quotations:
        parts.append(text[start : quotation.outer.start])
        start = quotation.outer.end
    return "…".join((*parts, text[start:]))


def speech_score(text: str) -> float:
    """How much `text` sounds spoken: above 0 it is more likely speech than narrative."""
    plain = _without_quotations(text[:_READ])
    words = max(12, plain.count(" ") + 1)
    first, mine = len(_I.findall(plain)), len(_MY.findall(plain))
    score = 3.0 * (first > 0) + (30.0 * first + 15.0 * mine) / words
    score += (25.0 * len(_SPOKEN.findall(plain)) + 12.0 * len(_CONTRACTED.findall(plain))) / words
    score -= 3.5 * len(_REPORTED.findall(plain))
    if not first:
        score += 0.5 * (len(_WE.findall(plain)) > 0) - 1.0
        score -= 0.8 * len(_TOLD.findall(plain))
    return score


def sounds_spoken(text: str, *, expected: bool = False) -> bool:
    """Whether `text` is somebody speaking; `expected` after a caption, which speech follows."""
    return speech_score(text) > (-0.9 if expected else 1.0)
