"""What docs/api.md says is what the service does."""

import json
import re
from pathlib import Path

from fastapi.testclient import TestClient

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
QUESTION = "How are results fed back to the people in a study?"


def asked(client: TestClient, **body: object) -> dict[str, object]:
    response = client.post("/api/v1/ask", json=body)
    assert response.status_code == 200, response.text
    told: dict[str, object] = response.json()
    return told


def roles(told: dict[str, object]) -> object:
    filters = told["filters"]
    assert isinstance(filters, dict)
    return filters["roles"]


def test_the_conversation_of_the_page_can_be_sent_as_it_is_printed(client: TestClient) -> None:
    (printed,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    told = asked(client, **json.loads(printed))
    assert told["status"] == "answered"
    assert roles(told) == ["caregiver"]


def test_what_a_message_states_takes_the_place_of_a_sent_filter_of_its_kind(
    client: TestClient,
) -> None:
    told = asked(client, question="researchers only: parking", filters={"roles": ["caregiver"]})
    assert roles(told) == ["researcher"]


def test_a_sent_filter_that_an_earlier_message_brought_in_goes_with_its_subject(
    client: TestClient,
) -> None:
    sent = {"roles": ["caregiver"]}
    stated = [{"role": "user", "content": "caregivers only: parking"}]
    unstated = [{"role": "user", "content": "parking"}]
    assert roles(asked(client, question="What about pay?", history=stated, filters=sent)) == [
        "caregiver"
    ]
    assert roles(asked(client, question=QUESTION, history=stated, filters=sent)) == []
    assert roles(asked(client, question=QUESTION, history=unstated, filters=sent)) == ["caregiver"]
    assert roles(asked(client, question="everyone again", history=unstated, filters=sent)) == []


def test_small_talk_is_not_covered_without_quotes_and_with_a_word_in_return(
    client: TestClient,
) -> None:
    told = asked(client, question="thanks")
    assert (told["status"], told["quotes"]) == ("not_covered", [])
    assert str(told["message"]).startswith("You are welcome.")


def test_the_limits_of_the_page_are_those_of_the_openapi_document(client: TestClient) -> None:
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    ask, turn = (schemas[name]["properties"] for name in ("AskRequest", "TurnJson"))
    most = {
        ask["history"]["maxItems"]: "turns",
        turn["content"]["maxLength"]: "characters and",
        turn["quotes"]["maxItems"]: "quotes each",
        ask["question"]["maxLength"]: "characters.",
    }
    for number, noun in most.items():
        assert f"{number:,} {noun}" in PAGE
