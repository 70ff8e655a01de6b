"""Pages to a collection, with the settings and the progress bar of the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from partnerqa.cli.progress import Bar
from partnerqa.cli.text import one_line
from partnerqa.records import Collection, Fault
from partnerqa.settings import Settings


def read(paths: Sequence[Path], settings: Settings) -> Collection:
    """The collection of `paths`, or of the setting `corpus` when there is none."""
    from partnerqa.corpus.collection import Reading, read_collection

    options = Reading(
        name_confidence=settings.name_confidence,
        max_page_megabytes=settings.max_page_megabytes,
    )
    with Bar() as bar:
        return read_collection(paths or (settings.corpus,), options, bar)


def complain(faults: Iterable[Fault]) -> None:
    """One line of standard error for each page that could not be read as it stands."""
    for fault in faults:
        print(one_line(str(fault)), file=sys.stderr)
