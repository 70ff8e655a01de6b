"""Quotations within the researchers' paragraphs: which are speech, and the cue beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.cue_beside import find_cue
from partnerqa.corpus.found import Found
from partnerqa.corpus.lexicon import REPORTING_FR, TERM_BEFORE
from partnerqa.corpus.line import Lines
from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.piece import Part, Piece
from partnerqa.corpus.place import Place
from partnerqa.corpus.quotation import Quotation, continued, incises, quotations
from partnerqa.corpus.sentence import sentences
from partnerqa.records import Fault, Span

_STOP = re.compile(r"[.!?…][\"”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIRST_PERSON = re.compile(
    r"(?<![\w’'])(?:I|I[’'](?:m|ve|d|ll)|me|my|we|us|our|you|je|j[’']|moi|nous|on)(?![\w])", re.I
)
_NEW_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_]+\s+[^\W\d_]+")
_I = re.compile(r"(?<![\w’'])(?:I(?:[’'](?:m|ve|d|ll))?|my|me|je|j[’']|mon|ma|mes)(?![\w])")
_LAST_WORDS = re.compile(r"([\w’'-]+)\W*$")
_TITLE_CUE = re.compile(
    r"(?i)\b(?:see(?: also| more)?|read more|more (?:about|on) .{0,60} in|voir(?: aussi)?)\b[^.]*$"
)
# Words before a quotation after which even a few words are what somebody said.
_SAYS = re.compile(r"\b(?:said|says|say|answered|replied|dit|répond)$")
_CALLED = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) (?:has |had )?called(?: it| this| that| them)?\s*$"
)
# Rules whose cue says outright that the words are somebody's, however few they are.
_BESIDE = frozenset({"owned-words", "words-of", "label", "parenthesis", "words-after", "dash"})
# What may stand between a quotation and the narrative before and after it.
_CLOSING = "”\"’'» \u00a0\u202f"
_OPENING = "“\"‘'« \u00a0\u202f\n"
_QUESTION = 8  # words: a question as short as this, with no cue, is hardly an answer
_LONG = 7  # words: a quotation as long as this is hardly a term


def inline(text: str, pieces: Sequence[Piece], knowledge: Knowledge) -> Iterator[Found]:
    """The speech in quotation marks of every narrative paragraph and caption, in order."""
    above: Piece | None = None
    quoted_to = 0
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        if piece.part in {Part.NARRATIVE, Part.CAPTION}:
            found = [each for each in _quoted(text, piece) if each.outer.start >= quoted_to]
            longer = _continued(text, piece, after)
            if longer is not None:
                found.append(longer)
                quoted_to = longer.outer.end
            yield from _of_paragraph(text, piece, found, above, knowledge)
        if piece.part is not Part.FURNITURE:
            above = piece


def _quoted(text: str, piece: Piece) -> list[Quotation]:
    return _split(text, quotations(text, piece.block.start, piece.block.end).quotations)


def _continued(text: str, piece: Piece, after: Piece | None) -> Quotation | None:
    """The quotation that runs on from a paragraph into the next one, if one does."""
    if after is None or after.part is not Part.NARRATIVE:
        return None
    return continued(text, piece.span, after.span)


def unbalanced(text: str, pieces: Sequence[Piece], path: str) -> Iterator[Fault]:
    """Quotation marks that nothing closes or opens, which a person should look at."""
    lines: Lines | None = None  # most pages have no such mark
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        if piece.part not in {Part.NARRATIVE, Part.CAPTION, Part.SPEECH}:
            continue
        if _continued(text, piece, after) is not None:
            continue
        scan = quotations(text, piece.block.start, piece.block.end)
        for position in (*scan.unclosed, *scan.unopened):
            lines = lines or Lines(text)
            mark = text[position]
            message = (
                f"the quotation mark {mark} has no partner; expected a pair. Add the other mark"
            )
            yield Fault(path, lines.at(position), "unbalanced-quotation-mark", message)


def _of_paragraph(
    text: str,
    piece: Piece,
    found: Sequence[Quotation],
    above: Piece | None,
    knowledge: Knowledge,
) -> Iterator[Found]:
    previous: Found | None = None
    for index, quotation in enumerate(found):
        place = _place(text, piece, found, index, knowledge)
        made = _found(place, quotation, piece, above)
        if made is None:
            continue
        made = _joined(text, previous, _introduced(text, piece, previous, made))
        if made.cue is None or made.cue.takes_part:
            yield made
        previous = made


def _introduced(text: str, piece: Piece, previous: Found | None, made: Found) -> Found:
    """`made` with the narrative that leads up to it, from the quote before it on."""
    start = previous.span.end if previous else piece.block.start
    while start < made.span.start and text[start] in _CLOSING:
        start += 1
    words = text[start : made.span.start].rstrip(_OPENING)
    if not words.strip(" ,.;:"):
        return made
    start += len(words) - len(words.lstrip())
    return replace(made, lead_in=Span(start, start + len(words.strip())))


def _split(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in guillemets parted where a reporting clause stands within them."""
    parts: list[Quotation] = []
    for each in found:
        clause = next(filter(_reports, incises(text, each)), None)
        parts.extend([each] if clause is None else _parted(text, each, clause))
    return parts


