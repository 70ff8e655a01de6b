"""`partnerqa verify`: re-check the whole index."""

from __future__ import annotations

import argparse

from partnerqa.cli import options
from partnerqa.cli.text import one_line
from partnerqa.settings import read_settings

HELP = "Check the whole index again: checksums, every quote against its document, counts."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options.add_index(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what is off, one line each; status 1 if anything is."""
    from partnerqa.index.verify import verify

    directory = read_settings({"index": arguments.index}).index
    found = verify(directory)
    for line in found:
        print(one_line(line))
    if not found:
        print(f"The index in {directory} is whole.")
    return 1 if found else 0
