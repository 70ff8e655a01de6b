"""Signposts: fixed texts for messages that need somebody else than a library of experiences.

The rules are `signposts.toml` beside this file, which says how its patterns are written. A
collection may override them by a file of the same shape.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from partnerqa.conversation.language import Language
from partnerqa.conversation.pattern import compiled, plain_sentences
from partnerqa.errors import CorpusError

RULES = Path(__file__).with_name("signposts.toml")
Show = Literal["instead", "before"]
KEYS = {"show", "patterns", "unless", "text", "off"}


@dataclass(frozen=True, slots=True)
class Signpost:
    """One category: when it is shown, where, and its text in each language."""

    category: str
    show: Show
    text: Mapping[str, str]
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def fits(self, message: str) -> bool:
        """Whether one sentence of `message` calls for this signpost."""
        return any(self._fits_sentence(sentence) for sentence in plain_sentences(message))

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in English where it has none."""
        return self.text.get(language) or self.text["en"]

    def _fits_sentence(self, sentence: str) -> bool:
        if not any(pattern.search(sentence) for pattern in self.patterns):
            return False
        return not any(pattern.search(sentence) for pattern in self.unless)


def signpost_for(message: str, signposts: Iterable[Signpost]) -> Signpost | None:
    """The first signpost that fits `message`; most urgent categories stand first."""
    return next((signpost for signpost in signposts if signpost.fits(message)), None)


@lru_cache(maxsize=8)
def read_signposts(path: Path | None = None) -> tuple[Signpost, ...]:
    """The shipped signposts, overridden by the file at `path` if there is one.

    Raises CorpusError naming the file and the key that cannot be used.
    """
    if path is None or not path.exists():
        return _overridden("", RULES)
    return _overridden(_text(path), path)


def check_signposts(text: str, path: Path) -> None:
    """Raise CorpusError, naming `path`, where the collection's own signposts cannot be used."""
    _overridden(text, path)


def _overridden(own: str, path: Path) -> tuple[Signpost, ...]:
    """The shipped signposts, overridden by the text `own` of the file at `path`."""
    rules = _read(_text(RULES), RULES)
    for category, rule in _read(own, path).items():
        rules[category] = _merged(rules.get(category, {}), rule)
    return tuple(
        _signpost(category, rule, path)
        for category, rule in rules.items()
        if not rule.get("off", False)
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(str(path), 1, f"the signposts cannot be read: {error}") from None


def _read(text: str, path: Path) -> dict[str, dict[str, Any]]:
    try:
        rules = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(str(path), 1, f"the signposts cannot be read: {error}") from None
    for category, rule in rules.items():
        if not isinstance(rule, dict):
            raise CorpusError(str(path), 1, f"{category} is not a table; expected [category]")
    return rules


def _merged(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = {**shipped, **own}
    both["text"] = {**shipped.get("text", {}), **own.get("text", {})}
    return both


def _signpost(category: str, rule: Mapping[str, Any], path: Path) -> Signpost:
    unknown = sorted(set(rule) - KEYS)
    if unknown or not rule.get("patterns") or "en" not in rule.get("text", {}):
        reason = f"has the unknown key {unknown[0]!r}" if unknown else "lacks patterns or text.en"
        raise CorpusError(str(path), 1, f"the signpost [{category}] {reason}")
    if rule.get("show", "instead") not in ("instead", "before"):
        raise CorpusError(str(path), 1, f"[{category}] show is 'instead' or 'before'")
    return Signpost(
        category=category,
        show=rule.get("show", "instead"),
        text={language: text.strip() for language, text in rule["text"].items()},
        patterns=tuple(compiled(pattern) for pattern in rule["patterns"]),
        unless=tuple(compiled(pattern) for pattern in rule.get("unless", ())),
    )
