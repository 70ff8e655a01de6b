"""The table of rules in docs/attribution.md: complete, and true to the last example."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.corpus.conftest import Read

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "attribution.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
MAKERS = {"Cue", "Attribution", "Found", "subject_cue", "_said"}
NEVER_SHOWN = {"inline"}  # a placeholder: the cue's own rule is shown instead


def rules_in_code() -> set[str]:
    """Every rule name that some module of the corpus room gives to what it finds."""
    files = (ROOT / "src" / "partnerqa" / "corpus").glob("*.py")
    return {name for file in files for name in _rules(ast.parse(file.read_text("utf-8")))}


def _rules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
            yield from (name for argument in node.args for name in _names(argument))
        if isinstance(node, ast.keyword) and node.arg == "rule":
            yield from _names(node.value)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "rule":
            yield from _names(node.value)


def _names(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*_names(value.body), *_names(value.orelse))


def page_of(rule: str, example: str) -> str:
    """A page on which `example` stands where its rule looks."""
    if not rule.startswith(("caption", "topic", "block")):
        return f"Being heard\n\n{example}\n"
    known = "Being Heard - Nadia\n\nI came by bus, you know.\n\nView profile\n\n"
    return (
        f"{known if rule == 'caption-known-person' else ''}"
        "Some of those who took part spoke of waiting at great length.\n\n"
        f"{example}\n\nTranscript\n\nI was not asked, you know, so I asked. I did.\n"
    )


def test_every_rule_of_the_code_stands_in_the_page() -> None:
    named = set(re.findall(r"`([a-z-]+)`", PAGE))
    assert {"subject-verb", "topic-line", "turn", "split-quote"} <= rules_in_code()
    assert rules_in_code() - NEVER_SHOWN - named == set()


def test_the_page_tells_of_no_rule_that_the_code_does_not_have() -> None:
    assert {rule for rule, _, _ in ROWS} - rules_in_code() == set()


@pytest.mark.parametrize(("rule", "example", "confidence"), ROWS, ids=[row[0] for row in ROWS])
def test_an_example_of_the_page_is_read_by_its_rule(
    rule: str, example: str, confidence: str, read: Read
) -> None:
    attribution = read(page_of(rule, example)).quotes[-1].attribution
    sure = re.match(r"[\d.]+", confidence)
    speaker = None if "no name" in confidence else "Nadia"
    assert (attribution.rule, attribution.speaker) == (rule, speaker)
    assert sure is None or attribution.confidence == pytest.approx(float(sure.group()))
