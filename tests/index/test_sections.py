from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from partnerqa.index.rows import Rows
from partnerqa.index.sections import Sections
from partnerqa.records import Collection, Document, Kind, Passage

# number, kind, path of the section
PASSAGES: list[tuple[int, Kind, tuple[str, ...]]] = [
    (0, "quote", ("Money", "Travel")),
    (1, "narrative", ("Money", "Travel")),
    (2, "narrative", ()),
    (3, "quote", ("Gifts",)),
    (4, "narrative", ("Money", "Travel")),
]
LEAD_INS = ["Some are paid.", "", "", "", ""]
VECTORS = {
    "Some are paid.": [-1.0, 0.0],
    "Travel": [1.0, 0.0],
    "Being paid": [0.0, 1.0],
    "Gifts": [0.6, 0.8],
}


def encode(texts: list[str]) -> NDArray[np.float32]:
    return np.array([VECTORS[text] for text in texts], np.float32)


@pytest.fixture
def sections() -> Sections:
    collection = Collection(
        "Small", "", "en", (Document("d1", "a.txt", "Being paid", "…"),), (), ()
    )
    passages = [
        Passage(number, kind, "d1", number, number + 1, "…", path)
        for number, kind, path in PASSAGES
    ]
    return Sections.of(
        Rows.of(collection, passages),
        {"d1": "Being paid"},
        LEAD_INS,
        encode,  # type: ignore[arg-type]
    )


def test_a_section_is_described_by_its_heading_and_an_introduction_by_its_page(
    sections: Sections,
) -> None:
    cosines = sections.heading_cosines(np.array([0, 1, 2]), np.array([1.0, 0.0], np.float32))
    assert cosines == pytest.approx([1.0, 0.0, 0.6], abs=1e-3)


def test_a_passage_has_its_lead_in_or_none(sections: Sections) -> None:
    cosines = sections.lead_in_cosines(np.array([3, 0]), np.array([1.0, 0.0], np.float32))
    assert np.isnan(cosines[0])
    assert cosines[1] == pytest.approx(-1.0, abs=1e-3)


def test_the_narrative_of_each_section_is_found_with_its_place(sections: Sections) -> None:
    numbers, owner = sections.narratives(np.array([2, 0, 1]))
    assert numbers.tolist() == [1, 4, 2]
    assert owner.tolist() == [1, 1, 2]


def test_sections_are_the_same_after_saving(sections: Sections, tmp_path: Path) -> None:
    sections.save(tmp_path / "s.npz", tmp_path / "s.npy")
    opened = Sections.open(tmp_path / "s.npz", tmp_path / "s.npy")
    for name in ("heading", "lead_in", "first", "narrative", "vectors"):
        assert np.array_equal(getattr(opened, name), getattr(sections, name))
