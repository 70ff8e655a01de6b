"""Serving needs the index folder and nothing else: no torch, no network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

SEARCH = """
import socket, sys
from pathlib import Path

def refused(*_, **__):
    raise AssertionError("serving tried to open a connection")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refused

from partnerqa.index.lexical import LexicalQuery
from partnerqa.index.opened import Index

with Index.open(Path(sys.argv[1]), model="all-MiniLM-L6-v2", reranker="tiny-reranker") as index:
    vector = index.encoder.encode_query("Who paid for the train?")
    near, _ = index.vectors.search(vector, 2)
    named, _ = index.lexical.search(LexicalQuery("nobody paid"), 2)
    for numbers in (near, named):
        print(sorted(index.store.passages(numbers)[row].quote_id for row in (0, 1)))

    print(len(index.reranker.scores("Who paid for the train?", ["Nobody", "Bram"])))

heavy = ("torch", "transformers", "sentence_transformers", "lxml", "markdown_it", "docx", "tqdm")
print([name for name in heavy if name in sys.modules])
"""


@cache
def without_network() -> list[str]:
    """The command that runs another in a network namespace of its own, which has no network."""
    command = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which("unshare") is None:
        return []
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []


def searched(directory: Path, *before: str) -> list[str]:
    process = subprocess.run(
        [*before, sys.executable, "-c", SEARCH, str(directory)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return process.stdout.splitlines()


EXPECTED = ["['train', 'train-again']", "['train', 'train-again']", "2", "[]"]


def test_an_index_is_searched_with_sockets_shut_and_without_torch(with_reranker: Path) -> None:
    assert searched(with_reranker) == EXPECTED


def test_an_index_is_searched_with_the_network_cut_off(with_reranker: Path) -> None:
    if not without_network():
        pytest.skip("this system lets nobody make a network namespace; sockets were shut instead")
    assert searched(with_reranker, *without_network()) == EXPECTED
