"""`partnerqa ask`: one answer, or a conversation in the terminal."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from partnerqa.cli import options
from partnerqa.cli.opening import open_index
from partnerqa.cli.text import hit_text, one_line, print_notice, wrapped
from partnerqa.errors import CallError
from partnerqa.records import Answer, Filters
from partnerqa.settings import read_settings

if TYPE_CHECKING:
    from partnerqa.conversation.turn import Turn
    from partnerqa.index.opened import Index

HELP = "Ask one question; without a question, hold a conversation in the terminal."
GREETING = "Ask about the collection. ? is for help; an empty line ends."
MANUAL = """\
Type a question and press Enter. A later question may refer to an earlier one.
  ?            this help
  new          forget the conversation so far
  quit         end (so does an empty line)
The words shown are people's own, as they stand on their page."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "question",
        metavar="QUESTION",
        nargs="?",
        type=options.text,
        help="what to ask; without it, a conversation begins",
    )
    options.add_filters(parser)
    options.add_limit(parser, "setting `limit`")
    options.add_index(parser)
    options.add_json(parser, "each answer")


def run(arguments: argparse.Namespace) -> int:
    """Print one answer, or go on until the asker ends."""
    settings = read_settings({"index": arguments.index, "limit": arguments.limit})
    with open_index(settings) as index:
        asking = _Conversation(
            index,
            filters=options.filters(arguments),
            limit=settings.limit,
            public_url=settings.public_url,
            as_json=arguments.json,
        )
        if not arguments.json:
            print_notice(index.manifest.notice)
        if arguments.question is None:
            asking.hold()
        else:
            asking.ask(arguments.question)
    return 0


@dataclass
class _Conversation:
    """The turns so far, kept in memory only."""

    index: Index
    filters: Filters
    limit: int
    public_url: str
    as_json: bool
    history: list[Turn] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Answer one question and remember both turns."""
        from partnerqa.conversation.answer import answer
        from partnerqa.conversation.turn import Turn

        given = answer(
            self.index,
            question,
            history=tuple(self.history),
            filters=self.filters,
            limit=self.limit,
        )
        shown = tuple(hit.quote.id for hit in given.hits if hit.quote is not None)
        self.history += [
            Turn("user", question),
            Turn("assistant", given.message, quotes=shown),
        ]
        if self.as_json:
            self._print_json(given)
        else:
            _print_text(given, question, self.public_url)

    def hold(self) -> None:
        """Ask and answer until an empty line, `quit` or the end of the input."""
        watched = sys.stdin.isatty()
        if watched:
            _edit_lines()
            print(GREETING)
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            while line := input("\n> " if watched else "").strip():
                if line in {"quit", "exit"}:
                    return
                self._obey(line)

    def _obey(self, line: str) -> None:
        """Help, a fresh start, or a question; a refused one does not end the conversation."""
        if line == "?":
            print(MANUAL)
        elif line == "new":
            self.history.clear()
            print("Forgotten.")
        else:
            try:
                self.ask(options.text(line))
            except CallError as error:
                print(one_line(str(error)), file=sys.stderr)

    def _print_json(self, given: Answer) -> None:
        from partnerqa.serve.schema import CollectionJson
        from partnerqa.serve.wire import answer_json

        manifest = self.index.manifest
        wire = answer_json(
            given,
            CollectionJson(name=manifest.collection, notice=manifest.notice),
            self.index.store.document,
        )
        print(json.dumps(wire, ensure_ascii=False), flush=True)


def _edit_lines() -> None:
    """Let the arrow keys edit the line and find earlier ones, where Python can."""
    with contextlib.suppress(ImportError):
        __import__("readline")


def _print_text(given: Answer, question: str, public_url: str) -> None:
    if given.understood_as.strip() != question.strip():
        print(wrapped(f"Understood as: {given.understood_as}", "  ", ""))
    print(wrapped(given.message), end="\n\n")
    for number, hit in enumerate(given.hits, start=1):
        print(hit_text(hit, number=number, public_url=public_url), end="\n\n")
    if given.follow_ups:
        print("You could ask next:")
        for suggestion in given.follow_ups:
            print(wrapped(suggestion, "    ", "  - "))
    sys.stdout.flush()
