from fastapi.testclient import TestClient

from partnerqa.index.opened import Index
from partnerqa.serve import quotes
from partnerqa.serve.app import create_app
from partnerqa.serve.metrics import route_of
from partnerqa.settings import Settings


def counted(text: str, series: str) -> float:
    """The value of one series, 0 if it is not there."""
    for line in text.splitlines():
        if line.rpartition(" ")[0] == series:
            return float(line.rpartition(" ")[2])
    return 0.0


def test_requests_are_counted_and_timed_by_route_and_never_by_text(opened: Index) -> None:
    app = create_app(Settings(index=opened.directory), index=opened)
    quote = opened.store.quotes()[0].id
    with TestClient(app) as client:
        client.get(f"/api/v1/quotes/{quote}")
        client.get("/api/v1/quotes/zzzzzzzzzzzz")
        client.get("/api/v1/search", params={"q": "xylophone"})
        client.get("/xylophone")
        client.get("/static/page.css")
        client.request("XYLOPHONE", "/")
        client.post("/api/v1/ask", json={"question": "What did people say about parking?"})
        text = client.get("/metrics").text
    route = 'partnerqa_requests_total{method="GET",route="%s",status="%d"}'
    assert counted(text, route % ("/api/v1/quotes/{quote_id}", 200)) == 1
    assert counted(text, route % ("/api/v1/quotes/{quote_id}", 404)) == 1
    assert counted(text, route % ("unmatched", 404)) == 1
    assert counted(text, route % ("/static", 200)) == 1
    assert counted(text, 'partnerqa_answers_total{status="answered"}') == 1
    series = 'partnerqa_request_seconds_count{method="POST",route="/api/v1/ask"}'
    assert counted(text, series) == 1
    assert counted(text, 'partnerqa_index{what="quotes"}') == opened.manifest.counts["quotes"]
    assert "xylophone" not in text.lower()
    assert quote not in text


def test_two_services_in_one_process_count_apart(opened: Index) -> None:
    settings = Settings(index=opened.directory)
    first, second = create_app(settings, index=opened), create_app(settings, index=opened)
    with TestClient(first) as one, TestClient(second) as other:
        one.get("/healthz")
        series = 'partnerqa_requests_total{method="GET",route="/healthz",status="200"}'
        assert counted(one.get("/metrics").text, series) == 1
        assert counted(other.get("/metrics").text, series) == 0


def test_what_is_refused_before_it_is_routed_is_counted_by_its_route(opened: Index) -> None:
    app = create_app(Settings(index=opened.directory), index=opened)
    with TestClient(app) as client:
        client.post("/api/v1/ask", content=b" " * 300_000)
        client.get("/api/v1/openapi.json")
        client.head("/healthz")
        text = client.get("/metrics").text
    series = 'partnerqa_requests_total{method="%s",route="%s",status="%d"}'
    assert counted(text, series % ("POST", "/api/v1/ask", 413)) == 1
    assert counted(text, series % ("GET", "/api/v1/openapi.json", 200)) == 1
    assert counted(text, series % ("HEAD", "/healthz", 200)) == 1
    assert "unmatched" not in text


def test_an_address_without_a_route_is_never_a_label() -> None:
    routes = quotes.router.routes
    assert route_of("/api/v1/quotes/my-secret", routes) == "/api/v1/quotes/{quote_id}"
    assert route_of("/my/secret/illness", routes) == "unmatched"
    assert route_of("/static/my-secret.js", routes) == "/static"
