"""The command line, run as people run it: `python -m partnerqa …` in a folder of its own."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import termios
import urllib.request
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from partnerqa.cli.main import guarded
from partnerqa.cli.reference import reference
from partnerqa.cli.text import one_line, printable, wrapped

ROOT = Path(__file__).parents[1]

PAGE = """\
Meeting for the First Time

People told us how their first meeting went. For example Nkechi, a patient partner, said, “I had \
rehearsed my sentence about the parking costs all the way on the bus, and then nobody asked.”

What helped

Some teams sent the papers early. “They rang me the day before and read me the agenda,” said \
Tomas, who looks after his father.
"""


def call(
    folder: Path, *arguments: str, given: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The outcome of one command, run in `folder`."""
    clean = {name: value for name, value in os.environ.items() if "PARTNERQA" not in name}
    return subprocess.run(
        [sys.executable, "-m", "partnerqa", *arguments],
        cwd=folder,
        env=clean | {"PYTHONPATH": str(ROOT / "src")} | environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def complaint(outcome: subprocess.CompletedProcess[str], status: int) -> str:
    """The one line of standard error of a call that ended with `status`."""
    assert outcome.returncode == status, outcome.stderr
    (line,) = outcome.stderr.splitlines()
    return line


def prepare(place: Path, sample_index: Path) -> Path:
    """A page in the folder `place`, and another index from which the encoder is taken over."""
    shutil.copytree(sample_index, place / "index")
    (place / "corpus").mkdir()
    page = place / "corpus" / "first-meeting.txt"
    page.write_text(PAGE, encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, sample_index: Path) -> Path:
    """A folder with one page and its index."""
    place = tmp_path_factory.mktemp("working")
    prepare(place, sample_index)
    outcome = call(place, "index")
    assert outcome.returncode == 0, outcome.stderr
    assert "documents  1" in outcome.stdout
    assert "quotes     2" in outcome.stdout
    return place


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path


def test_the_page_about_the_command_line_holds_what_the_parser_says() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert reference() in page


def test_version_and_help_are_answered(empty: Path) -> None:
    assert call(empty, "--version").stdout == "partnerqa 0.1.0\n"
    listed = call(empty, "--help").stdout
    for command in ("index", "quotes", "check", "search", "ask", "serve", "verify"):
        assert f"    {command} " in listed


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "COMMAND"),
        (("serch",), "'serch'"),
        (("search",), "QUERY"),
        (("search", "bus", "--limit", "0"), '"0" is not a whole number from 1 to 50'),
        (("search", "bus", "--role", "cat"), "'cat'"),
        (("serve", "--port", "eighty"), 'Setting "port" is "eighty"'),
        (("quotes", "nowhere"), "nowhere"),
        (("index",), "corpus"),
    ],
)
def test_a_wrong_call_ends_with_two_and_one_line_that_names_it(
    empty: Path, arguments: tuple[str, ...], named: str
) -> None:
    assert named in complaint(call(empty, *arguments), 2)


@pytest.mark.parametrize(
    "arguments", [("search", "bus"), ("ask", "Who came by bus?"), ("serve",), ("verify",)]
)
def test_without_an_index_the_line_says_how_to_make_one(
    empty: Path, arguments: tuple[str, ...]
) -> None:
    assert "partnerqa index" in complaint(call(empty, *arguments), 1)


def test_a_bad_setting_in_the_environment_is_named(empty: Path) -> None:
    outcome = call(empty, "verify", PARTNERQA_THREADS="many")
    assert 'Setting "threads" is "many"' in complaint(outcome, 2)


def test_an_empty_folder_is_refused(empty: Path) -> None:
    (empty / "corpus").mkdir()
    assert "corpus" in complaint(call(empty, "index", "corpus"), 2)


def test_quotes_lists_words_speaker_role_and_place(folder: Path) -> None:
    outcome = call(folder, "quotes", "corpus", COLUMNS="200")
    assert outcome.returncode == 0, outcome.stderr
    assert "“They rang me the day before and read me the agenda,”" in outcome.stdout
    assert "Nkechi · patient" in outcome.stdout
    assert "first-meeting.txt:3" in outcome.stdout


def test_quotes_as_json_are_verbatim_with_their_offsets(folder: Path) -> None:
    outcome = call(folder, "quotes", "corpus", "--json")
    first, second = map(json.loads, outcome.stdout.splitlines())
    assert PAGE[first["start"] : first["end"]] == first["text"]
    assert (first["speaker"], first["role"]) == ("Nkechi", "patient")
    assert (second["speaker"], second["role"]) == ("Tomas", "caregiver")
    assert second["section"] == ["What helped"]


