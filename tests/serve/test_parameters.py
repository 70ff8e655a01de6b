"""Query parameters are known by name, given once, and whole numbers in digits."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("value", ["1_0", "10.0", " 5 ", "+5", "٥"])
def test_a_number_is_written_in_digits_and_nothing_else(client: TestClient, value: str) -> None:
    response = client.get("/api/v1/search", params={"q": "trust", "limit": value})
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert error["where"] == "limit"
    assert f'"{value}" cannot be used: input should be a whole number' in error["message"]


@pytest.mark.parametrize("query", ["q=trust&q=pay", "q=trust&limit=5&limit=6"])
def test_a_parameter_that_is_no_list_is_given_once(client: TestClient, query: str) -> None:
    response = client.get(f"/api/v1/search?{query}")
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert error == {
        "where": query.rpartition("&")[2].partition("=")[0],
        "message": "it is given 2 times; send it once",
    }


def test_a_parameter_that_is_a_list_may_be_repeated(client: TestClient) -> None:
    response = client.get("/api/v1/search?q=trust&role=patient&role=researcher")
    assert response.json()["filters"]["roles"] == ["patient", "researcher"]