def _reports(clause: re.Match[str]) -> bool:
    """Whether the verb of a clause within guillemets is one of reporting."""
    words = clause["clause"].split()
    verb = (words[1] if words[0] in {"se", "nous", "a"} else words[0]).partition("-")[0]
    return (verb.partition("’")[2] or verb) in REPORTING_FR


def _parted(text: str, whole: Quotation, clause: re.Match[str]) -> list[Quotation]:
    """The words before the clause, with their comma, and those after it."""
    comma, after = clause.start(), clause.end("clause") + 1
    first = Quotation(Span(whole.outer.start, comma), Span(whole.inner.start, comma + 1), "«")
    words = text[after : whole.inner.end]
    if not words.strip():
        return [first]
    rest = Span(after + len(words) - len(words.lstrip()), whole.inner.end)
    return [first, Quotation(Span(rest.start - 1, whole.outer.end), rest, "«")]


def _place(
    text: str, piece: Piece, found: Sequence[Quotation], index: int, knowledge: Knowledge
) -> Place:
    quotation = found[index]
    start = found[index - 1].outer.end if index else piece.block.start
    end = found[index + 1].outer.start if index + 1 < len(found) else piece.block.end
    lead = _lead(text, Span(start, quotation.outer.start))
    tail = _tail(text, Span(quotation.outer.end, end))
    return Place(
        text=text,
        inner=quotation.inner,
        lead=lead,
        tail=tail,
        closed=_STOP.search(quotation.inner.of(text)[-3:]) is not None,
        introduces=index + 1 < len(found)
        and tail.end == end
        and not _STOP.search(tail.of(text).rstrip()),
        knowledge=knowledge,
    )


def _lead(text: str, before: Span) -> Span:
    """The part of the quotation's own sentence that stands before it."""
    parts = sentences(text, before.start, before.end)
    if not parts or _STOP.search(parts[-1].of(text)):
        return Span(before.end, before.end)
    return Span(parts[-1].start, before.end)


def _tail(text: str, after: Span) -> Span:
    """The part of the quotation's own sentence that stands after it, to the end of its line."""
    parts = sentences(text, after.start, after.end)
    if not parts:
        return Span(after.start, after.start)
    end = after.end if len(parts) == 1 else parts[0].end
    line = text.find("\n", after.start, end)
    return Span(after.start, line if line >= 0 else end)


def _found(place: Place, quotation: Quotation, piece: Piece, above: Piece | None) -> Found | None:
    """The words of a quotation if they are speech: a cue says so, or they are a whole utterance."""
    words = len(_WORD.findall(place.inner_words))
    if words == 0 or _is_title(place):
        return None
    cue = find_cue(place)
    if cue is None and above is not None and quotation.outer.start == piece.block.start:
        cue = _cue_above(place.text, above, place.knowledge)
    rule = "inline" if cue else "run-on" if _runs_on(place.inner_words) else "uncued"
    if cue is None and not _is_utterance(place, words):
        return None
    if cue is not None and _is_term(place, words, cue):
        return None
    return Found(quotation.inner, cue, rule, context=piece.span)


def _runs_on(words: str) -> bool:
    """Whether a whole utterance ends in a comma: somebody is named after it, in a way unknown."""
    return words[:1].isupper() and words.endswith((",", "—", "–"))