def test_check_lists_an_unnamed_quote_with_file_and_line(empty: Path) -> None:
    page = empty / "page.txt"
    page.write_text(
        "A page\n\nOne participant told us, “It took me a year to say that out loud.”\n",
        encoding="utf-8",
    )
    outcome = call(empty, "check", "page.txt")
    assert outcome.returncode == 1
    assert "page.txt:3: " in outcome.stdout


def test_a_bad_page_is_reported_and_the_others_are_indexed(empty: Path, sample_index: Path) -> None:
    prepare(empty, sample_index)
    (empty / "corpus" / "bad.txt").write_bytes(bytes(range(256)) * 20)
    outcome = call(empty, "index")
    assert "bad.txt:1: " in complaint(outcome, 1)
    assert "quotes     2" in outcome.stdout
    assert call(empty, "verify").returncode == 0


def test_signposts_that_cannot_be_used_are_refused_before_anything_is_built(empty: Path) -> None:
    (empty / "corpus").mkdir()
    (empty / "corpus" / "page.txt").write_text(PAGE, encoding="utf-8")
    (empty / "corpus" / "signposts.toml").write_text('[press]\npattern = ["x"]\n', "utf-8")
    line = complaint(call(empty, "index"), 1)
    assert "signposts.toml:1: the signpost [press] has the unknown key 'pattern'" in line
    assert not (empty / "index").exists()


def test_index_if_stale_builds_only_after_a_change(empty: Path, sample_index: Path) -> None:
    page = prepare(empty, sample_index)
    assert "Built index" in call(empty, "index", "--if-stale").stdout
    assert call(empty, "index", "--if-stale").stdout == "The index in index is up to date.\n"
    page.write_text(PAGE.replace("parking", "train"), encoding="utf-8")
    assert "Built index" in call(empty, "index", "--if-stale").stdout


def test_index_if_stale_builds_after_another_reranker_was_named(
    empty: Path, sample_index: Path, tiny_reranker: Path
) -> None:
    prepare(empty, sample_index)
    named = ("--reranker", str(tiny_reranker))
    assert "Built index" in call(empty, "index", *named).stdout
    up_to_date = "The index in index is up to date.\n"
    chosen = str(tiny_reranker)
    assert call(empty, "index", "--if-stale", PARTNERQA_RERANKER=chosen).stdout == up_to_date
    assert "parking" in call(empty, "search", "parking costs", PARTNERQA_RERANKER=chosen).stdout
    assert "Built index" in call(empty, "index", "--if-stale").stdout
    line = complaint(call(empty, "search", "parking", PARTNERQA_RERANKER=chosen), 1)
    assert 'built with reranker "", not with ' in line


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no-such/reranker", "no-such/reranker is neither a folder here nor a published model"),
        ("corpus", "reranker folder corpus holds no config.json; expected a folder that"),
        ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2 is BertModel; expected a cross-encoder"),
    ],
)
def test_a_reranker_that_is_none_is_refused_in_one_line(
    empty: Path, sample_index: Path, name: str, told: str
) -> None:
    prepare(empty, sample_index)
    outcome = call(empty, "index", "--reranker", name, HF_HUB_OFFLINE="1")
    assert told in complaint(outcome, 1)
    assert call(empty, "verify").returncode == 0


def test_progress_is_drawn_for_people_only(folder: Path) -> None:
    assert call(folder, "index").stderr == ""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))  # a new terminal has no size, and so no room for a bar
    with subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "index"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "TERM": "dumb"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        drawn = b"".join(iter(lambda: read_terminal(ours), b"")).decode()
    os.close(ours)
    assert "reading" in drawn
    assert "encode" in drawn


def read_terminal(handle: int) -> bytes:
    """What was written to a terminal; nothing once the writer has gone (Linux says EIO)."""
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def test_search_prints_ranked_hits(folder: Path) -> None:
    outcome = call(folder, "search", "parking costs", COLUMNS="200")
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.startswith("1. “I had rehearsed my sentence about the parking costs")
    assert "/quotes/" in outcome.stdout


def test_search_says_what_a_query_with_a_slip_was_understood_as(folder: Path) -> None:
    told = call(folder, "search", "parkng costs", "--limit", "1").stdout
    assert "Understood as: parking costs\n" in told
    assert "Understood as" not in call(folder, "search", "parking costs", "--limit", "1").stdout


