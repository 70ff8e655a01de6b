"""`partnerqa check`: what a person should look at, each with its file and line."""

from __future__ import annotations

import argparse
from pathlib import Path

from partnerqa.cli import options
from partnerqa.cli.reading import read
from partnerqa.cli.text import one_line
from partnerqa.errors import PathError
from partnerqa.settings import read_settings

HELP = "List what a person should look at: unnamed quotes, weak evidence, names, odd marks."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options.add_paths(parser, optional=False)
    parser.add_argument(
        "--write-corrections",
        metavar="FILE",
        type=Path,
        help="write a corrections file to fill in, with an entry for each quote to look at",
    )
    parser.add_argument(
        "--write-codes",
        metavar="FILE",
        type=Path,
        help="write a codes file to fill in, with an entry for each quote that has no codes",
    )


def _write(path: Path, text: str) -> None:
    """Write a new file; what a person may have filled in is never written over."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise PathError(f"{path} exists already; expected a new file. Name another") from error
    except OSError as error:
        raise PathError(f"{path} cannot be written: {error.strerror}. Name another") from error


def run(arguments: argparse.Namespace) -> int:
    """Print one line a finding; status 1 if there is any."""
    from partnerqa.corpus.check import WEAK, report
    from partnerqa.corpus.coding import codes_to_fill
    from partnerqa.corpus.correction import corrections_to_fill

    collection = read(arguments.paths, read_settings())
    if arguments.write_corrections is not None:
        _write(arguments.write_corrections, corrections_to_fill(collection, WEAK))
    if arguments.write_codes is not None:
        _write(arguments.write_codes, codes_to_fill(collection))
    faults = report(collection)
    for fault in faults:
        print(one_line(str(fault)))
    return 1 if faults else 0
