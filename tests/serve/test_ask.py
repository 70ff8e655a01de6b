import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from partnerqa.conversation.answer import answer
from partnerqa.index.opened import Index
from partnerqa.serve.app import create_app
from partnerqa.serve.ask import events, prefers_events
from partnerqa.settings import Settings

QUESTION = "What did people say about parking?"


def ask(client: TestClient, **body: object) -> dict[str, Any]:
    response = client.post("/api/v1/ask", json={"question": QUESTION, **body})
    assert response.status_code == 200, response.text
    told: dict[str, Any] = response.json()
    return told


def read_events(text: str) -> Iterator[tuple[str, Any]]:
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_a_question_is_answered_with_words_that_stand_in_their_documents(
    client: TestClient, opened: Index
) -> None:
    told = ask(client)
    assert told["status"] == "answered"
    assert told["understood_as"] == QUESTION
    assert "parking" in told["quotes"][0]["section"][-1].lower()
    for quote in told["quotes"]:
        document = opened.store.document(quote["document"]["id"])
        assert document.text[quote["start"] : quote["end"]] == quote["text"]
        for evidence in quote["attribution"]["evidence"]:
            assert document.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_every_answer_says_that_the_sample_is_invented(client: TestClient) -> None:
    assert ask(client)["collection"] == {
        "name": "Partners in Research: an invented sample",
        "notice": "This is an invented sample. No real person said any of this.",
    }


def test_the_asker_chooses_how_many_quotes_come_at_most(client: TestClient) -> None:
    assert len(ask(client, limit=2)["quotes"]) == 2
    assert len(ask(client)["quotes"]) <= 5


def test_filters_narrow_the_answer_and_are_told_back(client: TestClient) -> None:
    told = ask(client, filters={"roles": ["researcher"]})
    assert told["filters"]["roles"] == ["researcher"]
    assert {quote["role"] for quote in told["quotes"]} == {"researcher"}


def test_what_nobody_speaks_about_is_not_covered(client: TestClient) -> None:
    told = ask(client, question="What is the melting point of tungsten carbide?")
    assert told["status"] == "not_covered"
    assert told["quotes"] == []
    assert told["message"]


def test_quotes_that_were_shown_are_not_shown_again(client: TestClient) -> None:
    first = ask(client, limit=2)
    shown = [quote["id"] for quote in first["quotes"]]
    history = [
        {"role": "user", "content": QUESTION},
        {"role": "assistant", "content": first["message"], "quotes": shown},
    ]
    more = ask(client, question="more", history=history, limit=2)
    assert not set(shown) & {quote["id"] for quote in more["quotes"]}


def test_the_same_answer_comes_as_events_to_whoever_asks_for_them(client: TestClient) -> None:
    whole = ask(client)
    response = client.post(
        "/api/v1/ask", json={"question": QUESTION}, headers={"Accept": "text/event-stream"}
    )
    assert response.headers["content-type"].startswith("text/event-stream")
    told = list(read_events(response.text))
    names = [name for name, _ in told]
    assert names[0] == "understood_as"
    assert names[-2:] == ["follow_ups", "done"]
    assert told[0][1] == {
        key: whole[key]
        for key in ("status", "understood_as", "filters", "message", "language", "collection")
    }
    assert [data for name, data in told if name == "quote"] == whole["quotes"]
    assert [data for name, data in told if name == "narrative"] == whole["narrative"]
    assert told[-2][1] == {"follow_ups": whole["follow_ups"]}
    assert told[-1][1] == {"quotes": len(whole["quotes"])}


def test_a_question_that_cannot_be_searched_is_a_problem_before_any_event(
    client: TestClient,
) -> None:
    response = client.post(
        "/api/v1/ask", json={"question": " "}, headers={"Accept": "text/event-stream"}
    )
    assert response.status_code == 422
    assert response.json()["type"] == "/problems#question"


def test_a_stream_ends_with_a_problem_rather_than_send_words_that_differ(opened: Index) -> None:
    found = answer(opened, QUESTION, limit=2)
    good, bad = found.hits
    assert bad.quote is not None
    forged = replace(bad, text="X" + bad.text[1:], quote=replace(bad.quote, text="X"))
    stream = b"".join(events(opened, replace(found, hits=(good, forged)))).decode()
    told = list(read_events(stream))
    assert [name for name, _ in told] == ["understood_as", "quote", "problem"]
    assert told[-1][1]["type"] == "/problems#verbatim"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", False),
        ("application/json", False),
        ("text/event-stream", True),
        ("text/event-stream, application/json", True),
        ("application/json, text/event-stream;q=0.5", False),
        ("TEXT/EVENT-STREAM;q=0.9, application/json; q=0.1", True),
        ("text/event-stream;q=0", False),
        ("text/event-stream;q=nonsense", False),
    ],
)
def test_events_are_sent_only_where_they_are_wanted(accept: str, expected: bool) -> None:  # noqa: FBT001
    assert prefers_events(accept) is expected


def test_no_question_reaches_the_log(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ask(client, question="Is xylophone practice tiring?")
        client.get("/api/v1/search", params={"q": "xylophone"})
        client.post("/api/v1/ask", json={"question": "xylophone", "history": "xylophone"})
        client.get("/", params={"q": "xylophone"})
    ours = [record for record in caplog.records if not record.name.startswith("http")]
    assert not [record for record in ours if "xylophone" in record.getMessage()]


def test_the_operator_may_have_questions_logged(
    opened: Index, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings(index=opened.directory, log_questions=True), index=opened)
    with TestClient(app) as client, caplog.at_level(logging.INFO, "partnerqa.questions"):
        ask(client)
    told = [one.getMessage() for one in caplog.records if one.name == "partnerqa.questions"]
    assert told == [QUESTION]