def test_search_as_json_carries_score_and_highlights(folder: Path) -> None:
    outcome = call(folder, "search", "parking", "--json", "--limit", "1")
    (hit,) = map(json.loads, outcome.stdout.splitlines())
    assert hit["speaker"] == "Nkechi"
    assert 0 <= hit["score"] <= 1
    marked = [hit["text"][span["start"] : span["end"]] for span in hit["highlights"]]
    assert any("parking" in words for words in marked)


def test_search_narrows_to_a_role_and_names_an_unknown_speaker(folder: Path) -> None:
    outcome = call(folder, "search", "meeting", "--role", "caregiver", "--json")
    assert {json.loads(line)["speaker"] for line in outcome.stdout.splitlines()} == {"Tomas"}
    assert "Zebedee" in complaint(call(folder, "search", "bus", "--speaker", "Zebedee"), 2)


@pytest.mark.parametrize("question", ["", "  ", "?!…", "w" * 10_000])
def test_a_question_that_cannot_be_searched_is_refused(folder: Path, question: str) -> None:
    complaint(call(folder, "search", question), 2)
    complaint(call(folder, "ask", question), 2)


def test_ask_answers_with_peoples_words_as_json(folder: Path) -> None:
    outcome = call(folder, "ask", "What helped people before the meeting?", "--json")
    (answer,) = map(json.loads, outcome.stdout.splitlines())
    assert answer["status"] in {"answered", "related", "not_covered"}
    assert answer["understood_as"] == "What helped people before the meeting?"


def test_ask_without_a_question_holds_a_conversation(folder: Path) -> None:
    typed = "?\nWho paid for the parking?\n!!!\nWho read the agenda aloud?\nquit\nnever read\n"
    outcome = call(folder, "ask", given=typed)
    assert outcome.returncode == 0
    assert "Type a question" in outcome.stdout
    assert "parking costs" in outcome.stdout
    assert "never read" not in outcome.stdout
    assert len(outcome.stderr.splitlines()) == 1  # "!!!" is refused and the rest goes on


def test_a_conversation_ends_with_its_input(folder: Path) -> None:
    outcome = call(folder, "ask", given="Who paid for the parking?")
    assert (outcome.returncode, outcome.stderr) == (0, "")


def test_verify_finds_a_whole_index_and_lists_what_was_altered(folder: Path) -> None:
    outcome = call(folder, "verify")
    assert (outcome.returncode, outcome.stdout) == (0, "The index in index is whole.\n")


def test_verify_ends_with_one_when_a_file_was_altered(empty: Path, sample_index: Path) -> None:
    prepare(empty, sample_index)
    (altered,) = (empty / "index").glob("build-*/vectors.faiss")
    altered.write_bytes(altered.read_bytes()[:-1] + b"?")
    outcome = call(empty, "verify")
    assert outcome.returncode == 1
    assert "vectors.faiss" in outcome.stdout + outcome.stderr


@pytest.fixture
def service(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running `partnerqa serve` and its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "serve", "--port", "0"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        words = process.stdout.readline().split()
        assert words[:1] == ["Serving"], words
        yield process, words[1]
        process.kill()


def test_serve_says_where_it_is_and_ends_quietly(
    service: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = service
    with urllib.request.urlopen(f"{address}/readyz", timeout=10) as reply:
        assert reply.status == 200
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_serve_names_a_port_that_is_taken(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"127.0.0.1:{port} cannot be served on" in complaint(
            call(folder, "serve", "--port", str(port)), 2
        )


def test_a_reader_that_stops_early_ends_the_command_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "quotes", "corpus"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(20) == 0


def test_ctrl_c_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    assert guarded(interrupted) == 130
    assert capsys.readouterr().err == "partnerqa: interrupted\n"


def test_a_machine_without_the_build_packages_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert guarded(lambda: len(import_module("lxml").__name__)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert '"lxml" is not installed' in line
    assert 'pip install "partnerqa[build]"' in line


def test_control_characters_of_a_page_do_not_reach_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\n") == "a�[2Jb�c\n"
    assert one_line("two\nlines\x07") == "two lines�"


def test_wrapping_keeps_every_word_and_every_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = "one-two three four five six seven eight nine ten\neleven"
    shown = wrapped(text, "   ", "1. ")
    assert shown.split() == ["1.", *text.split()]
    assert max(map(len, shown.splitlines())) <= 40
    assert shown.splitlines()[-1] == "   eleven"