def _cue_above(text: str, above: Piece, knowledge: Knowledge) -> Cue | None:
    """The cue at the end of the paragraph above, for a quotation that is a paragraph itself."""
    if above.part is Part.CAPTION:
        return above.cue
    if above.part is not Part.NARRATIVE or not above.span.of(text).endswith(":"):
        return None
    lead = sentences(text, above.block.start, above.block.end)[-1]
    empty = Span(lead.end, lead.end)
    return find_cue(Place(text, empty, lead, empty, knowledge, closed=True))


def _is_title(place: Place) -> bool:
    """Whether the words are what something is called: "See also ‘page’", "the film ‘…’"."""
    lead = place.lead_words
    if _TITLE_CUE.search(lead[-120:]):
        return True
    last = _LAST_WORDS.search(lead.rstrip(" ,:(“‘\"'«"))
    term = last is not None and last.group(1).lower() in TERM_BEFORE
    if _CALLED.search(lead) and place.inner_words.count(" ") >= 3:
        return False  # "what he called “a bit of plain speaking”" is still how he put it
    return term and not lead.rstrip().endswith((":", ","))


def _is_utterance(place: Place, words: int) -> bool:
    """Whether words without a cue are still somebody's: a sentence or more, spoken."""
    inner = place.inner_words
    if words <= _QUESTION and inner.endswith("?"):
        return False  # one of a list of things to ask, or what nobody in particular asks
    if words >= 4 and _I.search(inner) and not _is_capitalised(inner):
        return True
    opens = inner[:1].isupper() and place.lead.start == place.lead.end
    if opens and ((place.closed and words >= 3) or (inner.endswith(",") and words >= 2)):
        return True  # a sentence of its own, or the first part of one
    if words < _LONG or _is_capitalised(inner):
        return False
    whole = inner[:1].isupper() and place.closed
    return whole or _FIRST_PERSON.search(inner) is not None


def _is_term(place: Place, words: int, cue: Cue) -> bool:
    """Whether a short run beside a cue is still only a term: "talked about ‘imposter syndrome’"."""
    inner = place.inner_words
    if words >= _LONG:
        return False
    if words > 1 and _is_capitalised(inner) and not place.closed:
        return True
    if words > 3 or cue.rule in _BESIDE:
        return False
    if cue.evidence.start >= place.inner.end - 1:
        runs_on = place.tail_words.lstrip()[:1] in {",", "—", "–"} or inner[-1:] in ",.?!…—–"
        return not runs_on
    return not (_announces(place, cue) or place.closed or _FIRST_PERSON.search(inner))


def _announces(place: Place, cue: Cue) -> bool:
    """Whether the words before the quotation leave nothing to come but what was said."""
    lead = place.lead_words.rstrip()
    if lead.endswith((",", ":")) and cue.rule not in {"introduced", "unnamed"}:
        return True
    return _SAYS.search(lead) is not None


def _is_capitalised(inner: str) -> bool:
    """Whether most words are capitalised, as in a title."""
    words = [word for word in _WORD.findall(inner) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _joined(text: str, previous: Found | None, found: Found) -> Found:
    """A later part of a split quote speaks with the voice of the part before it."""
    if previous is None:
        return found
    between = text[previous.span.end + 1 : found.span.start - 1]
    if found.cue is not None and not _only_repeats(previous, found):
        return found
    if previous.cue is None or not _is_bridge(previous, found, between):
        return found
    number = previous.utterance if previous.utterance is not None else previous.span.start
    return replace(
        found,
        cue=previous.cue,
        rule="split-quote",
        utterance=number,
        lead_in=previous.lead_in,
    )


def _only_repeats(previous: Found, found: Found) -> bool:
    """Whether both found the very same cue: the clause that stands between two parts."""
    one, two = previous.cue, found.cue
    if one is None or two is None:
        return False
    return one.evidence.start < two.evidence.end and two.evidence.start < one.evidence.end


def _is_bridge(previous: Found, found: Found, between: str) -> bool:
    """Whether nothing but the reporting clause, or nothing at all, stands between two parts."""
    if found.cue is not None or not between.strip():
        return True
    if previous.cue is None or previous.cue.evidence.start < previous.span.end:
        return False
    rest = between[max(0, previous.cue.evidence.end - previous.span.end - 1) :]
    return len(_WORD.findall(between)) <= 14 and not _NEW_SENTENCE.search(rest)
