"""One tree of errors; each message names the value, what was expected and the next act."""

from __future__ import annotations


class PartnerqaError(Exception):
    """The root of everything that partnerqa raises on purpose."""

    exit_status = 1


class CallError(PartnerqaError):
    """The caller asked for something that cannot be done as asked."""

    exit_status = 2


class SettingError(CallError):
    """A setting has a value that cannot be used."""


class PathError(CallError):
    """A file or folder that was named is missing, empty or cannot be read."""


class PortError(CallError):
    """The address to serve on cannot be used."""


class QuestionError(CallError):
    """A question that cannot be searched: empty, too long or without a word in it."""


class FilterError(CallError):
    """A filter names something that the collection does not hold.

    `kind` is the filter: speaker, role, topic or language; empty where that is not known.
    """

    def __init__(self, message: str, kind: str = "") -> None:
        super().__init__(message)
        self.kind = kind


class HistoryError(CallError):
    """The turns that a client sent do not form a conversation."""


class NotFoundError(CallError):
    """An id that the collection does not hold."""


class CorpusError(PartnerqaError):
    """A page, roster or corrections file that cannot be read; says which file and line."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.reason = message


class EncoderError(PartnerqaError):
    """A sentence-transformers model cannot be loaded, exported or run."""


class SealedIndexError(PartnerqaError):
    """The index cannot be opened as it is; the message says what to do."""


class MissingIndexError(SealedIndexError):
    """There is no index in the folder."""


class FormatError(SealedIndexError):
    """The index was written in another format version."""


class DamagedIndexError(SealedIndexError):
    """A file of the index is missing or altered."""


class ModelMismatchError(SealedIndexError):
    """The index was built with another model than the one asked for."""


class VerbatimError(PartnerqaError):
    """Words about to be served differ from the stored document. Never served; always reported."""
