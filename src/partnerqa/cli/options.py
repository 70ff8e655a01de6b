"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path

from partnerqa.records import ROLES, Filters


def add_paths(parser: argparse.ArgumentParser, *, optional: bool) -> None:
    """Files or folders to read."""
    default = "; without one, the setting `corpus`" if optional else ""
    parser.add_argument(
        "paths",
        metavar="PATH",
        type=Path,
        nargs="*" if optional else "+",
        help=f"a page, or a folder of pages{default}",
    )


def add_index(parser: argparse.ArgumentParser) -> None:
    """Where the index is."""
    parser.add_argument(
        "--index", metavar="DIR", type=Path, help="folder of the index (setting `index`)"
    )


def add_json(parser: argparse.ArgumentParser, what: str) -> None:
    """JSON instead of text."""
    parser.add_argument("--json", action="store_true", help=f"{what} as one JSON object a line")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """What narrows a search; each may be given more than once."""
    parser.add_argument(
        "--speaker",
        action="append",
        default=[],
        metavar="NAME",
        type=text,
        help="only words of this person (name or id); may be repeated",
    )
    parser.add_argument(
        "--role",
        action="append",
        default=[],
        choices=ROLES,
        help="only words of people in this role; may be repeated",
    )
    parser.add_argument(
        "--topic",
        action="append",
        default=[],
        metavar="TOPIC",
        type=text,
        help="only this page, theme, heading or code; may be repeated",
    )
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="CODE",
        type=text,
        help="only pages in this language (`en`, `fr`, …); may be repeated",
    )


def filters(arguments: argparse.Namespace) -> Filters:
    """The filters that `add_filters` read."""
    return Filters(
        speakers=tuple(arguments.speaker),
        roles=tuple(arguments.role),
        topics=tuple(arguments.topic),
        languages=tuple(arguments.language),
    )


def add_limit(parser: argparse.ArgumentParser, default: str) -> None:
    """How many to show at most."""
    parser.add_argument(
        "--limit", metavar="N", type=count, help=f"most to show, 1 to 50 ({default})"
    )


def count(value: str) -> int:
    """A whole number from 1 to 50."""
    if not value.isdecimal() or not 1 <= int(value) <= 50:
        raise argparse.ArgumentTypeError(f'"{value}" is not a whole number from 1 to 50')
    return int(value)


def text(value: str) -> str:
    """Words from the command line; bytes that are not UTF-8 become the replacement sign."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
