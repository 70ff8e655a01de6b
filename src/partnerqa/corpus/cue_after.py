"""Cues after a quotation ("…,” she explained", "“…” (Karen)"), as small named rules.

A rule looks at the tail of a place for one form, and returns the cue that it found, or None. To
read a new convention, write one function and put it into `AFTER`, where the first that finds
something decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.lexicon import REPORTING_FR, SPEECH_NOUNS
from partnerqa.corpus.name import LOWER, NAME
from partnerqa.corpus.person import APPOSITION, SUBJECT
from partnerqa.corpus.place import Place
from partnerqa.corpus.subject import ADVERBS, VERB, is_reporting, people_in_groups, subject_cue
from partnerqa.records import Span

_SURE = 0.98  # of a clause that runs on from the words, and so must be theirs


def _confidence(place: Place) -> float | None:
    """How sure a clause after the words is theirs; None where it leads up to other words."""
    tail = place.tail_words.lstrip()
    if tail.startswith(",") or not place.closed or tail[:1].islower():
        return _SURE
    if place.introduces:
        return None
    ending = place.text[place.inner.end - 1 : place.inner.end]
    return 0.95 if ending in "?!…—–" else 0.8


# --- a name set apart -----------------------------------------------------------------------

_PARENTHESIS = re.compile(
    rf"\s*[,.;]?\s*[(\[]\s*(?:as |comme )?(?:{SUBJECT})(?P<about>[,;:] [^()\[\]\n]{{1,80}}"
    rf"| (?:told us|put it|said|says|explained|nous a dit|l’a dit))?\s*[)\]]"
)
_DASH = re.compile(
    rf"\s*[—–―-]{{1,2}}\s*(?:{SUBJECT})(?P<about>,? [^\n.]{{1,80}}|\s\([^()\n]+\))?\s*\.?\s*$"
)
_NAME_ALONE = re.compile(rf"\s+(?P<name>{NAME})(?P<about>, [^\n.]{{1,60}})?\s*$")


def parenthesis(place: Place) -> Cue | None:
    """As in "“…” (Karen)", "“…” [Dave G, patient partner]"."""
    match = _PARENTHESIS.match(place.text, place.tail.start, place.tail.end)
    return subject_cue(place, match, "parenthesis", 0.97) if match else None


def dash(place: Place) -> Cue | None:
    """As in "“…” — Nkechi, patient partner" at the end of a paragraph."""
    match = _DASH.match(place.text, place.tail.start, place.tail.end)
    ends_line = place.text[place.tail.end : place.tail.end + 1] in {"", "\n"}
    if match is None and place.lead.start == place.lead.end and ends_line:
        match = _NAME_ALONE.match(place.text, place.tail.start, place.tail.end)
    return subject_cue(place, match, "dash", 0.97) if match else None


# --- somebody's own words -------------------------------------------------------------------

_OWNED_WORDS = re.compile(
    r"[,;]?\s*(?:as|comme|to quote|to borrow|in|dans|en|with|were|was|is|selon)?\s*"
    rf"(?:les mots de )?(?P<name>{NAME})[’'](?:s\b)?(?: own)?"
    rf"(?: [{LOWER}-]+){{0,2}}? (?:{'|'.join(sorted(SPEECH_NOUNS))})\b"
)
_WORDS_OF = re.compile(
    r"[,;]?\s*(?:in the words of|according to|to quote|selon|d’après|were the words of"
    r"|was how|is how|comme le (?:dit|disait|résume|raconte|rappelle|souligne))"
    rf"\s*(?:{SUBJECT})"
)


def words_after(place: Place) -> Cue | None:
    """As in "“…”, in Shayne’s words", "“…”, according to Maria"."""
    if _confidence(place) != _SURE:
        return None
    match = _OWNED_WORDS.match(place.text, place.tail.start, place.tail.end)
    people = people_in_groups(place, match, "name", placed=True) if match else ()
    if match and people:
        return Cue("words-after", Span(match.start(), match.end()), 0.97, people)
    match = _WORDS_OF.match(place.text, place.tail.start, place.tail.end)
    return subject_cue(place, match, "words-after", 0.97, placed=True) if match else None


# --- a reporting clause ---------------------------------------------------------------------

_SUBJECT_FIRST = re.compile(
    rf"[,.]?\s*(?:[–—-]\s*)?(?:as |comme )?{SUBJECT}{APPOSITION}{{0,2}},?[ \u00a0]{ADVERBS}{VERB}"
    r"(?![\w’'-])"
)
_VERB_FIRST = re.compile(
    r"[,.]?\s*(?:comme |ainsi |as |de )?(?:l’|le |s’|se |nous |m’)?"
    rf"(?:a |ont |avait |had |has )?(?P<verb>[{LOWER}]+)[ \u00a0]"
    rf"(?:to us |us |la |le |l’)?{SUBJECT}"
)
_INVERTED = re.compile(
    r"[,.]?\s*(?:s’|se |nous |m’)?"
    r"(?:(?P<aux>a|ont|avait|est|s’est)(?:-t)?-(?P<who1>ils?|elles?)\s)?"
    rf"(?P<verb>[{LOWER}]+?)(?:(?:-t)?-(?P<who2>ils?|elles?))?(?![\w-])"
)


def verb_after(place: Place) -> Cue | None:
    """As in "…,” she explained", "…,” recalled Karen", "…,” as Emma put it", « …, dit-elle »."""
    confidence = _confidence(place)
    if confidence is None:
        return None
    match = _SUBJECT_FIRST.match(place.text, place.tail.start, place.tail.end)
    if match and (is_reporting(match["verb"]) or (confidence == _SURE and _is_past(place, match))):
        return subject_cue(place, match, "verb-after", confidence)
    match = _VERB_FIRST.match(place.text, place.tail.start, place.tail.end)
    if match and is_reporting(match["verb"]):
        return subject_cue(place, match, "verb-after", confidence)
    return _inverted(place, confidence)


def _inverted(place: Place, confidence: float) -> Cue | None:
    """As in « …, a-t-elle dit », « …, explique-t-il »."""
    match = _INVERTED.match(place.text, place.tail.start, place.tail.end)
    pronoun = (match["who1"] or match["who2"]) if match else None
    if match is None or match["verb"] not in REPORTING_FR or pronoun is None:
        return None
    return Cue("verb-after", Span(match.start(), match.end()), confidence, pronoun=pronoun)


def _is_past(place: Place, match: re.Match[str]) -> bool:
    """Whether a clause right after a comma has any verb in the past: "…,” she assured us"."""
    ends = place.text[place.inner.end - 1] == "," or place.text[match.start()] == ","
    return ends and match["generic"] is None and match["verb"].endswith("ed")


AFTER: tuple[Callable[[Place], Cue | None], ...] = (parenthesis, words_after, verb_after, dash)
