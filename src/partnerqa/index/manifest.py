"""What one build of an index says about itself, sealed by checksums.

A build's folder is named after the SHA-256 of its manifest, and the manifest holds the SHA-256 of
every other file, so one altered byte anywhere shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from partnerqa.errors import DamagedIndexError, FormatError, MissingIndexError

# Raised by one whenever an index written before cannot be read any more.
FORMAT_VERSION = 12

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
COUNTED = (
    "documents",
    "sections",
    "quotes",
    "named",
    "unnamed",
    "coded",
    "passages",
    "speakers",
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts about one build.

    `created` is UTC in ISO 8601, `version` that of partnerqa. `model` and `reranker` are names,
    never paths; an index without a reranker has an empty one. `examples_hash` is the digest of the
    examples that the encoder was adapted to, `glossed` whether it is given French in English words.
    `counts` has the keys of `COUNTED`; `files` gives the SHA-256 (64 hex digits) of every other
    file by its path relative to the build's folder, with `/`.
    """

    format_version: int
    version: str
    created: str
    model: str
    model_hash: str
    corpus_hash: str
    collection: str
    notice: str
    language: str
    vector_factory: str
    counts: Mapping[str, int]
    files: Mapping[str, str]
    examples_hash: str
    glossed: bool
    reranker: str = ""
    reranker_hash: str = ""


def current_build(directory: Path) -> Path:
    """The folder of the build in force in the index `directory`.

    Raises MissingIndexError if there is none, DamagedIndexError if its folder is gone.
    """
    try:
        name = (directory / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise MissingIndexError(
            f"there is no index in {directory}; make one with `partnerqa index`"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedIndexError(damage(directory / CURRENT, str(error))) from error
    build = directory / name
    if not name.startswith("build-") or Path(name).name != name or not build.is_dir():
        raise DamagedIndexError(damage(directory / CURRENT, f"it names {name!r}"))
    return build


def build_name(manifest: bytes) -> str:
    """The name of the folder whose manifest file holds the bytes `manifest`."""
    return f"build-{hashlib.sha256(manifest).hexdigest()[:16]}"


def write_manifest(build: Path, manifest: Manifest) -> str:
    """Write `manifest` into the folder `build`; the name that the folder is to have."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (build / MANIFEST).write_bytes(text.encode("utf-8"))
    return build_name(text.encode("utf-8"))


def read_manifest(build: Path) -> Manifest:
    """The manifest of the folder `build`.

    Raises FormatError if it is of another format version, DamagedIndexError if it is missing or
    differs from what was written.
    """
    path = build / MANIFEST
    try:
        raw = path.read_bytes()
        facts = json.loads(raw)
        _check_format(build, facts["format_version"])
        manifest = Manifest(**facts)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedIndexError(damage(path, str(error))) from error
    if build_name(raw) != build.name:
        raise DamagedIndexError(damage(path, "its checksum differs from the folder's name"))
    return manifest


def checksum(path: Path) -> str:
    """The SHA-256 of the file `path`, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(build: Path) -> dict[str, str]:
    """The SHA-256 of every file in the folder `build` but the manifest, by relative path."""
    paths = sorted(path for path in build.rglob("*") if path.is_file() and path.name != MANIFEST)
    with ThreadPoolExecutor() as pool:  # hashing leaves the interpreter's lock alone
        sums = pool.map(checksum, paths)
        return {
            path.relative_to(build).as_posix(): found
            for path, found in zip(paths, sums, strict=True)
        }


def altered_files(build: Path, manifest: Manifest) -> list[str]:
    """What is off with the files of the folder `build`: missing, altered or unknown ones."""
    try:
        found = checksums(build)
    except OSError as error:
        return [f"{error.filename}: it cannot be read ({error.strerror})"]
    missing = [f"{build / name}: it is missing" for name in manifest.files if name not in found]
    altered = [
        f"{build / name}: its checksum differs from the manifest"
        for name, expected in manifest.files.items()
        if found.get(name, expected) != expected
    ]
    unknown = [
        f"{build / name}: it does not belong to the index"
        for name in found
        if name not in manifest.files
    ]
    return missing + altered + unknown


def damage(path: Path, reason: str) -> str:
    """The message of a DamagedIndexError."""
    return (
        f"the index is damaged at {path} ({reason}); build it again with `partnerqa index`, or "
        "copy it again whole"
    )


def _check_format(build: Path, version: object) -> None:
    if version != FORMAT_VERSION:
        raise FormatError(
            f"the index {build} has format version {version!r}, and this partnerqa reads "
            f"{FORMAT_VERSION}; build it again with `partnerqa index`"
        )
