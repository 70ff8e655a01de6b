from __future__ import annotations

import re

from partnerqa.conversation.message import TEXTS
from partnerqa.conversation.said import NOTES


def test_every_text_stands_in_both_languages_with_the_same_blanks() -> None:
    for texts in (TEXTS, NOTES):
        assert texts["en"].keys() == texts["fr"].keys()
        for name, text in texts["en"].items():
            assert re.findall(r"\{\w*\}", text) == re.findall(r"\{\w*\}", texts["fr"][name])


def test_no_text_claims_what_patients_think() -> None:
    for texts in TEXTS.values():
        for text in texts.values():
            assert not re.search(r"patients|think|believe|pensent", text)
