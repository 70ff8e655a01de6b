from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.speakers import SpeakerAnswerJson, SpeakersJson


def test_everybody_who_is_named_is_listed(client: TestClient, opened: Index) -> None:
    told = client.get("/api/v1/speakers").json()
    SpeakersJson.model_validate(told)
    assert len(told["speakers"]) == opened.manifest.counts["speakers"]
    assert sum(one["quotes"] for one in told["speakers"]) == opened.manifest.counts["named"]
    assert "aliases" not in told["speakers"][0]


def test_a_speaker_comes_with_all_their_words(client: TestClient, opened: Index) -> None:
    entry = opened.store.speakers()[0]
    told = client.get(f"/api/v1/speakers/{entry.speaker.id}").json()
    SpeakerAnswerJson.model_validate(told)
    assert told["speaker"]["name"] == entry.speaker.name
    assert len(told["quotes"]) == entry.quotes > 0
    assert {quote["speaker_id"] for quote in told["quotes"]} == {entry.speaker.id}


def test_an_unknown_speaker_is_not_found(client: TestClient) -> None:
    response = client.get("/api/v1/speakers/nobody-0000")
    assert response.status_code == 404
    assert "nobody-0000" in response.json()["detail"]
