from pathlib import Path

import pytest

from partnerqa.index.words import terms
from partnerqa.search.thesaurus import Thesaurus, read_thesaurus

GROUPS = """
[pay]
en = "pay, money, out of pocket"
fr = "argent, payer"

[gift]
en = "gift, money"
"""


@pytest.fixture
def thesaurus(tmp_path: Path) -> Thesaurus:
    path = tmp_path / "thesaurus.toml"
    path.write_text(GROUPS, "utf-8")
    return read_thesaurus(path)


def read(text: str, language: str = "en") -> list[str]:
    return [term.text for term in terms(text, language)]


def test_a_word_finds_the_words_of_its_group_in_every_language(thesaurus: Thesaurus) -> None:
    assert thesaurus.kin(read("paying"), "en") == [{"pay", "money", "argent", "pai"}]


def test_a_word_of_two_groups_finds_both(thesaurus: Thesaurus) -> None:
    assert thesaurus.kin(read("money"), "en") == [{"pay", "money", "argent", "pai", "gift"}]


def test_an_entry_of_several_words_must_stand_whole(thesaurus: Thesaurus) -> None:
    assert len(thesaurus.kin(read("I was out of pocket again"), "en")) == 1
    assert thesaurus.kin(read("it fell out of the pocket"), "en") == []


def test_a_word_that_tells_nothing_counts_within_several_words_only(thesaurus: Thesaurus) -> None:
    assert thesaurus.kin(read("money back"), "en", idle={0}) == []
    assert len(thesaurus.kin(read("out of pocket"), "en", idle={0, 1})) == 1


def test_each_language_reads_its_own_words(thesaurus: Thesaurus) -> None:
    assert len(thesaurus.kin(read("de l'argent", "fr"), "fr-CA")) == 1
    assert thesaurus.kin(read("argent"), "en") == []
    assert thesaurus.kin(read("dinero", "es"), "es") == []


def test_the_file_that_ships_has_groups_of_words_in_both_languages() -> None:
    shipped = read_thesaurus()
    assert len(shipped.single) >= 120
    assert set(shipped.entries) == {"en", "fr"}
    assert min(len(words) for words in shipped.single) >= 2


def test_no_group_that_ships_takes_in_half_the_language() -> None:
    assert max(len(words) for words in read_thesaurus().single) <= 40
