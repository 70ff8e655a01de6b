"""The index that the settings name, open for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerqa.settings import Settings

if TYPE_CHECKING:
    from partnerqa.index.opened import Index


def open_index(settings: Settings) -> Index:
    """The index, as a context manager; models are compared only if somebody chose them.

    Raises SealedIndexError if there is none or it cannot be used.
    """
    from partnerqa.index.opened import Index

    return Index.open(
        settings.index,
        model=settings.chosen("model"),
        reranker=settings.chosen("reranker"),
        threads=settings.threads,
    )
