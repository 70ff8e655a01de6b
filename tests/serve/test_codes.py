from dataclasses import replace

from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.codes import CodesJson, codebook


def test_every_code_is_listed_with_how_many_quotes_have_it(
    client: TestClient, opened: Index
) -> None:
    told = client.get("/api/v1/codes").json()
    CodesJson.model_validate(told)
    given = [code for quote in opened.store.quotes() for code in quote.codes]
    assert {one["code"]: one["quotes"] for one in told["codes"]} == {
        code: given.count(code) for code in given
    }
    counts = [one["quotes"] for one in told["codes"]]
    assert counts == sorted(counts, reverse=True)
    assert told["collection"]["notice"] == opened.manifest.notice


def test_all_that_was_coded_so_is_found_by_a_code(client: TestClient, opened: Index) -> None:
    code = client.get("/api/v1/codes").json()["codes"][0]["code"]
    query = {"q": code, "topic": code, "limit": 100}
    found = client.get("/api/v1/search", params=query).json()["results"]
    ids = {part["id"] for hit in found for part in (hit, *hit["parts"])}
    assert {quote.id for quote in opened.store.quotes() if code in quote.codes} <= ids
    assert all(code in hit["codes"] for hit in found)


def test_the_page_of_codes_shows_the_common_ones_and_folds_up_the_others(
    client: TestClient, opened: Index
) -> None:
    page = client.get("/codes").text
    assert opened.manifest.notice in page
    assert page.index("being asked only for show") < page.index("that only one quote has")


def test_a_collection_that_nobody_coded_has_no_codes(opened: Index) -> None:
    none = replace(
        opened.codes,
        names=[],
        begin=opened.codes.begin[:1],
        holder=opened.codes.holder[:0],
    )
    assert codebook(replace(opened, codes=none)) == []
