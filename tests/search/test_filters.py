import pytest

from partnerqa.errors import FilterError
from partnerqa.index.opened import Index
from partnerqa.records import Filters
from partnerqa.search.filters import allowed, folded


def quotes(index: Index, filters: Filters) -> set[str]:
    mask = allowed(index, filters, ("quote",))
    return {index.rows.quotes[code] for code in index.rows.quote[mask]}


MONEY_PAGE = {"quote10", "quote11", "quote12"}
PLAIN_PAGE = {"quote20", "quote21", "quote22"}


def test_no_filter_allows_every_passage(index: Index) -> None:
    assert allowed(index, Filters()).all()


@pytest.mark.parametrize("name", ["Nkechi", "nkechi", "NKECHI O", " Nkechi  O "])
def test_a_speaker_is_known_by_name_id_and_alias_in_any_case(index: Index, name: str) -> None:
    found = quotes(index, Filters(speakers=(name,)))
    assert found == {"quote00", "quote10", "quote20", "quote21"}


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("page1", MONEY_PAGE),
        ("being paid", MONEY_PAGE),
        ("being-involved/money.txt", MONEY_PAGE),
        ("being-involved", MONEY_PAGE | PLAIN_PAGE),
        ("Being involved", MONEY_PAGE | PLAIN_PAGE),
        ("Thank-you gifts", {"quote12"}),
        ("thank-you GIFTS", {"quote12"}),
    ],
)
def test_a_topic_is_a_page_a_folder_or_a_heading(
    index: Index, topic: str, expected: set[str]
) -> None:
    assert quotes(index, Filters(topics=(topic,))) == expected


def test_values_of_one_kind_widen_and_kinds_narrow(index: Index) -> None:
    either = Filters(speakers=("Ines", "Tomas"))
    assert quotes(index, either) == {"quote01", "quote02", "quote11", "quote22", "quote32"}
    assert quotes(index, Filters(speakers=("Ines", "Tomas"), topics=("Being paid",))) == {"quote11"}


def test_a_speaker_filter_allows_no_narrative(index: Index) -> None:
    assert not allowed(index, Filters(speakers=("Ines",)), ("narrative",)).any()


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(speakers=("Inez",)), "no speaker 'Inez'; did you mean 'Ines'"),
        (Filters(topics=("travel",)), "no topic 'travel'; did you mean 'Travel costs'"),
        (Filters(languages=("de",)), "no language 'de'; it has 'en' and 'fr'"),
        (Filters(languages=("en-GB",)), "no language 'en-GB'; it has 'en' and 'fr'"),
        (Filters(speakers=("http://x",)), "no speaker 'http://x'; GET /api/v1/speakers lists"),
        (Filters(topics=("http://x",)), "no topic 'http://x'; GET /api/v1/documents lists"),
        (Filters(speakers=(" ",)), "a speaker to filter by is blank; name one, or leave it out"),
        (Filters(roles=("nurse",)), "no role 'nurse'; the roles are patient, "),  # type: ignore[arg-type]
    ],
)
def test_what_the_collection_does_not_hold_is_named(
    index: Index, filters: Filters, message: str
) -> None:
    with pytest.raises(FilterError, match=message):
        allowed(index, filters)


def test_names_are_compared_without_case_accents_and_spaces() -> None:
    assert folded("  Zoë  d’Arc ") == "zoe d'arc"
