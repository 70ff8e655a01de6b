"""The scripts on machines that lack something: one line, and the next act."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OLD = """#!/bin/sh
[ "$1" = --version ] && echo "Python 3.9.2"
[ "$1" = --version ]
"""
WITHOUT_VENV = """#!/bin/sh
[ "$1" = -c ]
"""


def run_on(machine: Path, script: str, python: str | None) -> subprocess.CompletedProcess[str]:
    """Run a script of a copy of the repository where `python` is the only Python there is."""
    programs = machine / "bin"
    programs.mkdir()
    for name in ("basename", "cat", "cksum", "dirname", "rm", "sh"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    if python is not None:
        (programs / "python3").write_text(python)
        (programs / "python3").chmod(0o755)
    copy = machine / "a checkout"
    shutil.copytree(ROOT / "scripts", copy / "scripts")
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, copy)
    return subprocess.run(
        ["sh", str(copy / "scripts" / script)],
        cwd=machine,
        env={"PATH": str(programs)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("script", ["serve", "test", "lint", "bench"])
def test_an_old_python_is_named_with_what_is_needed(tmp_path: Path, script: str) -> None:
    outcome = run_on(tmp_path, script, OLD)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(f"{script}: needs Python 3.11 or later, found Python 3.9.2.")


def test_a_machine_without_python_is_told_so(tmp_path: Path) -> None:
    outcome = run_on(tmp_path, "serve", None)
    assert outcome.returncode == 2
    assert "found no Python 3" in outcome.stderr


def test_a_python_that_cannot_make_environments_is_named_and_leaves_none(tmp_path: Path) -> None:
    outcome = run_on(tmp_path, "serve", WITHOUT_VENV)
    assert outcome.returncode == 2
    assert "apt install python3-venv" in outcome.stderr
    assert not (tmp_path / "a checkout" / ".venv").exists()


def test_every_package_that_is_needed_has_its_tested_version() -> None:
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0] for line in constraints if "==" in line}
    needs = [
        line.split('"')[1].partition(">=")[0]
        for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
        if line.startswith('    "') and ">=" in line
    ]
    assert len(needs) > 20
    assert set(needs) <= pinned


def test_scripts_keep_to_the_posix_shell() -> None:
    for script in (ROOT / "scripts").iterdir():
        assert os.system(f"sh -n '{script}'") == 0
        words = script.read_text(encoding="utf-8")
        assert "[[" not in words
        assert "function " not in words
