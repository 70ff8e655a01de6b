"""A name typed with one letter wrong: "lindquist" is Lindqvist, "meiling" is Mei-Ling.

One letter missing, too many, another one, or two that changed places, the first letter kept. The
names are looked up by what is left of them without one letter, so that many cost no more than few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

SHORTEST = 6
"""Letters of the shortest name that is known by a slip: another letter makes another name."""


def by_parts(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The plain `names` by themselves and by what is left of them without a letter."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        letters = name.replace(" ", "")
        if len(letters) >= SHORTEST:
            for part in _parts(letters):
                found[part] = (*found.get(part, ()), name)
    return found


def almost(word: str, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The names, by their parts, of which `word` is a slip."""
    letters = word.replace(" ", "")
    if len(letters) < SHORTEST - 1 or not letters.isalpha():
        return set()
    near = {name for part in _parts(letters) for name in names.get(part, ())}
    return {name for name in near if _is_slip(letters, name.replace(" ", ""))}


def _parts(letters: str) -> Iterator[str]:
    """`letters`, and they without each one but the first: each part once."""
    yield from dict.fromkeys((letters, *_without_one(letters)))


def _without_one(letters: str) -> Iterator[str]:
    return (letters[:place] + letters[place + 1 :] for place in range(1, len(letters)))


def _is_slip(typed: str, name: str) -> bool:
    if len(typed) != len(name):
        short, long = sorted((typed, name), key=len)
        return short in _without_one(long)
    unlike = [place for place, letter in enumerate(typed) if letter != name[place]]
    if len(unlike) < 2:
        return True
    first, last = unlike[0], unlike[-1] + 1
    return last - first == 2 and typed[first:last] == name[first:last][::-1]
