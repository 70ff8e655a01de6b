"""Whether an unquoted paragraph is somebody speaking, or the researchers writing about people.

Speech says "I", contracts, hesitates and addresses its listener; the researchers' narrative
reports ("participants told us") and does none of these. The score is a plain sum of such signs.
"""

from __future__ import annotations

import re

from partnerqa.corpus.quotation import quotations

_FIRST = re.compile(
    r"(?<![\w’'.])(?:I(?:[’'](?:m|ve|d|ll))?|me|my|mine|myself|[Jj]e|[Jj][’']|moi|[Mm]on|[Mm]a|[Mm]es|[Mm][’'])(?![\w.])"
)
_WE = re.compile(r"(?i)(?<![\w’'])(?:we(?:[’'](?:re|ve|d|ll))?|our|ours|us|nous|notre|nos|on)(?![\w’'])")
_SPOKEN = re.compile(
    r"(?i)(?<![\w’'])(?:you know|i mean|sort of|kind of|like,|um+|uh+|er|erm|yeah|yep|nope|oh|well,|gonna|wanna"
    r"|okay|ok|right\?|so,|anyway|actually|honestly|really|basically|’cause|[’']cause|it[’']s|that[’']s|there[’']s"
    r"|don[’']t|didn[’']t|can[’']t|couldn[’']t|wasn[’']t|isn[’']t|doesn[’']t|won[’']t|wouldn[’']t"
    r"|haven[’']t|aren[’']t|you[’'](?:re|ve|ll|d)|they[’'](?:re|ve|ll|d)|he[’']s|she[’']s|what[’']s|who[’']s|let[’']s"
    r"|you|your|yourself|mum|mom|dad|bloody|stuff|thing is|guys|ben|bah|hein|quoi|voilà|euh|ouais|enfin|vous|ça)(?![\w’'])"
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
    words = max(8, plain.count(" ") + 1)
    first = len(_FIRST.findall(plain))
    spoken = len(_SPOKEN.findall(plain))
    reported = len(_REPORTED.findall(plain))
    score = 3.0 * (first > 0) + 30.0 * first / words + 25.0 * spoken / words - 3.5 * reported
    if not first:
        score += 0.5 * (len(_WE.findall(plain)) > 0) - 1.0
        score -= 0.8 * len(_TOLD.findall(plain))
    return score


def sounds_spoken(text: str, *, expected: bool = False) -> bool:
    """Whether `text` is somebody speaking; `expected` after a caption, which speech follows."""
    return speech_score(text) > (-0.9 if expected else 1.0)
