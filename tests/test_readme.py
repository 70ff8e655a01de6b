"""The README keeps its word: its snippets run, and its tree is the repository's."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8000"


def snippets(language: str) -> list[str]:
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return [block for name, block in fenced if name == language]


def run(command: list[str], **environment: str) -> str:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def address(sample_index: Path) -> Iterator[str]:
    """A service over the sample collection."""
    with subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "serve", "--port", "0", "--index", str(sample_index)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[1]
        process.kill()


def test_the_two_commands_are_there_and_can_be_run() -> None:
    (commands, *_) = snippets("sh")
    named = [line.split()[0] for line in commands.splitlines()]
    assert named == ["scripts/serve", "scripts/test"]
    assert all(os.access(ROOT / name, os.X_OK) for name in named)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_example_gets_peoples_words(address: str) -> None:
    (command,) = (snippet for snippet in snippets("sh") if snippet.startswith("curl"))
    answer = json.loads(run(["sh", "-c", command.replace(ADDRESS, address)]))
    assert answer["status"] == "answered"
    assert 1 <= len(answer["quotes"]) <= 2


def test_the_python_example_prints_peoples_words(address: str) -> None:
    (program,) = snippets("python")
    status, *lines = run([sys.executable, "-c", program.replace(ADDRESS, address)]).splitlines()
    assert status.startswith("answered - ")
    assert lines[0].startswith('"')


def test_the_json_example_is_a_hit_of_the_sample_with_all_its_fields(sample_index: Path) -> None:
    (example,) = map(json.loads, snippets("json"))
    found = run(
        [sys.executable, "-m", "partnerqa", "search", example["text"], "--json", "--limit", "1"],
        PARTNERQA_INDEX=str(sample_index),
    )
    hit = json.loads(found)
    assert list(example) == list(hit)
    by_ranking = {"score", "match", "highlights"}
    assert {name: hit[name] for name in hit if name not in by_ranking} == {
        name: example[name] for name in example if name not in by_ranking
    }
    assert set(example["match"]) == set(hit["match"])


def test_a_quote_that_was_not_searched_for_ends_as_the_page_says(address: str) -> None:
    (example,) = map(json.loads, snippets("json"))
    with urlopen(f"{address}/api/v1/quotes/{example['id']}") as reply:
        quote = json.load(reply)["quote"]
    assert list(quote) == [*list(example)[: list(example).index("profile_url") + 1], "parts"]


def test_the_commands_for_ones_own_pages_run(sample_index: Path) -> None:
    (commands,) = (snippet for snippet in snippets("sh") if "partnerqa verify" in snippet)
    for line in commands.splitlines()[1:]:
        program, *arguments = line.split()
        assert program == "partnerqa"
        outcome = subprocess.run(
            [sys.executable, "-m", program, *arguments],
            cwd=ROOT,
            env=os.environ
            | {"PYTHONPATH": str(ROOT / "src"), "PARTNERQA_INDEX": str(sample_index)},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        # `check` ends with 1 when there is something to look at.
        assert outcome.returncode in ({0, 1} if arguments[0] == "check" else {0})
        assert outcome.stdout


def test_the_tree_names_what_is_there_and_nothing_else() -> None:
    (tree,) = (block for block in snippets("") if "pyproject.toml" in block)
    named = [line.split()[0] for line in tree.splitlines()]
    inner = [name for name in named if (ROOT / "src" / "partnerqa" / name).is_dir()]
    outer = [name for name in named if (ROOT / name).exists()]
    assert sorted({*inner, *outer}) == sorted(set(named))
    kept = run(["git", "ls-files", "--cached", "--others", "--exclude-standard"]).splitlines()
    top = {Path(path).parts[0] for path in kept} - {".gitignore"}
    assert top == {name.split("/")[0] for name in outer}
