"""`scripts/bench [--json]`: measure, and print a table or one JSON object a figure."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from partnerqa.corpus.collection import read_collection
from partnerqa.encoder.model import DEFAULT_MODEL, model_folder
from partnerqa.index.build import build_index
from tests.bench.build import build_figures
from tests.bench.figure import Figure, table
from tests.bench.large import build_large
from tests.bench.query import encoding_figure, query_figure
from tests.bench.reading import reading_figures
from tests.bench.startup import startup_figures

PASSAGES = 100_000
CORPUS = Path(__file__).parents[2] / "corpus"


def measured(corpus: Path, model: str, passages: int) -> list[Figure]:
    """All figures over the pages of `corpus`, and over `passages` passages drawn from them."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        index = scratch / "index"
        build_index(read_collection([corpus]), index, model=model)
        return [
            query_figure(index, model, scratch),
            encoding_figure(index, target=1 / 2),
            *_large(index, scratch / "large", passages),
            *startup_figures(index, model_folder(model)),
            *build_figures(read_collection([corpus]), index, model),
            *reading_figures(corpus, scratch),
        ]


def _large(small: Path, directory: Path, passages: int) -> Iterator[Figure]:
    if passages:
        build_large(small, directory, passages)
        yield encoding_figure(directory, target=1 / 4)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object a figure")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="pages to measure with")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="sentence-transformers model")
    parser.add_argument(
        "--passages", type=int, default=PASSAGES, help="size of the large index; 0 leaves it out"
    )
    arguments = parser.parse_args(argv)
    figures = measured(arguments.corpus, arguments.model, arguments.passages)
    if arguments.json:
        for figure in figures:
            print(json.dumps(asdict(figure)))
    else:
        print(table(figures))


if __name__ == "__main__":
    main()
