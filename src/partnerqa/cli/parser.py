"""The parser: every command with its arguments, one module each."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from partnerqa import __version__
from partnerqa.cli import ask, check, evaluate, index, quotes, search, serve, verify

COMMANDS: Sequence[ModuleType] = (
    index,
    quotes,
    check,
    search,
    ask,
    serve,
    evaluate,
    verify,
)


class OneLineParser(argparse.ArgumentParser):
    """Like ArgumentParser, but a wrong call is answered in one line."""

    def error(self, message: str) -> NoReturn:
        """End with status 2, naming what was wrong and where help stands."""
        self.exit(2, f"partnerqa: {message}; see `{self.prog} --help`\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `arguments.run(arguments)` runs the command."""
    parser = OneLineParser(
        prog="partnerqa",
        description="Ask health-experience collections; read people's own words, verbatim.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"partnerqa {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        added = commands.add_parser(
            command_name(command), help=command.HELP, description=command.HELP, allow_abbrev=False
        )
        command.add_arguments(added)
        added.set_defaults(run=command.run)
    return parser


def command_name(command: ModuleType) -> str:
    """The word by which a command is called: the name of its file."""
    return command.__name__.rpartition(".")[2]
