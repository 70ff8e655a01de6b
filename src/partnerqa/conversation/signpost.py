"""Signposts: fixed texts for messages that need somebody else than a library of experiences.

The rules are `signposts.toml` beside this file, which says how its patterns are written. A
collection may override them by a file of the same shape.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from partnerqa.conversation.pattern import compiled, needed, plain_sentences
from partnerqa.conversation.slip import mended
from partnerqa.errors import CorpusError
from partnerqa.index.language import Language

RULES = Path(__file__).with_name("signposts.toml")
Show = Literal["instead", "before", "unless-answered"]
Sought = tuple[frozenset[str], str]  # one of these words is needed; the pattern
WORD = re.compile(r"\w+")
KEYS = {"show", "urgent", "patterns", "unless", "perhaps", "text", "off"}
PERHAPS_KEYS = {"patterns", "unless"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence, and its words, which tell at once that most patterns cannot fit."""

    text: str
    words: frozenset[str]

    def fits(self, patterns: Iterable[Sought]) -> bool:
        """Whether one of the `patterns` fits; few are ever compiled, since most words are rare."""
        return any(
            compiled(pattern).search(self.text)
            for needed_words, pattern in patterns
            if not (needed_words and needed_words.isdisjoint(self.words))
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns of which one fits a sentence, and those that make it an ordinary one."""

    patterns: tuple[Sought, ...] = ()
    unless: tuple[Sought, ...] = ()

    def fits(self, sentences: Iterable[Sentence]) -> bool:
        """Whether one of the `sentences` fits."""
        return any(one.fits(self.patterns) and not one.fits(self.unless) for one in sentences)


@dataclass(frozen=True, slots=True)
class Signpost:
    """One category: when it is shown, where, and its text in each language.

    The text stands `instead` of quotes or `before` them, or instead of them `unless-answered`: then
    before what surely is an answer. A sentence that fits `perhaps` may be meant otherwise: the text
    stands before quotes then. An `urgent` one is told again until something else is asked.
    """

    category: str
    show: Show
    urgent: bool
    text: Mapping[str, str]
    surely: Rule
    perhaps: Rule = Rule()

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in English where it has none."""
        return self.text.get(language) or self.text["en"]


def signpost_for(message: str, signposts: Iterable[Signpost]) -> Signpost | None:
    """The first signpost that fits `message`; most urgent categories stand first.

    What surely stands instead of quotes goes before what perhaps is meant.
    """
    known = tuple(signposts)
    sentences = [_sentence(text) for text in plain_sentences(message)]
    surely = next((one for one in known if one.surely.fits(sentences)), None)
    if surely is not None and surely.show == "instead":
        return surely
    perhaps = next((one for one in known if one.perhaps.fits(sentences)), None)
    return surely if perhaps is None else replace(perhaps, show="before", urgent=False)


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
    for signpost in _overridden(text, path):
        for rule in (signpost.surely, signpost.perhaps):
            for _, pattern in (*rule.patterns, *rule.unless):
                _check_pattern(signpost.category, pattern, path)


def _check_pattern(category: str, pattern: str, path: Path) -> None:
    try:
        compiled(pattern)
    except re.error as error:
        reason = f"[{category}] pattern {pattern!r} cannot be read ({error}); mind its brackets"
        raise CorpusError(str(path), 1, reason) from None


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
    if rule.get("show", "instead") not in get_args(Show):
        known = ", ".join(map(repr, get_args(Show)))
        raise CorpusError(str(path), 1, f"[{category}] show is one of {known}")
    perhaps = rule.get("perhaps", {})
    if not isinstance(perhaps, dict) or set(perhaps) - PERHAPS_KEYS:
        raise CorpusError(str(path), 1, f"[{category}.perhaps] has patterns and unless, no more")
    return Signpost(
        category=category,
        show=rule.get("show", "instead"),
        urgent=bool(rule.get("urgent", False)),
        text={language: text.strip() for language, text in rule["text"].items()},
        surely=_rule(rule),
        perhaps=_rule(perhaps),
    )


def _sentence(text: str) -> Sentence:
    meant = mended(text)
    return Sentence(meant, frozenset(WORD.findall(meant)))


def _rule(table: Mapping[str, Any]) -> Rule:
    return Rule(_sought(table.get("patterns", ())), _sought(table.get("unless", ())))


def _sought(patterns: Iterable[str]) -> tuple[Sought, ...]:
    return tuple((needed(pattern), pattern) for pattern in patterns)
