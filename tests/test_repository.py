"""What the repository holds, and what it must never hold."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = {".css", ".html", ".js", ".json", ".md", ".mjs", ".py", ".svg", ".toml", ".txt", ""}
LONGEST_FUNCTION = 40

# Written in pieces, so that this file does not find itself.
PACKAGE_HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "/sim" + "ple/", "find-" + "links")
PLACES = re.compile(r"(?<![\w.}])/(?:home|root|work|Users|private)" + r"/\w")


def held_files() -> list[Path]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    found = (ROOT / name for name in listed.split("\0") if name)
    return sorted(path for path in found if path.is_file())


HELD = held_files()
PAGES = [path for path in HELD if path.suffix == ".md" and path.parent in {ROOT, ROOT / "docs"}]
SOURCES = [path for path in HELD if path.is_relative_to(ROOT / "src") and path.suffix == ".py"]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def words(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.suffix in TEXT else ""


@pytest.mark.parametrize("host", PACKAGE_HOSTS)
def test_no_file_names_a_package_host(host: str) -> None:
    assert [named(path) for path in HELD if host in words(path)] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert [named(path) for path in HELD if PLACES.search(words(path))] == []


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert [named(path) for path in HELD if path.stat().st_size > 1_000_000] == []


def test_web_pages_load_nothing_from_another_host() -> None:
    loads = re.compile(
        r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//|@import|url\(\s*["']?http"""
    )
    web = [path for path in HELD if path.is_relative_to(ROOT / "web")]
    assert [named(path) for path in web if loads.search(words(path))] == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", words(path))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize(
    "noun",
    [
        "answer",
        "api",
        "attribution",
        "collection",
        "command-line",
        "deployment",
        "document",
        "encoder",
        "index",
        "passage",
        "privacy",
        "quote",
        "search",
        "section",
        "settings",
    ],
)
def test_every_noun_has_its_page_and_the_readme_leads_to_it(noun: str) -> None:
    assert (ROOT / "docs" / f"{noun}.md").is_file()
    assert f"docs/{noun}.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_script_is_one_word_and_can_be_run() -> None:
    scripts = [path for path in HELD if path.parent == ROOT / "scripts"]
    assert {"bench", "environment", "lint", "serve", "test"} <= {path.name for path in scripts}
    assert all(path.name.isalpha() for path in scripts)
    # `environment` is read by the others, never run.
    assert all(os.access(path, os.X_OK) for path in scripts if path.name != "environment")


def test_every_module_is_reached_by_the_tests_of_its_room() -> None:
    tests = "\n".join(words(path) for path in HELD if path.is_relative_to(ROOT / "tests"))
    reached = _imported(tests)
    sources = {_dotted(path): path for path in SOURCES}
    waiting = [module for module in reached if module in sources]
    while waiting:
        module = waiting.pop()
        room = module.rpartition(".")[0] + "."
        new = {name for name in _imported(words(sources[module])) if name.startswith(room)}
        waiting += [name for name in new - reached if name in sources]
        reached |= new
    # The commands are tested by running them, as people do.
    missed = [name for name in sources if not name.startswith("partnerqa.cli.")]
    assert [name for name in missed if name not in reached] == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    tree = ast.parse(words(path))
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def _imported(source: str) -> set[str]:
    """Modules of ours that `source` imports from."""
    return set(re.findall(r"(?:from|import) (partnerqa[\w.]*)", source))


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    # A package itself holds only its docstring (see test_rooms), so there is nothing to test.
    return "partnerqa" if parts[-1] in {"__init__", "__main__"} else ".".join(parts)
