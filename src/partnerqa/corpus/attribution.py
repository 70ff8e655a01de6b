"""From cues to attributions: names settled, pronouns resolved, roles stated, all with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.lexicon import ACTING, REPORTING_FR
from partnerqa.corpus.name import UPPER, Knowledge, Name, bare, names
from partnerqa.corpus.outline import Part, Piece
from partnerqa.corpus.person import role_in
from partnerqa.corpus.quotation import quotations
from partnerqa.corpus.role import role_beside, role_of_paragraph, stated_roles
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Attribution, Role, Span


@dataclass(frozen=True, slots=True)
class Page:
    """What attribution looks at: the text, its pieces, and what is known of its people."""

    text: str
    pieces: Sequence[Piece]
    knowledge: Knowledge


def attributions(page: Page, found: Sequence[Found]) -> list[Attribution]:
    """The attribution of each of `found`, which are in the order of the page."""
    settled: list[Attribution] = []
    for index, words in enumerate(found):
        settled.append(_attribution(page, found[:index], settled, words))
    return _with_roles(page, found, settled)


def _attribution(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], words: Found
) -> Attribution:
    cue = words.cue
    if cue is None:
        return _of_earlier_sentence(page, earlier, settled, words)
    if cue.people:
        return _named(page, cue, words)
    if cue.pronoun:
        return _of_pronoun(page, earlier, settled, words, cue)
    role = cue.unnamed.role if cue.unnamed else None
    return Attribution(None, role, cue.rule, (cue.evidence,), cue.confidence)


def _named(page: Page, cue: Cue, words: Found) -> Attribution:
    speaker = cue.people[0].display
    if len(cue.people) > 1:
        speaker = " ".join(page.text[cue.people[0].start : cue.people[-1].end].split())
    role = cue.unnamed.role if cue.unnamed else None
    rule = words.rule if words.rule == "split-quote" else cue.rule
    return Attribution(speaker, role, rule, (cue.evidence,), cue.confidence)


def _of_pronoun(
    page: Page,
    earlier: Sequence[Found],
    settled: Sequence[Attribution],
    words: Found,
    cue: Cue,
) -> Attribution:
    """A pronoun means the one person whom the paragraph has named before it, if there is one."""
    antecedent = _antecedent(page, earlier, settled, words, cue.evidence.start)
    if antecedent is None:
        return Attribution(None, None, f"{cue.rule}-pronoun", (cue.evidence,), cue.confidence)
    speaker, evidence = antecedent
    return Attribution(speaker, None, f"{cue.rule}-pronoun", (evidence, cue.evidence), 0.94)


def _antecedent(
    page: Page,
    earlier: Sequence[Found],
    settled: Sequence[Attribution],
    words: Found,
    position: int,
) -> tuple[str, Span] | None:
    start = words.context.start if words.context else position
    people = _mentioned(page, (*earlier, words), Span(start, position))
    speakers = {
        attribution.speaker: attribution.evidence[0]
        for other, attribution in zip(earlier, settled, strict=True)
        if attribution.speaker and other.span.start >= start
    }
    for name in people:
        speakers.setdefault(name.display, name.span)
    if not speakers:
        return _of_paragraph_above(page, earlier, settled, start)
    merged = _merged(speakers)
    return next(iter(merged.items())) if len(merged) == 1 else None


def _merged(speakers: dict[str, Span]) -> dict[str, Span]:
    """People under their fullest name: "Dr. Okafor" and "Okafor" are one on one page."""
    kept: dict[str, Span] = {}
    for name, span in speakers.items():
        longer = next((other for other in kept if bare(name) in bare(other).split()), None)
        if longer is None and bare(name) not in kept:
            kept[name] = span
    return kept


def _of_paragraph_above(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], start: int
) -> tuple[str, Span] | None:
    """The last speaker, when a paragraph that opens with a pronoun follows right on their words."""
    above = [piece for piece in page.pieces if piece.block.end <= start and piece.part is not Part.FURNITURE]
    if not above or above[-1].part not in {Part.NARRATIVE, Part.SPEECH} or not settled:
        return None
    last, attribution = earlier[-1], settled[-1]
    piece = above[-1]
    if attribution.speaker is None or not piece.block.start <= last.span.start < piece.block.end:
        return None
    others = {name.display for name in _mentioned(page, earlier, piece.span)}
    if others - {attribution.speaker}:
        return None
    return attribution.speaker, attribution.evidence[0]


def _mentioned(page: Page, earlier: Sequence[Found], span: Span) -> list[Name]:
    """The people named in `span` outside of quotes."""
    quoted = [other.span for other in earlier if other.span.end > span.start]
    found: list[Name] = []
    for name in names(page.text, span.start, span.end):
        if any(quote.covers(name.start) for quote in quoted) or _is_place(page, name):
            continue
        before = page.text[max(0, name.start - 2) : name.start].strip()
        opens = before == "" or before[-1] in ".!?”’:\"»"
        if opens and not page.knowledge.knows(name.display) and not _ACTS.match(page.text, name.end):
            continue
        if page.knowledge.is_person(name.display, opens_sentence=opens):
            found.append(name)
    return found


# After a name that opens a sentence: "Ana’s …", "Ana, who …", "Ana and Tom …", or a verb.
_ACTS = re.compile(rf"[’']s\b|,| (?:and|et) [{UPPER}]| (?:{'|'.join(sorted(ACTING | REPORTING_FR))})\b")


def _is_place(page: Page, name: Name) -> bool:
    """Whether a name stands as a place or body does: "in Toronto", "the Maple Trust"."""
    before = page.text[max(0, name.start - 6) : name.start].rstrip().lower().rpartition(" ")[2]
    if before in {"unlike", "besides"}:
        return True
    return before in {"in", "at", "the", "from", "across"} and not page.knowledge.knows(name.display)


def _of_earlier_sentence(
    page: Page, earlier: Sequence[Found], settled: Sequence[Attribution], words: Found
) -> Attribution:
    """Words without a cue of their own: whoever the sentence before them is alone about."""
    nobody = Attribution(None, None, words.rule, (), 0.9)
    if words.rule != "uncued" or words.context is None:
        return nobody
    before = sentences(page.text, words.context.start, words.span.start - 1)
    if not before:
        return nobody
    last = before[-1]
    if any(last.start <= other.span.start < last.end for other in earlier):
        previous = settled[-1]
        if previous.speaker and not _mentioned(page, earlier, Span(earlier[-1].span.end, words.span.start)):
            return Attribution(previous.speaker, None, "same-voice", previous.evidence, 0.91)
        return nobody
    people = {name.display: name.span for name in _mentioned(page, earlier, last)}
    if len(people) != 1:
        return nobody
    speaker, evidence = next(iter(people.items()))
    opens = evidence.start - last.start <= 20
    return Attribution(speaker, None, "earlier-sentence", (evidence,), 0.92 if opens else 0.8)


# --- roles ------------------------------------------------------------------------------------


def _with_roles(
    page: Page, found: Sequence[Found], settled: Sequence[Attribution]
) -> list[Attribution]:
    people = {name for attribution in settled if attribution.speaker for name in people_in(attribution.speaker)}
    spoken = {words.span.start for words in found if words.rule in {"block", "turn"}}
    written = [
        piece.span
        for piece in page.pieces
        if piece.part not in {Part.SPEECH, Part.FURNITURE, Part.QUESTION}
        and not any(piece.block.start <= start < piece.block.end for start in spoken)
    ]
    stated = stated_roles(page.text, written, people)
    return [
        _with_role(page, words, attribution, stated)
        for words, attribution in zip(found, settled, strict=True)
    ]


def people_in(speaker: str) -> list[str]:
    """The names in a speaker's: two people who speak together are told as the page tells them."""
    return _TOGETHER.split(speaker)


