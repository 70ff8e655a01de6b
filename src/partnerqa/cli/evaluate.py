"""`partnerqa evaluate`: how well questions with known answers are answered."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from partnerqa.cli import options
from partnerqa.cli.opening import open_index
from partnerqa.cli.progress import Bar
from partnerqa.settings import Settings, read_settings

if TYPE_CHECKING:
    from partnerqa.evaluation.figure import Figure
    from partnerqa.evaluation.run import Outcome

HELP = "Measure ranking and the three states on a file of questions, or on a BEIR-style folder."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "questions",
        metavar="QUESTIONS",
        type=Path,
        help="a JSON Lines file, or a BEIR-style folder",
    )
    options.add_index(parser)
    parser.add_argument(
        "--report", metavar="FILE", type=Path, help="write a page with the figures and plots"
    )
    options.add_json(parser, "the whole result")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; the report is written where it is asked for."""
    from partnerqa.evaluation.beir import is_beir
    from partnerqa.evaluation.report import as_json, table, write_page

    settings = read_settings({"index": arguments.index})
    if is_beir(arguments.questions):
        name, found, outcomes = _beir(arguments.questions, settings)
    else:
        name, found, outcomes = _file(arguments.questions, settings)
    print(
        json.dumps(as_json(found, outcomes), ensure_ascii=False) if arguments.json else table(found)
    )
    if arguments.report is not None:
        write_page(arguments.report, name, found, outcomes)
    return 0


def _file(path: Path, settings: Settings) -> tuple[str, list[Figure], list[Outcome]]:
    from partnerqa.evaluation.figure import figures
    from partnerqa.evaluation.question import judged, read_questions
    from partnerqa.evaluation.run import run as ask_all

    questions = read_questions(path)
    with open_index(settings) as index, Bar() as bar:
        found = judged(questions, index.store.quotes())
        outcomes = ask_all(index, found, bar)
        return index.manifest.collection, figures(outcomes), outcomes


def _beir(folder: Path, settings: Settings) -> tuple[str, list[Figure], list[Outcome]]:
    from partnerqa.evaluation.beir import ranked, read_beir
    from partnerqa.evaluation.figure import beir_figures
    from partnerqa.index.build import build_index
    from partnerqa.index.opened import Index

    beir = read_beir(folder)
    with tempfile.TemporaryDirectory() as place, Bar() as bar:
        build_index(
            beir.collection,
            Path(place),
            model=settings.model,
            reranker=settings.reranker,
            exports=settings.index,
            progress=bar,
        )
        with Index.open(Path(place)) as index:
            found = ranked(index, beir, bar)
    return folder.name, beir_figures(found, beir.relevant), []
