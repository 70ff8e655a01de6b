"""`partnerqa serve` until it is ready, beside a process that only loads the model."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.bench.figure import Figure, less_is_better

ROUNDS = 3
LOAD = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu")
print("loaded", flush=True)
sys.stdin.read()
"""
ASK = json.dumps({"question": "What did people learn from each other?"}).encode()


def startup_figures(index: Path, model_folder: Path) -> list[Figure]:
    """Seconds until ready and megabytes at the peak; ours has answered a question by then."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(_load(model_folder))
        ours.append(_serve(index))
    our_times, our_peaks = zip(*ours, strict=True)
    their_times, their_peaks = zip(*theirs, strict=True)
    return [
        less_is_better("start until ready", our_times, their_times, "s", target=5),
        less_is_better("peak memory", our_peaks, their_peaks, "MB", target=2),
    ]


def _load(model_folder: Path) -> tuple[float, float]:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", LOAD, str(model_folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "loaded\n"
        return time.perf_counter() - began, _peak(process)


def _serve(index: Path) -> tuple[float, float]:
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "partnerqa", "serve", "--port", "0", "--index", str(index)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None, "the service did not start"
        with urllib.request.urlopen(f"{found[0]}/readyz") as reply:  # 503 would raise
            reply.read()
        ready = time.perf_counter() - began
        _ask(found[0])
        peak = _peak(process)
        process.send_signal(signal.SIGINT)
        return ready, peak


def _ask(address: str) -> None:
    request = urllib.request.Request(
        f"{address}/api/v1/ask", ASK, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as reply:
        assert json.load(reply)["understood_as"]


def _peak(process: subprocess.Popen[str]) -> float:
    """Megabytes that the running `process` has held at most.

    Linux tells it. What a process that has ended used (`ru_maxrss`) would count the memory of
    the process that started it.
    """
    status = Path(f"/proc/{process.pid}/status").read_text()
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return int(kilobytes) * 1024 / 1e6
