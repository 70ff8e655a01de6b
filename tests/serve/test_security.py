import logging
import re

import pytest
from fastapi.testclient import TestClient

from partnerqa.serve.app import without_query
from partnerqa.serve.folder import web_folder
from partnerqa.serve.security import HEADERS

KEPT = ["/", "/static/page.css"]
PATHS = [
    "/?q=parking",
    "/search",
    "/search?q=parking",
    "/documents",
    "/codes",
    "/about",
    "/healthz",
    "/api/v1/documents",
    "/nothing",
]


@pytest.mark.parametrize("path", [*PATHS, *KEPT])
def test_every_response_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", PATHS)
def test_no_answer_is_kept_in_a_cache(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", KEPT)
def test_the_empty_chat_and_our_styles_are_checked_before_each_use(
    client: TestClient, path: str
) -> None:
    assert client.get(path).headers["cache-control"] == "no-cache"


def test_no_answer_to_a_form_or_a_program_is_kept_in_a_cache(client: TestClient) -> None:
    for reply in (
        client.post("/", data={"question": "parking"}),
        client.post("/api/v1/ask", json={"question": "parking"}),
    ):
        assert reply.headers["cache-control"] == "no-store"


def test_styles_and_scripts_are_checked_before_each_use(client: TestClient) -> None:
    first = client.get("/static/page.css")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/static/page.css", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_no_cookie_is_ever_set(client: TestClient) -> None:
    for path in PATHS:
        assert "set-cookie" not in client.get(path).headers


def test_no_page_holds_inline_script_or_style_or_another_host() -> None:
    for template in (web_folder() / "templates").glob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "style=" not in text, template.name
        assert "<style" not in text, template.name
        assert " on" + "click" not in text, template.name
        assert "|safe" not in text, template.name
        assert "autoescape" not in text, template.name
        for part in text.split("<script")[1:]:
            assert part.startswith(' type="module" src="/static/'), template.name
            assert part.split(">", 1)[1].startswith("</script>"), template.name


def test_no_script_makes_html_from_strings() -> None:
    scripts = list((web_folder() / "static").glob("*.js"))
    assert len(scripts) > 5
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert word not in text, script.name
        for word in ("localStorage", "sessionStorage", "indexedDB", "cookie"):
            assert word not in text, script.name
        # What our own texts name may become a link; no script names a host by itself.
        assert not re.search(r"https?://\w", text), script.name


def test_the_query_is_cut_out_of_an_access_log_line() -> None:
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, "%s %s %s %s %d", (), None)
    record.args = ("127.0.0.1:1", "GET", "/search?q=my+secret+illness", "1.1", 200)
    assert without_query(record)
    assert record.getMessage() == "127.0.0.1:1 GET /search 1.1 200"


def test_the_access_log_is_filtered_while_the_service_runs(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert without_query in logging.getLogger("uvicorn.access").filters
