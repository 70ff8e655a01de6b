"""The commands as Markdown, read off their arguments, for docs/command-line.md."""

from __future__ import annotations

import argparse
from types import ModuleType

from partnerqa.cli.parser import COMMANDS, command_name


def reference() -> str:
    """One heading and one table a command, in the order in which `--help` lists them."""
    return "\n\n".join(_command(command) for command in COMMANDS)


def _command(command: ModuleType) -> str:
    parser = argparse.ArgumentParser(add_help=False)
    command.add_arguments(parser)
    rows = [f"| `{_call(action)}` | {action.help} |" for action in parser._actions]
    return "\n".join(
        (
            f"## `partnerqa {command_name(command)}`",
            "",
            command.HELP,
            "",
            "| argument | meaning |",
            "|---|---|",
            *rows,
        )
    )


def _call(action: argparse.Action) -> str:
    """How the argument is written, its value included."""
    choices = "{" + ",".join(map(str, action.choices or ())) + "}"
    value = "" if action.nargs == 0 else str(action.metavar or choices)
    return " ".join((*action.option_strings[-1:], value)).strip()
