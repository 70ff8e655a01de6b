"""The cue beside a quotation: the rules before it and after it, asked in the likelier order."""

from __future__ import annotations

import re

from partnerqa.corpus.cue import Cue
from partnerqa.corpus.cue_after import AFTER
from partnerqa.corpus.cue_before import BEFORE
from partnerqa.corpus.lexicon import NOT_PARTICIPANTS
from partnerqa.corpus.person import Generic
from partnerqa.corpus.place import Place

_THINGS = sorted(NOT_PARTICIPANTS - {"we", "nous", "interviewer", "interviewers"})
_WRITTEN = re.compile(
    rf"\b(?:{'|'.join(_THINGS)})\b"
    r"[^,;:]{0,60}\b(?:read|reads|reading|said|says|saying|stated|states|asked|asks|headed|disait"
    r"|indiquait|dit)\b[^.]{0,12}$"
)


def find_cue(place: Place) -> Cue | None:
    """The cue beside a quotation: after it where the words run on there, else before it."""
    if _is_written(place):
        return Cue("written", place.lead, 0.95, unnamed=Generic(place.lead, None, takes_part=False))
    for rule in (*AFTER, *BEFORE) if _runs_on(place) else (*BEFORE, *AFTER):
        cue = rule(place)
        if cue is not None:
            return cue
    return None


def _is_written(place: Place) -> bool:
    """Whether the words are those of a sign, a form or a leaflet."""
    return _WRITTEN.search(place.lead_words) is not None


def _runs_on(place: Place) -> bool:
    """Whether the sentence of the words goes on after them, or nothing at all stands there."""
    first = place.tail_words.lstrip()[:1]
    return not place.closed or first in {"", ",", "(", "[", "—", "–"} or first.islower()
