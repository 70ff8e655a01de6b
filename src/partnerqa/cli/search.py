"""`partnerqa search`: ranked hits."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence

from partnerqa.cli import options
from partnerqa.cli.opening import open_index
from partnerqa.cli.text import hit_text, print_notice
from partnerqa.records import KINDS, Document, Hit, Kind
from partnerqa.settings import read_settings

HELP = "Search people's words; ranked hits, best first."
LIMIT = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        type=options.text,
        help='words to search for; a phrase in "quotation marks" must stand in the words of a hit',
    )
    options.add_filters(parser)
    parser.add_argument(
        "--kind",
        choices=(*KINDS, "both"),
        default="quote",
        help="people's quotes (as by default), the researchers' narrative, or both",
    )
    options.add_limit(parser, str(LIMIT))
    options.add_index(parser)
    options.add_json(parser, "each hit")


def run(arguments: argparse.Namespace) -> int:
    """Print the hits."""
    from partnerqa.search.search import search
    from partnerqa.search.slip import mended

    settings = read_settings({"index": arguments.index})
    with open_index(settings) as index:
        meant = mended(index.spelling, arguments.query)
        hits = search(
            index,
            meant,
            filters=options.filters(arguments),
            kinds=_kinds(arguments.kind),
            limit=arguments.limit or LIMIT,
        )
        if arguments.json:
            _print_json(hits, index.store.document)
        else:
            print_notice(index.manifest.notice)
            if meant != arguments.query:
                print(f"Understood as: {meant}\n")
            _print_text(hits, settings.public_url)
    return 0


def _kinds(chosen: str) -> tuple[Kind, ...]:
    return tuple(kind for kind in KINDS if chosen in {kind, "both"})


def _print_json(hits: Sequence[Hit], documents: Callable[[str], Document]) -> None:
    from partnerqa.serve.wire import hit_json

    for hit in hits:
        print(json.dumps(hit_json(hit, documents), ensure_ascii=False))


def _print_text(hits: Sequence[Hit], public_url: str) -> None:
    if not hits:
        print("Nothing was found.")
    for number, hit in enumerate(hits, start=1):
        print(hit_text(hit, number=number, public_url=public_url), end="\n\n")
