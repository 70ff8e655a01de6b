from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnerqa.errors import CorpusError, PathError
from partnerqa.evaluation.question import judged, read_questions
from partnerqa.index.opened import Index


def write(folder: Path, *rows: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def test_a_quote_is_named_by_words_that_it_contains(index: Index, tmp_path: Path) -> None:
    path = write(tmp_path, {"question": "late money?", "relevant": ["THEY PAID my train"]})
    (found,) = judged(read_questions(path), index.store.quotes())
    (quote,) = found.relevant
    assert index.store.quote(quote).attribution.speaker == "Nkechi"
    assert found.best == found.relevant


def test_a_quote_is_named_by_its_id(index: Index, tmp_path: Path) -> None:
    wanted = index.store.quotes()[0].id
    path = write(tmp_path, {"question": "late money?", "relevant": [wanted]})
    assert judged(read_questions(path), index.store.quotes())[0].relevant == {wanted}


def test_words_of_no_quote_name_the_question_and_the_words(index: Index, tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "q7", "question": "?", "relevant": ["nobody said this"]})
    with pytest.raises(PathError, match="question q7: no quote holds 'nobody said this'"):
        judged(read_questions(path), index.store.quotes())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"relevant": []}, 'has no "question"'),
        ({"question": "a", "answer": 1}, "has 'answer'; expected one of"),
        ({"question": "a", "relevant": "b"}, "relevant is 'b'; expected a list"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: object, message: str) -> None:
    path = write(tmp_path, {"question": "fine"}, row)
    with pytest.raises(CorpusError, match=f"questions.jsonl:2: {message}"):
        read_questions(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="holds no question"):
        read_questions(write(tmp_path))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"missing\.jsonl cannot be read"):
        read_questions(tmp_path / "missing.jsonl")
