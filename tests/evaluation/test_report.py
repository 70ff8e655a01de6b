from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnerqa.cli.main import main
from partnerqa.evaluation.figure import Figure
from partnerqa.evaluation.report import table, what_went_wrong
from partnerqa.evaluation.run import Outcome, run
from partnerqa.index.opened import Index
from tests.evaluation.test_run import FALSE, HONEST, REFUSED, RIGHT, SECOND, ask


def test_a_table_lines_up_names_values_and_counts() -> None:
    lines = table([Figure("a", 0.5, 3), Figure("longer", 1.0, 12)]).splitlines()
    assert [line.split() for line in lines] == [["a", "0.500", "3"], ["longer", "1.000", "12"]]
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize(
    ("outcome", "wrong"),
    [
        (RIGHT, ""),
        (SECOND, "the right quote is not first"),
        (REFUSED, "refused, though somebody speaks about it"),
        (HONEST, ""),
        (FALSE, "answered, though nobody speaks about it"),
    ],
)
def test_what_went_wrong_is_said_in_words(outcome: Outcome, wrong: str) -> None:
    assert what_went_wrong(outcome) == wrong


def test_the_report_is_one_page_with_figures_plots_and_mistakes(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    rows = [
        {"question": "how long until train fares were paid", "relevant": ["They paid my train"]},
        {"question": "what do people say about <tomatoes>", "relevant": []},
    ]
    questions.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    report = tmp_path / "report.html"
    place = str(index.directory.parent)
    assert main(["evaluate", str(questions), "--index", place, "--report", str(report)]) == 0
    page = report.read_text("utf-8")
    assert page.count("<svg") == 2
    assert "nDCG@10" in page
    assert "<tomatoes>" not in page
    assert "best@1" in capsys.readouterr().out


def test_a_run_can_be_taken_away_as_json(index: Index) -> None:
    from partnerqa.evaluation.figure import figures
    from partnerqa.evaluation.report import as_json

    quote = index.store.quotes()[0].id
    outcomes = run(index, [ask("train fares paid late", quote)])
    found = json.loads(json.dumps(as_json(figures(outcomes), outcomes)))
    assert found["questions"][0]["relevant"] == [quote]
