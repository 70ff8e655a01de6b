"""The OpenAPI document is complete."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from partnerqa.serve.description import router
from partnerqa.serve.problem import Problem

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


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    references = [node["$ref"] for node in walk(document) if "$ref" in node]
    assert references
    for reference in references:
        assert reference.removeprefix("#/components/schemas/") in schemas
    assert "HTTPValidationError" not in schemas
