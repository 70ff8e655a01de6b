"""Every error has one shape, on every door."""

import gzip
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from partnerqa import errors
from partnerqa.index.opened import Index
from partnerqa.serve.app import create_app
from partnerqa.serve.problem import EXAMPLES, Problem, kind_of, problem_of
from partnerqa.serve.service import API
from partnerqa.settings import Settings

ASK = f"{API}/ask"


class Response(Protocol):
    """What the test client answers, whichever HTTP library it stands on."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def text(self) -> str: ...
    def json(self) -> object: ...


def check(response: Response, status: int, kind: str, *words: str) -> Problem:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    told = Problem.model_validate(response.json())
    assert told.status == status
    assert told.type == f"/problems#{kind}"
    for word in words:
        assert word in told.detail
    return told


@pytest.mark.parametrize(
    ("question", "word"),
    [("", "empty"), ("?!… —", "word"), ("a" * 10_000, "10"), ("\x00\x07\x1b", "")],
    ids=["empty", "punctuation", "too long", "control characters"],
)
def test_a_question_that_cannot_be_searched(client: TestClient, question: str, word: str) -> None:
    check(client.post(ASK, json={"question": question}), 422, "question", word)
    check(client.get("/api/v1/search", params={"q": question}), 422, "question", word)


def test_a_body_that_is_not_json(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    check(client.post(ASK, content="{question", headers=headers), 400, "json", "send JSON")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"question": "caf\xe9"}', "not UTF-8 at byte 17; send JSON in UTF-8"),
        (b"[" * 20_000, "nested too deeply; send what /api/v1/openapi.json describes"),
        (b'{"question": ' + b"9" * 5000 + b"}", "too many digits; send a shorter one"),
    ],
    ids=["not UTF-8", "nested too deeply", "too many digits"],
)
def test_a_body_that_cannot_be_read_is_told_why_and_what_to_send(
    client: TestClient, body: bytes, reason: str
) -> None:
    headers = {"Content-Type": "application/json"}
    check(client.post(ASK, content=body, headers=headers), 400, "json", reason)


def test_a_compressed_body_is_to_be_sent_uncompressed(client: TestClient) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    body = gzip.compress(b'{"question": "parking"}')
    response = client.post(ASK, content=body, headers=headers)
    check(response, 415, "media-type", "gzip", "send it uncompressed")


@pytest.mark.parametrize("media", ["text/plain", "text/json", "application/jsonfoo"])
def test_a_body_of_another_media_type(client: TestClient, media: str) -> None:
    headers = {"Content-Type": media}
    response = client.post(ASK, content='{"question": "parking"}', headers=headers)
    check(response, 415, "media-type", media, "application/json")


def test_half_a_character_in_a_body_is_a_fault_of_the_request_not_of_ours(
    client: TestClient,
) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (rb'{"question": "a", "limit": "\ud800"}', rb'{"question": "a", "\ud800": 1}'):
        check(client.post(ASK, content=body, headers=headers), 422, "request", r"\ud800")


@pytest.mark.parametrize(
    ("filters", "where", "words"),
    [
        ({"languages": ["de"]}, "filters.languages", "no language 'de'; it has 'en' and 'fr'"),
        ({"speakers": ["http://x"]}, "filters.speakers", "GET /api/v1/speakers lists who speaks"),
        ({"topics": ["http://x"]}, "filters.topics", "GET /api/v1/documents lists the pages"),
        ({"speakers": [" "]}, "filters.speakers", "a speaker to filter by is blank"),
    ],
)
def test_a_filter_that_cannot_be_used_is_named_with_what_there_is(
    client: TestClient, filters: dict[str, list[str]], where: str, words: str
) -> None:
    response = client.post(ASK, json={"question": "parking", "filters": filters})
    told = check(response, 422, "filter", words)
    assert [error.where for error in told.errors] == [where]
    ((name, values),) = filters.items()
    params = {"q": "parking", name.removesuffix("s"): values}
    told = check(client.get("/api/v1/search", params=params), 422, "filter", words)
    assert [error.where for error in told.errors] == [name.removesuffix("s")]


@pytest.mark.parametrize(
    ("body", "where", "word"),
    [
        ({}, "question", "missing"),
        ({"question": 7}, "question", "7 cannot be used: input should be a string"),
        ({"question": None}, "question", "null cannot be used: input should be a string"),
        ({"question": ["a"]}, "question", '["a"] cannot be used: input should be a string'),
        (
            {"question": "a", "history": {}},
            "history",
            "{} cannot be used: input should be an array",
        ),
        ({"question": "a", "filters": []}, "filters", "[] cannot be used: input should be an obj"),
        ({"question": "a", "limit": True}, "limit", "true cannot be used: input should be an int"),
        (
            {"question": "a", "limit": "5"},
            "limit",
            '"5" cannot be used: input should be an integer',
        ),
        (
            {"question": "a", "filters": {"topics": [""]}},
            "filters.topics[0]",
            "at least 1 character",
        ),
        ({"question": "a", "colour": "red"}, "colour", "not known"),
        ({"question": "a", "limit": 0}, "limit", "greater than or equal to 1"),
        ({"question": "a", "limit": 51}, "limit", "less than or equal to 50"),
        ({"question": "a", "filters": {"role": "x"}}, "filters.role", "not known"),
        ({"question": "a", "filters": {"roles": ["nurse"]}}, "filters.roles[0]", '"nurse"'),
        ({"question": "a", "history": [{"role": "system", "content": "b"}]}, "history[0].role", ""),
    ],
)
def test_a_field_that_cannot_be_used_is_named(
    client: TestClient, body: dict[str, object], where: str, word: str
) -> None:
    told = check(client.post(ASK, json=body), 422, "request", where, word)
    assert [error.where for error in told.errors] == [where]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/search?q=parking&colour=red",
        "/api/v1/documents?colour=red",
        "/api/v1/documents/x?colour=red",
        "/api/v1/quotes/x?colour=red",
        "/api/v1/speakers?colour=red",
        "/api/v1/speakers/x?colour=red",
        "/healthz?colour=red",
        "/readyz?colour=red",
        "/metrics?colour=red",
        "/api/v1/openapi.json?colour=red",
    ],
)
def test_an_unknown_parameter_is_refused_by_name(client: TestClient, path: str) -> None:
    told = check(client.get(path), 422, "request", "colour")
    assert [error.where for error in told.errors] == ["colour"]


def test_an_unknown_parameter_of_ask_is_refused_by_name(client: TestClient) -> None:
    response = client.post(f"{ASK}?colour=red", json={"question": "parking"})
    check(response, 422, "request", "colour")


@pytest.mark.parametrize("value", ["0", "101", "many"])
def test_a_parameter_out_of_range_is_named(client: TestClient, value: str) -> None:
    response = client.get("/api/v1/search", params={"q": "parking", "limit": value})
    check(response, 422, "request", "limit", f'"{value}"')


def test_a_long_value_is_not_echoed_whole(client: TestClient) -> None:
    response = client.get("/api/v1/search", params={"q": "parking", "limit": "9" * 3000})
    assert len(check(response, 422, "request", "3000 characters").detail) < 300


def test_an_address_that_leads_nowhere(client: TestClient) -> None:
    check(client.get("/api/v1/nothing"), 404, "not-found", "/api/v1/nothing")
    check(client.get("/static/nothing.js"), 404, "not-found", "/static/nothing.js")


@pytest.mark.parametrize("path", ["/api/v1/documents/", "/api/v1/speakers/", "/documents/"])
def test_an_address_with_a_slash_too_many_leads_nowhere(client: TestClient, path: str) -> None:
    response = client.get(path, follow_redirects=False)
    check(response, 404, "not-found", path)
    check(client.post(f"{ASK}/", json={"question": "parking"}), 404, "not-found", f"{ASK}/")


def test_a_method_that_is_not_taken(client: TestClient) -> None:
    response = client.delete(ASK)
    check(response, 405, "method", "DELETE", "POST")
    assert response.headers["allow"] == "POST"
    response = client.post("/api/v1/documents")
    check(response, 405, "method", "POST", "GET, HEAD")
    assert response.headers["allow"] == "GET, HEAD"


def test_a_history_that_forms_no_conversation(client: TestClient) -> None:
    history = [{"role": "assistant", "content": "Yes.", "quotes": ["zzzzzzzzzzzz"]}]
    response = client.post(ASK, json={"question": "more", "history": history})
    check(response, 422, "history", "history")


def test_a_history_with_a_quote_from_elsewhere(client: TestClient) -> None:
    history = [
        {"role": "user", "content": "Parking?"},
        {"role": "assistant", "content": "Yes.", "quotes": ["zzzzzzzzzzzz"]},
    ]
    response = client.post(ASK, json={"question": "more", "history": history})
    check(response, 422, "history", "zzzzzzzzzzzz")


def test_a_request_that_is_too_large(client: TestClient) -> None:
    body = {"question": "parking", "history": [{"role": "user", "content": "x" * 300_000}]}
    check(client.post(ASK, json=body), 413, "too-large", "262144")


def test_a_request_that_hides_its_size(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(300):
            yield b" " * 1024

    headers = {"Content-Type": "application/json"}
    check(client.post(ASK, content=parts(), headers=headers), 413, "too-large", "262144")


def test_the_example_of_a_problem_is_what_really_comes(client: TestClient, opened: Index) -> None:
    json_body, plain = {"Content-Type": "application/json"}, {"Content-Type": "text/plain"}
    body = {"question": "a", "history": [{"role": "assistant", "content": "b"}]}
    speaker = {"q": "a", "speaker": "Nkeshi"}
    real = {
        "question": client.post(ASK, json={"question": ""}),
        "filter": client.get("/api/v1/search", params=speaker),
        "history": client.post(ASK, json=body),
        "request": client.get("/api/v1/documents?colour=red"),
        "json": client.post(ASK, content="x", headers=json_body),
        "too-large": client.post(ASK, content=b" " * 300_000),
        "media-type": client.post(ASK, content="x", headers=plain),
        "index": TestClient(create_app(Settings(index=opened.directory))).get("/readyz"),
    }
    told = {kind: check(response, response.status_code, kind) for kind, response in real.items()}
    examples = {kind: text for kind, text in EXAMPLES.items() if kind != "not-found"}
    assert {kind: one.detail for kind, one in told.items()} == examples


@pytest.mark.parametrize("noun", ["quote", "document", "speaker"])
def test_the_example_of_what_is_not_there_is_what_really_comes(
    client: TestClient, noun: str
) -> None:
    told = check(client.get(f"{API}/{noun}s/zzzzzzzzzzzz"), 404, "not-found")
    assert told.detail == EXAMPLES["not-found"].format(noun=noun)


def test_a_fault_of_our_own_says_nothing_of_its_inside(opened: Index) -> None:
    app = create_app(Settings(index=opened.directory), index=opened)

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise RuntimeError("the secret inside")

    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/api/v1/broken")
    told = check(response, 500, "internal")
    assert "secret" not in told.model_dump_json()
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_words_that_differ_from_their_page_are_an_error_we_hear_about(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, "partnerqa.serve"):
        told = problem_of(errors.VerbatimError("quote k3v7 differs"))
    assert told.status == 500
    assert "quote k3v7 differs" in caplog.text


def test_before_the_index_is_open_the_service_is_alive_and_not_ready(opened: Index) -> None:
    client = TestClient(create_app(Settings(index=opened.directory), index=opened))  # not started
    assert client.get("/healthz").json() == {"status": "alive"}
    check(client.get("/readyz"), 503, "index", "partnerqa index")
    check(client.get("/api/v1/documents"), 503, "index")


def test_a_missing_index_stops_the_start_with_the_next_act(tmp_path: Path) -> None:
    app: FastAPI = create_app(Settings(index=tmp_path / "none"))
    with pytest.raises(errors.MissingIndexError, match="partnerqa index"), TestClient(app):
        pass


def test_every_error_of_the_tree_has_a_kind() -> None:
    kinds = {
        error.__name__: kind_of(error("page", 1, "it is odd")).status
        if error is errors.CorpusError
        else kind_of(error("it is odd")).status
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.PartnerqaError)
    }
    assert kinds["QuestionError"] == 422
    assert kinds["NotFoundError"] == 404
    assert kinds["CallError"] == 400
    assert kinds["DamagedIndexError"] == 503
    assert kinds["VerbatimError"] == 500
    assert kinds["CorpusError"] == 500


def test_a_browser_reads_the_problem_as_a_page(client: TestClient) -> None:
    response = client.get("/documents/nowhere", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert "There is nothing here" in response.text


def test_the_type_of_a_problem_leads_to_what_it_means(client: TestClient) -> None:
    told = client.post(ASK, json={"question": ""}).json()
    page, _, anchor = told["type"].partition("#")
    assert f'<dt id="{anchor}">' in client.get(page).text
