from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from partnerqa.index.opened import Index
from partnerqa.index.rows import Rows
from partnerqa.records import Attribution, Collection, Document, Passage, Quote


def test_every_column_tells_what_the_passages_are(index: Index) -> None:
    rows = index.rows
    for passage in index.store.passages(range(len(rows))):
        number = passage.number
        assert rows.kinds[rows.kind[number]] == passage.kind
        assert rows.documents[rows.document[number]] == passage.document_id
        assert rows.sections[rows.section[number]] == (passage.document_id, passage.section)
        document = index.store.document(passage.document_id)
        assert rows.languages[rows.language[number]] == document.language


def test_a_quote_has_its_speaker_and_role(index: Index) -> None:
    rows = index.rows
    said = {
        rows.quotes[rows.quote[number]]: (
            rows.speakers[rows.speaker[number]] if rows.speaker[number] >= 0 else None,
            rows.roles[rows.role[number]] if rows.role[number] >= 0 else None,
        )
        for number in np.flatnonzero(rows.quote >= 0)
    }
    assert said == {
        "form": ("oona-aaaa", "researcher"),
        "train": ("bram-bbbb", None),
        "tie": ("bram-bbbb", None),
        "train-again": (None, "caregiver"),
        "longues": ("aimee-cccc", "patient"),
    }


def test_narrative_has_neither_quote_nor_speaker_nor_role(index: Index) -> None:
    rows = index.rows
    (narrative,) = np.flatnonzero(rows.kind == rows.kinds.index("narrative"))
    assert (rows.quote[narrative], rows.speaker[narrative], rows.role[narrative]) == (-1, -1, -1)
    assert index.store.passage(narrative).text == "Money is where good will is tested."


def test_what_was_saved_opens_with_the_same_columns_and_lists(index: Index, tmp_path: Path) -> None:
    index.rows.save(tmp_path / "rows.npz")
    opened = Rows.open(tmp_path / "rows.npz")
    assert opened.sections == index.rows.sections
    assert opened.quotes == index.rows.quotes
    assert (opened.speaker == index.rows.speaker).all()
    assert len(opened) == len(index.rows) == 6


def test_a_file_with_pickles_in_it_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "rows.npz", lists=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        Rows.open(tmp_path / "rows.npz")


def test_the_first_of_each_code_is_told_and_all_that_have_none(index: Index) -> None:
    column = np.array([4, -1, 4, 7, -1, 7], np.int32)
    numbers = np.array([3, 2, 1, 0, 5, 4])
    assert index.rows.first_of_each(column, numbers).tolist() == [0, 1, 2, 5]


def test_the_parts_of_an_interrupted_quote_share_an_utterance() -> None:
    said = Attribution(None, None, "cue", (), 1.0)
    quotes = tuple(
        Quote(name, "d1", 0, 1, "…", (), said, utterance=utterance)
        for name, utterance in (("one", "u"), ("other", "u"), ("alone", None))
    )
    passages = [Passage(n, "quote", "d1", 0, 1, "…", (), one.id) for n, one in enumerate(quotes)]
    page = Document("d1", "a.txt", "A", "…")
    rows = Rows.of(Collection("Small", "", "en", (page,), quotes, ()), passages)
    assert rows.utterance.tolist() == [0, 0, -1]
