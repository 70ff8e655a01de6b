from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.documents import DocumentsJson


def test_every_page_is_listed_with_its_number_of_quotes(client: TestClient, opened: Index) -> None:
    told = client.get("/api/v1/documents").json()
    DocumentsJson.model_validate(told)
    assert len(told["documents"]) == opened.manifest.counts["documents"]
    assert sum(one["quotes"] for one in told["documents"]) == opened.manifest.counts["quotes"]
    assert "text" not in told["documents"][0]


def test_a_page_comes_whole_with_offsets_into_its_text(client: TestClient, opened: Index) -> None:
    entry = opened.store.documents()[0]
    told = client.get(f"/api/v1/documents/{entry.id}").json()
    assert told["text"] == opened.store.document(entry.id).text
    assert len(told["quotes"]) == entry.quotes
    starts = [quote["start"] for quote in told["quotes"]]
    assert starts == sorted(starts)
    for quote in told["quotes"]:
        assert told["text"][quote["start"] : quote["end"]] == quote["text"]
    for section in told["sections"]:
        if section["path"]:
            assert section["path"][-1] in told["text"][section["start"] : section["end"]]


def test_an_unknown_page_is_not_found(client: TestClient) -> None:
    response = client.get("/api/v1/documents/nowhere")
    assert response.status_code == 404
    assert "nowhere" in response.json()["detail"]
