"""The OpenAPI document is complete."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from partnerqa.conversation.turn import MOST_CHARACTERS, MOST_QUOTES, MOST_TURNS
from partnerqa.search.query import MAX_QUESTION
from partnerqa.serve.ask import EVENT_MODELS
from partnerqa.serve.description import router
from partnerqa.serve.problem import Problem
from partnerqa.serve.schema import QUOTE_ID

PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def document(app: FastAPI) -> dict[str, Any]:
    return app.openapi()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def walk(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


def test_every_door_of_the_api_is_described(document: dict[str, Any]) -> None:
    assert {name for name, _ in operations(document)} == {
        "POST /api/v1/ask",
        "GET /api/v1/search",
        "GET /api/v1/quotes/{quote_id}",
        "GET /api/v1/documents",
        "GET /api/v1/documents/{document_id}",
        "GET /api/v1/speakers",
        "GET /api/v1/speakers/{speaker_id}",
        "GET /api/v1/codes",
        "GET /healthz",
        "GET /readyz",
        "GET /metrics",
    }


def test_the_document_is_given_at_its_address_and_does_not_describe_itself(
    client: TestClient, document: dict[str, Any]
) -> None:
    assert client.get("/api/v1/openapi.json").json() == document
    assert [route.path for route in router.routes] == ["/api/v1/openapi.json"]  # type: ignore[attr-defined]


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, operation in operations(document)]
    assert len(set(ids)) == len(ids)
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name


def test_every_parameter_has_a_description_and_an_example(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        for parameter in operation.get("parameters", []):
            where = f"{name} {parameter['name']}"
            assert parameter["description"], where
            assert "examples" in parameter["schema"] or "examples" in parameter, where


def test_every_field_of_every_schema_has_a_description(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert schema["description"], name
        for field, about in schema["properties"].items():
            # A field that is another schema, and nothing else, is described by that schema.
            assert "$ref" in about or about["description"], f"{name}.{field}"


def test_every_number_has_a_range(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        for field, about in schema["properties"].items():
            for one in [about, *about.get("anyOf", [])]:
                if one.get("type") in ("number", "integer"):
                    assert "minimum" in one, f"{name}.{field}"


def test_errors_are_problem_details_with_examples_in_that_shape(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        faults = {code: told for code, told in operation["responses"].items() if code[0] in "45"}
        assert faults, name
        for told in faults.values():
            assert list(told["content"]) == [PROBLEM]
            assert told["content"][PROBLEM]["schema"] == {"$ref": "#/components/schemas/Problem"}
            for example in told["content"][PROBLEM]["examples"].values():
                Problem.model_validate(example["value"])


def test_ask_describes_both_of_its_forms_and_its_errors(document: dict[str, Any]) -> None:
    responses = document["paths"]["/api/v1/ask"]["post"]["responses"]
    assert set(responses) == {"200", "400", "413", "415", "422", "500", "503"}
    assert set(responses["200"]["content"]) == {"application/json", "text/event-stream"}


def test_ask_names_the_schema_of_every_event_and_shows_the_events(document: dict[str, Any]) -> None:
    told = document["paths"]["/api/v1/ask"]["post"]["responses"]["200"]
    example = told["content"]["text/event-stream"]["example"]
    for event, model in EVENT_MODELS.items():
        assert re.search(rf"`{event}`\s\({model.__name__}\)", told["description"])
        assert f"event: {event}\n" in example


def test_the_examples_of_ask_can_be_sent(client: TestClient, document: dict[str, Any]) -> None:
    body = document["paths"]["/api/v1/ask"]["post"]["requestBody"]["content"]["application/json"]
    assert len(body["examples"]) == 2
    for example in body["examples"].values():
        response = client.post("/api/v1/ask", json=example["value"])
        assert response.status_code == 200, response.text


def test_the_example_of_a_quote_is_one_that_the_service_gives(
    client: TestClient, document: dict[str, Any]
) -> None:
    quote = client.get(f"/api/v1/quotes/{QUOTE_ID}").json()["quote"]
    schemas = document["components"]["schemas"]
    _same(schemas["QuoteJson"], quote)
    _same(schemas["DocumentReferenceJson"], quote["document"])
    _same(schemas["AttributionJson"], quote["attribution"])


def _same(schema: dict[str, Any], given: dict[str, Any]) -> None:
    for field, about in schema["properties"].items():
        if "examples" in about:
            assert about["examples"] == [given[field]], field


def test_rules_of_a_request_stand_in_its_schema(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    ask, turn = schemas["AskRequest"]["properties"], schemas["TurnJson"]["properties"]
    assert (ask["question"]["minLength"], ask["question"]["maxLength"]) == (1, MAX_QUESTION)
    assert ask["history"]["maxItems"] == MOST_TURNS
    assert turn["content"]["maxLength"] == MOST_CHARACTERS
    assert turn["quotes"]["maxItems"] == MOST_QUOTES
    for field in ("speakers", "topics", "languages"):
        assert schemas["FiltersJson"]["properties"][field]["items"]["minLength"] == 1


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    references = [node["$ref"] for node in walk(document) if "$ref" in node]
    assert references
    for reference in references:
        assert reference.removeprefix("#/components/schemas/") in schemas
    assert "HTTPValidationError" not in schemas
