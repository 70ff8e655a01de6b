"""A run as a table for the terminal, as JSON, and as one page with plots to look at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader

from partnerqa.errors import PathError
from partnerqa.evaluation.calibration import Bin, bins
from partnerqa.evaluation.figure import Figure
from partnerqa.evaluation.run import Outcome

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing


def table(found: Sequence[Figure]) -> str:
    """The figures in columns: name, value, 95 % interval, number of questions."""
    wide = max(len(figure.name) for figure in found)
    return "\n".join(
        f"{figure.name:<{wide}}  {figure.value:6.3f}  {_bounds(figure):<15}  {figure.count:>6}"
        for figure in found
    )


def _bounds(figure: Figure) -> str:
    if figure.interval is None:
        return ""
    return f"{figure.interval.low:.3f} – {figure.interval.high:.3f}"


def mistakes(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The questions of which something went wrong: order, state or filters."""
    return [outcome for outcome in outcomes if what_went_wrong(outcome)]


def what_went_wrong(outcome: Outcome) -> str:
    """In a few words, or an empty text where nothing did."""
    if not outcome.is_answerable:
        return "answered, though nobody speaks about it" if outcome.status == "answered" else ""
    if outcome.status == "not_covered":
        return "refused, though somebody speaks about it"
    if not outcome.filters_are_right:
        return "taken for another filter"
    if not set(outcome.ranked[:3]) & outcome.judged.best:
        return "no right quote among the first three"
    return "" if set(outcome.ranked[:1]) & outcome.judged.best else "the right quote is not first"


def as_json(found: Sequence[Figure], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Everything that the page shows, for a program."""
    return {
        "figures": [
            {
                "name": figure.name,
                "value": figure.value,
                "interval": figure.interval and list(figure.interval),
                "questions": figure.count,
            }
            for figure in found
        ],
        "questions": [
            {
                "id": outcome.judged.question.id,
                "question": outcome.judged.question.text,
                "status": outcome.status,
                "chance": outcome.chance,
                "quotes": list(outcome.ranked),
                "relevant": sorted(outcome.judged.relevant),
                "wrong": what_went_wrong(outcome) or None,
            }
            for outcome in outcomes
        ],
    }


def write_page(path: Path, name: str, found: Sequence[Figure], outcomes: Sequence[Outcome]) -> None:
    """Write the report as one HTML file. Raises PathError where it cannot be written."""
    pages = Environment(loader=PackageLoader("partnerqa.evaluation", "."), autoescape=True)
    page = pages.get_template("report.html").render(
        name=name,
        figures=found,
        bounds=_bounds,
        mistakes=[(what_went_wrong(outcome), outcome) for outcome in mistakes(outcomes)],
        asked=len(outcomes),
        plots=[_chances(outcomes), _calibration(bins(outcomes))] if outcomes else [],
    )
    try:
        path.write_text(page, "utf-8")
    except OSError as error:
        raise PathError(f"{path} cannot be written: {error.strerror}. Name another") from error


def _chances(outcomes: Sequence[Outcome]) -> str:
    """How likely the best quote was held to answer, for both kinds of question."""
    figure = _figure()
    axes = figure.subplots()
    known = [each.chance for each in outcomes if each.is_answerable]
    unknown = [each.chance for each in outcomes if not each.is_answerable]
    axes.hist(
        [known, unknown], bins=20, range=(0, 1), label=["somebody speaks about it", "nobody does"]
    )
    axes.set(xlabel="chance given to the best quote", ylabel="questions")
    axes.legend()
    return _svg(figure)


def _calibration(found: Sequence[Bin]) -> str:
    """The chance that was given against the share of best quotes that were right."""
    figure = _figure()
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    axes.plot([each.given for each in found], [each.right for each in found], marker="o")
    for each in found:
        axes.annotate(str(each.count), (each.given, each.right), xytext=(5, -10),
                      textcoords="offset points")  # fmt: skip
    axes.set(xlabel="chance given", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1.05))
    return _svg(figure)


def _figure() -> Drawing:
    try:
        from matplotlib.figure import Figure as Canvas
    except ImportError as error:
        message = "the report's plots need matplotlib; install partnerqa[evaluate]"
        raise PathError(message) from error
    return Canvas(figsize=(6, 3.4), layout="constrained")


def _svg(figure: Drawing) -> str:
    """The drawing as an SVG element, without the declarations of a file of its own."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()[out.getvalue().index("<svg") :]
