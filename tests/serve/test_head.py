"""HEAD works wherever GET does."""

import pytest
from fastapi.testclient import TestClient

from partnerqa.serve.head import with_head


@pytest.mark.parametrize(
    "path",
    ["/", "/documents", "/healthz", "/metrics", "/api/v1/documents", "/api/v1/search?q=trust"],
)
def test_head_answers_as_get_does_without_a_body(client: TestClient, path: str) -> None:
    told, whole = client.head(path), client.get(path)
    assert told.status_code == whole.status_code == 200
    assert told.headers["content-type"] == whole.headers["content-type"]
    assert told.content == b""


def test_head_is_refused_where_get_is(client: TestClient) -> None:
    response = client.head("/api/v1/ask")
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


def test_an_allow_header_names_head_beside_get() -> None:
    assert with_head("GET") == "GET, HEAD"
    assert with_head("POST") == "POST"
