from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve.health import ReadyJson


def test_a_started_service_is_alive_and_ready(client: TestClient, opened: Index) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz").json()
    ReadyJson.model_validate(ready)
    assert ready["status"] == "ready"
    assert ready["model"] == "all-MiniLM-L6-v2"
    assert ready["counts"] == dict(opened.manifest.counts)
    assert ready["collection"]["name"] == "Partners in Research: an invented sample"
