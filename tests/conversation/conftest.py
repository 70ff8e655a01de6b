"""A small invented collection, read and indexed for real once: two pages, four people."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnerqa.corpus.collection import read_collection
from partnerqa.index.build import build_index
from partnerqa.index.opened import Index

MONEY = """Being paid for your time

Travel costs

What it costs to come came up in most of the conversations, and often first of all.

Train fares were often paid late. For example Nkechi said, “They paid my train fare only after \
three months. I could not wait that long, so I stopped coming in the spring.”

Others did not claim them at all.

Being paid - Tomas

My bus ticket costs less than the stamp I would need to send the claim form, so I never claim it.

View profile

Thank-you gifts

A researcher thought about presents.

Being paid - Ines

I used to hand out gift cards for travel. Then somebody told me a gift card does not pay a train.

View profile

Last updated June 2024
"""
MEETINGS = """The first meeting

Feeling nervous

Some people were nervous before they spoke. For example Nkechi said, “My hands were shaking under \
the table when I had to introduce myself. Nobody laughed at my question in the end.”

The first meeting - Tomas

A woman called me before the meeting and told me who would be there, so I slept that night and was \
not nervous at all.

View profile

Jargon and long words

Long words were a barrier.

The first meeting - Odile

They said cohort, and I thought of Roman soldiers. I wrote down eleven long words that morning.

View profile

Last updated June 2024
"""
ROSTER = """
[[speaker]]
name = "Nkechi"
role = "patient"

[[speaker]]
name = "Tomas"
role = "caregiver"

[[speaker]]
name = "Ines"
role = "researcher"

[[speaker]]
name = "Odile"
role = "patient"
"""


@pytest.fixture(scope="session")
def index(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder: Path = tmp_path_factory.mktemp("conversation")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "being-paid.txt").write_text(MONEY, encoding="utf-8")
    (pages / "first-meeting.txt").write_text(MEETINGS, encoding="utf-8")
    (pages / "speakers.toml").write_text(ROSTER, encoding="utf-8")
    shutil.copytree(sample_index, folder / "index", copy_function=os.link)  # for its encoder
    build_index(read_collection([pages]), folder / "index")
    with Index.open(folder / "index") as opened:
        yield opened
