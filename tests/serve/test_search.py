import pytest
from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.search import MOST_HITS, SearchJson


def test_hits_come_best_first_with_why_they_matched(client: TestClient, opened: Index) -> None:
    told = client.get("/api/v1/search", params={"q": "parking", "limit": 5}).json()
    scores = [hit["score"] for hit in told["results"]]
    assert len(scores) == 5
    SearchJson.model_validate(told)
    assert scores == sorted(scores, reverse=True)
    for hit in told["results"]:
        assert hit["match"]["words"] + hit["match"]["meaning"] == pytest.approx(1)
        document = opened.store.document(hit["document"]["id"])
        assert document.text[hit["start"] : hit["end"]] == hit["text"]
        assert all(0 <= m["start"] < m["end"] <= len(hit["text"]) for m in hit["highlights"])
    assert told["collection"]["notice"].startswith("This is an invented sample.")


def test_slips_are_mended_and_what_was_searched_is_told(client: TestClient) -> None:
    typed, right, quoted = (
        client.get("/api/v1/search", params={"q": query}).json()
        for query in ("parkng costs", "parking costs", '"parkng" costs')
    )
    assert (typed["query"], typed["understood_as"]) == ("parkng costs", "parking costs")
    assert typed["results"] == right["results"]
    assert (quoted["understood_as"], quoted["results"]) == ('"parkng" costs', [])


def test_only_people_are_heard_unless_narrative_is_asked_for(client: TestClient) -> None:
    def kinds(*wanted: str) -> set[str]:
        asked = "".join(f"&kind={kind}" for kind in wanted)
        results = client.get(f"/api/v1/search?q=partners&limit=50{asked}").json()["results"]
        return {hit["kind"] for hit in results}

    assert kinds() == {"quote"}
    assert kinds("narrative") == {"narrative"}
    assert kinds("quote", "narrative") == {"quote", "narrative"}


def test_narrative_has_no_speaker_at_all(client: TestClient) -> None:
    params = {"q": "partners", "kind": "narrative"}
    hits = client.get("/api/v1/search", params=params).json()["results"]
    assert hits
    assert not any({"speaker", "role", "id", "attribution"} & set(hit) for hit in hits)


def test_speakers_and_roles_narrow_the_search(client: TestClient) -> None:
    params = {"q": "meeting", "speaker": "Nkechi"}
    hits = client.get("/api/v1/search", params=params).json()["results"]
    assert {hit["speaker"] for hit in hits} == {"Nkechi"}
    params = {"q": "meeting", "role": "caregiver"}
    hits = client.get("/api/v1/search", params=params).json()["results"]
    assert {hit["role"] for hit in hits} == {"caregiver"}


def test_an_unknown_speaker_is_a_problem_that_names_it(client: TestClient) -> None:
    response = client.get("/api/v1/search", params={"q": "meeting", "speaker": "Nkeshi"})
    assert response.status_code == 422
    assert response.json()["type"] == "/problems#filter"
    assert "Nkeshi" in response.json()["detail"]
    assert "Nkechi" in response.json()["detail"]


def test_the_most_that_may_be_asked_for_is_given(client: TestClient, opened: Index) -> None:
    assert opened.manifest.counts["quotes"] > MOST_HITS
    params: dict[str, str | int] = {"q": "the people on the team", "limit": MOST_HITS}
    hits = client.get("/api/v1/search", params=params).json()["results"]
    assert len(hits) == MOST_HITS
    assert len({hit["id"] for hit in hits}) == MOST_HITS
