"""`partnerqa index`: read pages, build the sealed index and swap it in."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from partnerqa.cli import options
from partnerqa.cli.progress import Bar
from partnerqa.cli.reading import complain, read
from partnerqa.corpus.description import SIGNPOSTS_FILE
from partnerqa.errors import SealedIndexError
from partnerqa.records import Collection
from partnerqa.settings import Settings, read_settings

if TYPE_CHECKING:
    from partnerqa.index.manifest import Manifest

HELP = "Read files or folders, build the index, verify it and swap it in."
COUNTED = ("documents", "sections", "quotes", "named", "unnamed", "coded")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options.add_paths(parser, optional=True)
    options.add_index(parser)
    parser.add_argument(
        "--model", metavar="NAME", help="sentence-transformers model, by name or folder"
    )
    parser.add_argument(
        "--reranker",
        metavar="NAME",
        help="cross-encoder that puts the first hits in order, by name or folder",
    )
    parser.add_argument(
        "--if-stale",
        action="store_true",
        help="build only if the pages, a model or partnerqa itself changed since the last time",
    )
    parser.add_argument(
        "--skip-bad-pages",
        action="store_true",
        help="end with status 0 although a page could not be read (it is reported all the same)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the index; status 1 if a page could not be read and was left out."""
    settings = read_settings(
        {"index": arguments.index, "model": arguments.model, "reranker": arguments.reranker}
    )
    collection = read(arguments.paths, settings)
    complain(collection.faults)
    if arguments.if_stale and _in_force(collection, settings):
        print(f"The index in {settings.index} is up to date.")
    else:
        _build(collection, settings)
    return 1 if collection.faults and not arguments.skip_bad_pages else 0


def _build(collection: Collection, settings: Settings) -> None:
    from partnerqa.conversation.signpost import check_signposts
    from partnerqa.index.build import build_index

    check_signposts(collection.signposts, Path(SIGNPOSTS_FILE))
    began = time.monotonic()
    with Bar() as bar:
        manifest = build_index(
            collection,
            settings.index,
            model=settings.model,
            reranker=settings.reranker,
            vector_factory=settings.vector_factory,
            progress=bar,
        )
    print(_summary(manifest))
    print(f"Built {settings.index} in {time.monotonic() - began:.1f} s.")


def _in_force(collection: Collection, settings: Settings) -> bool:
    """Whether the index on disk is what a build would give now."""
    from partnerqa.index.build import is_current

    try:
        return is_current(
            collection,
            settings.index,
            model=settings.model,
            reranker=settings.reranker,
            vector_factory=settings.vector_factory,
        )
    except SealedIndexError:
        return False


def _summary(manifest: Manifest) -> str:
    """The counts, one a line."""
    broad = max(len(str(manifest.counts[name])) for name in COUNTED)
    return "\n".join(f"{name:<10} {manifest.counts[name]:>{broad}}" for name in COUNTED)
