"""What a page says a speaker is: beside the name, or of the group that the name is an example of.

A role is taken only from the researchers' words or the roster, never from what a quote is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from partnerqa.corpus.lexicon import REPORTING, REPORTING_FR, ROLE_NOUNS
from partnerqa.corpus.name import LOWER, Name
from partnerqa.corpus.person import role_in
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Role, Span

# What may stand after a name: an apposition, a bracket, or what somebody is.
_AFTER = re.compile(
    r"(?:,\s(?P<clause>[^,.;:“”«»\n]{2,110})(?=[,.;:“\n]|$)|\s\((?P<bracket>[^()\n]{2,90})\)"
    r"|\s(?:is|was|works as|worked as|has been|est|était|travaille comme)"
    r"\s(?P<is>(?:an?|the|one of|also an?|une?|la|le)\s[^,.;:“”\n]{2,60}))"
)
_SENTENCE_OF_ITS_OWN = re.compile(
    r"(?:an?|the|one|une?|la|le|les) (?:(?!who|qui|that|whose)[^\W\d_][\w’'-]*\s){1,5}?"
    r"(?:should|must|can|could|will|would|ought|needs?|doit|peut)\b"
)
_PREDICATE = re.compile(
    r"(?:, [^,.;]{2,60},)? (?=(?:is|was|has|had|lives|lived|looks|looked|cares|cared|takes|took"
    r"|leads|led|runs|vit|s’occupe|s’occupait)\b)(?P<does>[^.;:“”«»\n]{4,120})"
)
_WHO = re.compile(
    r"(?:who|qui)\s+(?:(?:is|was|works as|worked as|has been|est|était)"
    r"\s+(?:an?|the|also an?|une?)\s+(?P<noun>.+)|(?P<does>.+))$"
)

# What caregivers do.
_CARES = re.compile(
    r"\b(?:(?<!employed to )look(?:s|ed|ing)? after"
    r"(?! (?:the )?(?:partners|participants|patients|volunteers|members))"
    r"|t(?:ake|akes|ook|aking) care of|helps? (?:to )?care for"
    r"|car(?:e|es|ed|ing) (?:full[- ]time )?for|(?:family )?(?:carer|caregiver) (?:for|of|to)"
    r"|(?:has )?support(?:s|ed|ing)? (?:his|her|their) (?!team|colleagues)\w+"
    r"|s’occup(?:e|ait) de|prend soin de|prenait soin de|accompagn(?:e|ait) (?:son|sa|ses)"
    r"|aide (?:son|sa|ses))\b"
)

# What researchers do, and what they are called.
_LEADS = re.compile(
    r"\b(?:(?:leads?|led|runs?|ran|directs?|heads?|leading|running)"
    r" (?:the|a|an|one of the|several|her own|his own)\b.{0,40}"
    r"\b(?:study|studies|team|trial|trials|lab|laboratory|project|research|unit)"
    r"|principal investigator|does (?:\w+ )?research"
    r"|dirige (?:une?|le|la|l’).{0,30}(?:étude|équipe|laboratoire|recherche))\b"
)
_RESEARCHES = re.compile(
    r"(?i)\b(?:(?:post-?doctoral|doctoral|phd|ph\.d\.|graduate|master[’']s)"
    r" (?:student|fellow|candidate|researcher)"
    r"|research (?:associate|assistant|coordinator|co-ordinator|manager|fellow|director|lead"
    r"|team lead)"
    r"|director of research|co-?investigator|co-?applicant|étudiante? au doctorat"
    r"|professionnelle de recherche)s?\b"
)

# What patients have and do.
_DISEASE = (
    r"(?:\w*cancer|\w*fibrosis|diabetes|lupus|\w*sclerosis|\w*arthritis|asthma|epilepsy|depression"
    r"|covid|stroke|parkinson[’']s|disease|syndrome|disorder|(?:heart|kidney|liver) failure"
    r"|transplant|dialysis|condition|illness|migraines?|endometriosis|sickle cell|psoriasis|copd"
    r"|fibromyalgia|leuk[ae]+mia|lymphoma|aphasia|hiv"
    r"|maladie|diabète|sclérose|polyarthrite|épilepsie|insuffisance)"
)
_KIN = (
    r"(?:sons?|daughters?|husband|wife|mother|father|child|children|partner|brother|sister|parents?"
    r"|patients|people)"
)
_LIVES_WITH = re.compile(
    # "has had rheumatoid arthritis", but not "has a son with epilepsy"
    r"\b(?:has|had|with|for|lives with|living with|recovering from|survived|atteinte?|avec|pour)\b"
    rf"(?:(?! {_KIN}) [\w’'-]+){{0,4}}? {_DISEASE}\b|"
    # "lives with MS"
    r"\b(?:has|had|has had|vit avec|lives with|living with) [A-Z]{2,5}\b|\best dialysée?\b|"
    # "lives with constant pain", but not "lives with her sister"
    r"\b(?:(?:liv(?:es|ed|ing)|has been living) with"
    r" (?!(?:her|his|their|two|three|roommates?|friends|a friend)\b)"
    r"|(?:was|been|is) diagnosed with|had a (?:heart|kidney|liver|lung) transplant|on dialysis"
    r"|has had .{2,40}(?:all (?:his|her|their) life|since)\b"
    r"|vit avec (?:une?|le|la|l’)|vivant avec|atteinte? d)"
)
# What hangs on a relation is said of the relation: "whose son has", "a father of twins with".
_OF_KIN = re.compile(
    rf"\b(?:his|her|their|whose|sa|son|dont) (?:\w+ )?{_KIN}\b"
    r"|\b(?:father|mother|parent|mum|mom|dad|wife|husband|sister|brother|daughter|son)"
    r" (?:of|to|whose)\b"
)

# The parts of a noun phrase and of a sentence.
_ALSO = re.compile(r"\b(?:and|also|et) (?:an?|une?) ([^,]+)")
_HEAD_ENDS = re.compile(
    r"\b(?:who|whose|with|from|in|at|on|for|of|to|that|which|and his|and her|but|qui|avec|de|du"
    r"|dans|à|en|au)\b"
)
_OTHER_CLAUSE = re.compile(r"(?i)whose|which|where|when|and|but|then\b|dont\b")
_FIRST_WORDS = re.compile(r"[^,;:]*")
_OPENERS = re.compile(
    r"(?i)^(?:(?:for (?:example|instance)|as well|also|however|similarly|in addition"
    r"|on the other hand|at the same time|in contrast|likewise|moreover|still|yet|but|and"
    r"|par exemple|de même|aussi|en revanche|cependant),?\s+)+"
)
_WORD = re.compile(rf"[^\W\d_]+(?:[-’'/][{LOWER}]+)*")
_LOWERCASE = frozenset(" ,abcdefghijklmnopqrstuvwxyz")
_LINKING = frozenset("like such as including named called comme nommé nommée".split())
_HELPERS = frozenset("partner partners advisor adviser member partenaire".split())
_POSSESSIVES = frozenset("her his their my our".split())
_AUXILIARIES = frozenset(
    "is are was were has have had do does did can could will would should might must may que qui "
    "who that est sont était étaient ont avait avaient with".split()
)


def role_beside(text: str, name: Name) -> tuple[Role, Span] | None:
    """The role that stands with a name: "Tomasz, who looks after his father,", "caregiver Ana"."""
    return _after(text, name) or _doing(text, name) or _before(text, name)


def _doing(text: str, name: Name) -> tuple[Role, Span] | None:
    """As in "Wolfgang has been caring for his wife", "Tariq lives with sickle cell disease"."""
    match = _PREDICATE.match(text, name.end)
    if match is None:
        return None
    role = "caregiver" if _CARES.search(match["does"]) else _role_of_doing(match["does"])
    return (role, Span(name.start, match.end())) if role else None


def _after(text: str, name: Name) -> tuple[Role, Span] | None:
    """As in "Claire, a patient-researcher, …", "Ana (caregiver)", "Ana was one of the nurses"."""
    match = _AFTER.match(text, name.end)
    if match is None:
        return None
    clause = match["clause"] or match["bracket"] or match["is"]
    if match["clause"] and _SENTENCE_OF_ITS_OWN.match(clause):
        return None  # "According to Ana, a research coordinator should carry cash."
    role = role_of_description(clause)
    return (role, Span(name.start, match.end())) if role else None


def role_of_description(clause: str) -> Role | None:
    """The role in an apposition: "a patient partner", "who looks after his father"."""
    clause = clause.strip()
    if _CARES.search(clause):
        return "caregiver"
    who = _WHO.match(clause)
    if who is not None:
        noun = who["noun"]
        also = _ALSO.search(clause)
        role = _head_role(noun) if noun else _head_role(also.group(1)) if also else None
        return role or _role_of_doing(clause)
    if _OTHER_CLAUSE.match(clause):
        return None
    return _head_role(clause) or _role_of_doing(clause)


def _role_of_doing(clause: str) -> Role | None:
    """The role of somebody "who leads a study" or "who lives with diabetes"."""
    if _LEADS.search(clause):
        return "researcher"
    if _OF_KIN.search(clause):
        return None
    return "patient" if _LIVES_WITH.search(clause) else None


def _head_role(phrase: str) -> Role | None:
    """The role of the noun phrase itself, not of what hangs on it ("a mother of a patient")."""
    if _RESEARCHES.search(phrase):
        return "researcher"
    head = _HEAD_ENDS.split(phrase, maxsplit=1)[0]
    return role_in(head, 0, len(head))


def _before(text: str, name: Name) -> tuple[Role, Span] | None:
    """As in "patient partner Karen", "her fellow caregivers, such as Ana"."""
    before = text[max(0, name.start - 2) : max(0, name.start - 1)]
    if not (before.islower() or before == ","):
        return None
    start = max(0, name.start - 60)
    words = [
        (match.group().lower(), match.start()) for match in _WORD.finditer(text, start, name.start)
    ]
    while words and words[-1][0] in _LINKING:
        words.pop()
    between = text[words[-1][1] + len(words[-1][0]) : name.start] if words else "."
    if not set(between) <= _LOWERCASE:
        return None
    near = [word for word, _ in words[-3:]]
    at = -2 if len(near) > 1 and near[-1] in _HELPERS else -1
    role = ROLE_NOUNS.get(near[at])
    if role is None or not _POSSESSIVES.isdisjoint(near[:at]):
        return None
    return role, Span(words[at][1], name.end)


def role_of_group(text: str, span: Span) -> Role | None:
    """The role of the people that a sentence is about: "Some patient partners said …"."""
    sentence = _OPENERS.sub("", span.of(text))
    opening = _FIRST_WORDS.match(sentence)
    subject = _up_to_verb(opening.group() if opening else "")
    roles = {
        role
        for match in _WORD.finditer(subject)
        if (role := role_in(subject, match.start(), match.end() + 1)) is not None
    }
    return roles.pop() if len(roles) == 1 else None


def _up_to_verb(words: str) -> str:
    """The words up to the first verb; the first nine where there is none among them."""
    for count, match in enumerate(_WORD.finditer(words)):
        word = match.group().lower()
        if count >= 9 or word in REPORTING or word in REPORTING_FR or word in _AUXILIARIES:
            return words[: match.start()]
    return words


def role_of_paragraph(text: str, span: Span, sentences_back: int = 3) -> tuple[Role, Span] | None:
    """The role of the group that the last sentences of a paragraph are about."""
    for sentence in reversed(sentences(text, span.start, span.end)[-sentences_back:]):
        role = role_of_group(text, sentence)
        if role is not None:
            return role, sentence
    return None


def stated_roles(
    text: str, spans: Iterable[Span], people: Iterable[str]
) -> Mapping[str, tuple[Role, Span]]:
    """For each of `people` the role that the page states beside their name, where it is but one."""
    names = sorted(people, key=lambda name: (-len(name), name))
    if not names:
        return {}
    pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    found: dict[str, dict[Role, Span]] = {}
    for span in spans:
        for match in pattern.finditer(text, span.start, span.end):
            beside = role_beside(text, Name(match.start(), match.end(), match.group()))
            if beside is not None:
                found.setdefault(match.group(), {}).setdefault(*beside)
    return {name: next(iter(roles.items())) for name, roles in found.items() if len(roles) == 1}
