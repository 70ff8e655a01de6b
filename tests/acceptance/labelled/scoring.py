"""Compares what reading finds with pages labelled by hand: spans, names and roles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from partnerqa.corpus.collection import read_collection
from partnerqa.corpus.name import bare
from partnerqa.records import Collection, Quote

HERE = Path(__file__).parent
SAMPLE = HERE.parents[2] / "corpus"


@dataclass(frozen=True, slots=True)
class Label:
    """One quote as a careful reader marked it."""

    page: str
    text: str
    speaker: str | None
    role: str | None


@dataclass(slots=True)
class Score:
    """Counts over a set of pages; every difference is kept as a readable line."""

    labels: int = 0
    found: int = 0
    right: int = 0
    named: int = 0
    names_given: int = 0
    names_right: int = 0
    roles: int = 0
    roles_given: int = 0
    roles_right: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the found spans that are labelled."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of the labelled spans that were found, to the character."""
        return self.right / max(1, self.labels)

    @property
    def span_f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, self.found + self.labels)

    @property
    def names_precision(self) -> float:
        """Names right of those given to spans that are labelled."""
        return self.names_right / max(1, self.names_given)

    @property
    def names_recall(self) -> float:
        """Names right of those that a careful reader gives."""
        return self.names_right / max(1, self.named)

    @property
    def roles_precision(self) -> float:
        """Roles right of those given."""
        return self.roles_right / max(1, self.roles_given)

    @property
    def roles_recall(self) -> float:
        """Roles right of those that a careful reader gives."""
        return self.roles_right / max(1, self.roles)

    def __str__(self) -> str:
        return (
            f"{self.labels} labels: spans P {self.precision:.3f} R {self.recall:.3f} "
            f"F1 {self.span_f1:.3f}; names P {self.names_precision:.3f} "
            f"R {self.names_recall:.3f}; roles P {self.roles_precision:.3f} "
            f"R {self.roles_recall:.3f}"
        )


def labelled_pages(folder: Path) -> dict[str, list[Label]]:
    """The labels beside the pages of `folder`, by the page's path."""
    pages: dict[str, list[Label]] = {}
    for file in sorted(folder.rglob("*.labels.jsonl")):
        page = file.relative_to(folder).as_posix().removesuffix(".labels.jsonl")
        pages[page] = list(_labels(page, file.read_text("utf-8").splitlines()))
    return pages


def sample_pages(file: Path) -> dict[str, list[Label]]:
    """The truth of the sample collection, by page."""
    pages: dict[str, list[Label]] = {}
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        label = Label(row["page"], row["text"], row["speaker"], row["role"])
        pages.setdefault(row["page"], []).append(label)
    return pages


def _labels(page: str, lines: Iterable[str]) -> Iterator[Label]:
    for line in lines:
        if line.strip():
            row = json.loads(line)
            yield Label(page, row["text"], row["speaker"], row["role"])


def score(folder: Path, pages: dict[str, list[Label]]) -> Score:
    """Read `folder` and compare; a span is right when all its characters are."""
    collection = read_collection([folder])
    total = Score()
    aliases = _aliases(collection)
    for page, labels in pages.items():
        document = next((d for d in collection.documents if page.endswith(d.path)), None)
        quotes = [q for q in collection.quotes if document and q.document_id == document.id]
        _score_page(total, page, labels, quotes, aliases)
    return total


def _aliases(collection: Collection) -> dict[str, str]:
    return {
        alias.replace("'", "’"): speaker.name.replace("'", "’")
        for speaker in collection.speakers
        for alias in speaker.aliases
    }


def _score_page(
    total: Score,
    page: str,
    labels: list[Label],
    quotes: list[Quote],
    aliases: dict[str, str],
) -> None:
    total.labels += len(labels)
    total.found += len(quotes)
    total.named += sum(label.speaker is not None for label in labels)
    total.roles += sum(label.role is not None for label in labels)
    left = list(quotes)
    for label in labels:
        match = next((q for q in left if _plain(q.text) == _plain(label.text)), None)
        if match is None:
            total.differences.append(f"MISSED {page}: [{label.speaker}] {_plain(label.text)[:90]}")
            continue
        left.remove(match)
        total.right += 1
        _score_names(total, label, match, aliases)
    for quote in left:
        who = quote.attribution
        total.differences.append(
            f"EXTRA  {page}: [{who.speaker}, {who.rule}] {_plain(quote.text)[:90]}"
        )


def _score_names(total: Score, label: Label, quote: Quote, aliases: dict[str, str]) -> None:
    given, role = quote.attribution.speaker, quote.attribution.role
    same = given is not None and label.speaker is not None and _same(given, label.speaker, aliases)
    total.names_given += given is not None
    total.names_right += same
    total.roles_given += role is not None
    total.roles_right += role is not None and role == label.role
    if (given is not None or label.speaker is not None) and not same:
        total.differences.append(
            f"NAME   {label.page}: {given} ({quote.attribution.rule}, "
            f"{quote.attribution.confidence:.2f}), expected {label.speaker}: "
            f"{_plain(label.text)[:70]}"
        )
    if role != label.role:
        total.differences.append(
            f"ROLE   {label.page}: {role}, expected {label.role} ({label.speaker}): "
            f"{_plain(label.text)[:70]}"
        )


def _same(given: str, expected: str, aliases: dict[str, str]) -> bool:
    expected = expected.replace("'", "’")
    given = given.replace("'", "’")
    return bare(given) == bare(expected) or aliases.get(expected, expected) == given


def _plain(text: str) -> str:
    # American pages put the sentence’s own full stop within the marks; either reading is right.
    return " ".join(text.split()).rstrip(".,")


if __name__ == "__main__":
    import sys

    chosen = sys.argv[1] if len(sys.argv) > 1 else "development"
    if chosen == "sample":
        result = score(SAMPLE, sample_pages(HERE.parent / "sample" / "quotes.jsonl"))
    else:
        result = score(HERE / chosen, labelled_pages(HERE / chosen))
    told = [*(result.differences if "-v" in sys.argv else []), str(result)]
    sys.stdout.write("\n".join(told) + "\n")
