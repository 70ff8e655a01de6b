"""How a new build takes the place of the one in force, in one step, and never harms it before."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partnerqa.errors import PathError, SealedIndexError
from partnerqa.index.manifest import CURRENT, MANIFEST, Manifest, current_build, write_manifest

_UNFINISHED = "build-unfinished"
_NEXT = f"{CURRENT}.next"
# Only what we named ourselves is ever removed: the folder may hold other things.
_OURS = re.compile(r"build-([0-9a-f]{16}|unfinished)")


@contextmanager
def building(directory: Path) -> Iterator[Path]:
    """An empty folder to build in, within the index `directory`, which no other build may enter.

    What earlier builds left over is cleared before and after; the build in force stays. Raises
    SealedIndexError while another process builds, PathError where the disk cannot be written.
    """
    with _plainly(directory), _one_at_a_time(directory):
        _clear(directory)
        unfinished = directory / _UNFINISHED
        unfinished.mkdir()
        try:
            yield unfinished
        finally:
            _clear(directory)


def sealed(unfinished: Path, manifest: Manifest) -> Path:
    """The folder `unfinished` with its manifest, safe on the disk, under its final name."""
    build = unfinished.with_name(write_manifest(unfinished, manifest))
    for path in (*unfinished.rglob("*"), unfinished):
        if path.is_file():  # some libraries let only the owner read what they write
            shutil.copymode(unfinished / MANIFEST, path)
        _sync(path)
    unfinished.rename(build)
    _sync(build.parent)
    return build


def put_in_force(build: Path) -> None:
    """Let `CURRENT` name the folder `build`: the one step that changes what serves."""
    naming = build.with_name(_NEXT)
    naming.write_text(f"{build.name}\n", encoding="utf-8")
    _sync(naming)
    naming.replace(build.with_name(CURRENT))
    _sync(build.parent)


def _clear(directory: Path) -> None:
    """Remove every build but the one in force, finished or not."""
    try:
        kept = current_build(directory).name
    except SealedIndexError:
        kept = ""
    for path in directory.iterdir():
        if _OURS.fullmatch(path.name) and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)
    (directory / _NEXT).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Return when the disk holds the file or folder `path`."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _one_at_a_time(directory: Path) -> Iterator[None]:
    """Hold the folder `directory` against other builds; the system lets go if we crash."""
    directory.mkdir(parents=True, exist_ok=True)
    handle = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise SealedIndexError(
            f"another process is building the index in {directory}; wait until it is done"
        ) from error
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def _plainly(directory: Path) -> Iterator[None]:
    """What the system says when it cannot write, as a sentence with the next act."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(
            f"the index in {directory} cannot be written ({reason}); free space or choose another "
            "folder with --index. What was there is as it was"
        ) from error
