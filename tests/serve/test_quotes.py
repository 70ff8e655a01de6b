from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.app import create_app
from partnerqa.serve.quotes import QuoteAnswerJson
from partnerqa.settings import Settings


def test_a_quote_is_found_by_its_permalink(client: TestClient, opened: Index) -> None:
    record = opened.store.quotes()[0]
    told = client.get(f"/api/v1/quotes/{record.id}").json()
    QuoteAnswerJson.model_validate(told)
    assert told["quote"]["text"] == record.text
    assert told["quote"]["speaker"] == record.attribution.speaker
    assert told["collection"]["notice"].startswith("This is an invented sample.")


def test_every_quote_of_the_sample_is_served_verbatim(client: TestClient, opened: Index) -> None:
    for record in opened.store.quotes():
        quote = client.get(f"/api/v1/quotes/{record.id}").json()["quote"]
        text = opened.store.document(quote["document"]["id"]).text
        assert text[quote["start"] : quote["end"]] == quote["text"] == record.text


def test_a_citation_holds_words_speaker_place_permalink_and_notice(
    client: TestClient, opened: Index
) -> None:
    record = next(quote for quote in opened.store.quotes() if quote.attribution.speaker)
    document = opened.store.document(record.document_id)
    cited = client.get(f"/api/v1/quotes/{record.id}").json()["citation"]
    assert cited.startswith(f"“{record.text}”")
    assert f"— {record.attribution.speaker}" in cited
    assert document.title in cited
    assert f"http://testserver/quotes/{record.id}" in cited
    assert cited.endswith("This is an invented sample. No real person said any of this.")


def test_an_unnamed_speaker_is_cited_as_unnamed(client: TestClient, opened: Index) -> None:
    record = next(quote for quote in opened.store.quotes() if not quote.attribution.speaker)
    cited = client.get(f"/api/v1/quotes/{record.id}").json()["citation"]
    assert "— Speaker not named" in cited


def test_citations_begin_with_the_public_address_that_was_set(opened: Index) -> None:
    settings = Settings(index=opened.directory, public_url="https://voices.example.org/")
    record = opened.store.quotes()[0]
    with TestClient(create_app(settings, index=opened)) as client:
        cited = client.get(f"/api/v1/quotes/{record.id}").json()["citation"]
    assert f"\nhttps://voices.example.org/quotes/{record.id}\n" in cited


def test_an_unknown_quote_is_not_found(client: TestClient) -> None:
    response = client.get("/api/v1/quotes/zzzzzzzzzzzz")
    assert response.status_code == 404
    assert response.json()["type"] == "/problems#not-found"
    assert "zzzzzzzzzzzz" in response.json()["detail"]
