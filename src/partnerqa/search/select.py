"""Whose voices fill the first places: every person once, and every role that answers.

Each person is heard once before anybody a second time. Then, where somebody in a role that would
not be heard gives an answer too, the best of them takes the last place of a role heard twice. The
first place is never taken, and nobody comes in who does not answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from partnerqa.records import Hit, Role
from partnerqa.search.calibration import answers


def voices(hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """The first `limit` of `hits`, chosen so that different people and roles are heard.

    Hits come best first and keep that order within each round. A quote without a name, and a
    stretch of narrative, counts as a voice of its own: nobody can say that it is the same person.
    """
    rounds: dict[Hashable, int] = {}
    ranked = []
    for position, hit in enumerate(hits):
        voice = _voice(hit, position)
        rounds[voice] = rounds.get(voice, -1) + 1
        ranked.append((rounds[voice], position, hit))
    ranked.sort(key=lambda entry: entry[:2])
    return _every_role([hit for _, _, hit in ranked], limit)


def _every_role(ranked: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    shown, rest = list(ranked[:limit]), ranked[limit:]
    for hit in rest:
        heard = Counter(map(_role, shown))
        if not answers(hit) or _role(hit) is None or _role(hit) in heard:
            continue
        twice = [place for place, one in enumerate(shown) if place and heard[_role(one)] > 1]
        if twice:
            del shown[twice[-1]]
            shown.append(hit)
    return tuple(shown)


def _voice(hit: Hit, position: int) -> Hashable:
    speaker = hit.quote.attribution.speaker_id if hit.quote else None
    return speaker or position


def _role(hit: Hit) -> Role | None:
    return hit.quote.attribution.role if hit.quote else None
