from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnerqa.cli.main import main
from partnerqa.errors import CorpusError, PathError
from partnerqa.evaluation.beir import is_beir, read_beir

TEXTS = {
    "d1": ("Trains", "The train fare was paid after three months."),
    "d2": ("Gardens", "Tomatoes want sun, water and patience."),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"_id": key, "title": title, "text": text} for key, (title, text) in TEXTS.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    query = json.dumps({"_id": "q1", "text": "when was the fare paid?"})
    (tmp_path / "queries.jsonl").write_text(query, "utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t0\n"
    )
    return tmp_path


def test_a_folder_is_read_into_texts_queries_and_what_is_relevant(folder: Path) -> None:
    beir = read_beir(folder)
    assert [quote.text for quote in beir.collection.quotes] == [text for _, text in TEXTS.values()]
    assert beir.queries == {"q1": "when was the fare paid?"}
    assert beir.relevant == {"q1": {"d1"}}


def test_only_a_folder_with_a_corpus_is_one(folder: Path) -> None:
    assert is_beir(folder)
    assert not is_beir(folder / "qrels")


def test_a_folder_is_measured_by_the_command(
    folder: Path, sample_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(folder), "--json", "--index", str(sample_index)]) == 0
    figures = {row["name"]: row["value"] for row in json.loads(capsys.readouterr().out)["figures"]}
    assert figures == {"nDCG@10": 1.0, "recall@10": 1.0, "recall@100": 1.0, "MRR": 1.0}


def test_missing_qrels_say_what_was_expected(folder: Path) -> None:
    (folder / "qrels" / "test.tsv").unlink()
    with pytest.raises(PathError, match=r"has no qrels; expected qrels/test\.tsv"):
        read_beir(folder)


def test_a_bad_line_is_told_with_its_number(folder: Path) -> None:
    (folder / "queries.jsonl").write_text('{"_id": "q1"}', "utf-8")
    with pytest.raises(CorpusError, match=r"queries\.jsonl:1: expected _id and text"):
        read_beir(folder)
