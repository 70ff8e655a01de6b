"""Whose voices fill the first places: every person once before anybody a second time."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from partnerqa.records import Hit


def voices(hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """The first `limit` of `hits`, reordered so that each speaker is heard before a second time.

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
    return tuple(hit for _, _, hit in ranked[:limit])


def _voice(hit: Hit, position: int) -> Hashable:
    speaker = hit.quote.attribution.speaker_id if hit.quote else None
    return speaker or position
