"""Examples of what people ask: questions with quotes that answer them, and others that none can.

All are invented, and none is ever shown; `adaptation` learns from them when an index is built.
`examples.jsonl` has a question and a quote that answers it a line; the same line of
`example_codes.txt` is what somebody who saw the quotes alone coded that quote as. `elsewhere.toml`
lists questions that belong elsewhere: they ask for facts, advice, services or somebody's data, not
for what it was like.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partnerqa.index.gloss import FILE as GLOSS

ANSWERED = Path(__file__).with_name("examples.jsonl")
CODES = Path(__file__).with_name("example_codes.txt")
ELSEWHERE = Path(__file__).with_name("elsewhere.toml")


@dataclass(frozen=True, slots=True)
class Examples:
    """Question `n` of `questions` is answered by quote `n` of `quotes`, coded as `codes` `n`.

    `elsewhere` are questions that no quote answers.

    `digest` is the SHA-256 (64 hex digits) of all files and of the gloss: what an encoder makes of
    the examples depends on that too.
    """

    questions: tuple[str, ...]
    quotes: tuple[str, ...]
    codes: tuple[str, ...]
    elsewhere: tuple[str, ...]
    digest: str


@cache
def read_examples(
    answered: Path = ANSWERED, coded: Path = CODES, elsewhere: Path = ELSEWHERE
) -> Examples:
    """The examples of the three files; by default those that partnerqa comes with."""
    lines, codes, tables = answered.read_bytes(), coded.read_bytes(), elsewhere.read_bytes()
    pairs = [json.loads(line) for line in lines.decode("utf-8").splitlines()]
    subjects = tomllib.loads(tables.decode("utf-8")).values()
    return Examples(
        questions=tuple(pair["question"] for pair in pairs),
        quotes=tuple(pair["quote"] for pair in pairs),
        codes=tuple(codes.decode("utf-8").splitlines()),
        elsewhere=tuple(
            question for subject in subjects for listed in subject.values() for question in listed
        ),
        digest=hashlib.sha256(lines + codes + tables + GLOSS.read_bytes()).hexdigest(),
    )