_TOGETHER = re.compile(r",? (?:and|et|&) ")


def _with_role(
    page: Page,
    words: Found,
    attribution: Attribution,
    stated: "dict[str, tuple[Role, Span]] | object",
) -> Attribution:
    if attribution.role is not None or attribution.speaker is None:
        return attribution
    told = _role_told(page, words, attribution, stated)
    if told is None:
        return attribution
    role, evidence = told
    return Attribution(
        attribution.speaker,
        role,
        attribution.rule,
        (*attribution.evidence, evidence),
        attribution.confidence,
    )


def _role_told(
    page: Page, words: Found, attribution: Attribution, stated: object
) -> tuple[Role, Span] | None:
    """Beside the name first, then of the group for which the speaker stands as an example."""
    assert attribution.speaker is not None
    roles = stated if isinstance(stated, dict) else {}
    beside = [roles.get(name) for name in people_in(attribution.speaker)]
    if beside and all(entry is not None and beside[0] is not None and entry[0] == beside[0][0] for entry in beside):
        return beside[0]
    if words.cue is not None:
        for name in words.cue.people:
            told = role_beside(page.text, name)
            if told is not None:
                return told
        about = role_in(page.text, words.cue.evidence.start, words.cue.evidence.end)
        if about is not None and words.cue.rule in {"dash", "parenthesis", "label", "caption-label", "topic-line"}:
            return about, words.cue.evidence
    return _role_of_context(page, words)


def _after_last_quotation(text: str, span: Span) -> Span:
    """The end of a paragraph that quotes others: what comes before speaks of them."""
    found = quotations(text, span.start, span.end).quotations
    long = [each for each in found if each.inner.end - each.inner.start > 40]
    return Span(long[-1].outer.end, span.end) if long else span


def _role_of_context(page: Page, words: Found) -> tuple[Role, Span] | None:
    if words.context is None:
        return None
    if words.rule == "block":
        return role_of_paragraph(page.text, _after_last_quotation(page.text, words.context))
    start = words.cue.evidence.start if words.cue else words.span.start
    stretch = Span(words.context.start, min(start, words.span.start))
    if stretch.end - stretch.start < 20:
        return None
    return role_of_paragraph(page.text, stretch, sentences_back=2)
