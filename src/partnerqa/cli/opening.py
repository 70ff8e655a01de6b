"""The index that the settings name, open for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerqa.settings import Settings

if TYPE_CHECKING:
    from partnerqa.index.opened import Index


def open_index(settings: Settings) -> Index:
    """The index, as a context manager; a model is compared only if somebody chose one.

    Raises SealedIndexError if there is none or it cannot be used.
    """
    from partnerqa.index.opened import Index

    chosen = settings.model if "model" in settings.model_fields_set else None
    return Index.open(settings.index, model=chosen, threads=settings.threads)
