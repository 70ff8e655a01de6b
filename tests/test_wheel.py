"""The wheel is whole: what it installs can serve, away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    place = tmp_path_factory.mktemp("wheel")
    # Without isolation nothing is downloaded: the builder is among the test needs.
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(place)]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", str(ROOT), *options], check=True, timeout=60
    )
    (built,) = place.glob("partnerqa-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the wheel's contents."""
    place = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    return place


@pytest.fixture(scope="module")
def address(
    installed: Path, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The installed service, started in an empty folder."""
    with subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "serve", "--port", "0", "--index", str(sample_index)],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env=os.environ | {"PYTHONPATH": str(installed)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[1]
        process.kill()


def held(folder: Path) -> set[str]:
    """Paths of the files in `folder`, without what Python compiles."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_program_and_its_pages(installed: Path) -> None:
    assert held(installed / "partnerqa" / "web") == held(ROOT / "web")
    program = {path for path in held(installed / "partnerqa") if not path.startswith("web/")}
    assert program == held(ROOT / "src" / "partnerqa")
    assert any(path.endswith(".toml") for path in program)


def test_the_wheel_holds_no_tests_and_no_collection(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if not path.name.endswith("-info")} == {
        "partnerqa"
    }


@pytest.mark.parametrize("path", ["/", "/search", "/documents", "/readyz", "/api/v1/speakers"])
def test_an_installed_service_gives_its_pages(address: str, path: str) -> None:
    with urlopen(address + path, timeout=10) as reply:
        assert reply.status == 200
        assert reply.read()
