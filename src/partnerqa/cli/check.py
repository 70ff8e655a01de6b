"""`partnerqa check`: what a person should look at, each with its file and line."""

from __future__ import annotations

import argparse

from partnerqa.cli import options
from partnerqa.cli.reading import read
from partnerqa.cli.text import one_line
from partnerqa.settings import read_settings

HELP = "List what a person should look at: unnamed quotes, weak evidence, names, odd marks."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options.add_paths(parser, optional=False)


def run(arguments: argparse.Namespace) -> int:
    """Print one line a finding; status 1 if there is any."""
    from partnerqa.corpus.check import report

    faults = report(read(arguments.paths, read_settings()))
    for fault in faults:
        print(one_line(str(fault)))
    return 1 if faults else 0
