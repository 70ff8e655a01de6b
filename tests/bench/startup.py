"""`partnerqa serve` until it is ready, beside a process that only loads the model."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.bench.figure import Figure, less_is_better

ROUNDS = 3
LOAD = "import sys; from sentence_transformers import SentenceTransformer as T; T(sys.argv[1])"
ASK = json.dumps({"question": "What did people learn from each other?"}).encode()


def startup_figures(index: Path, model_folder: Path) -> list[Figure]:
    """Seconds until ready and megabytes at the peak; ours has answered a question by then."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(_load(model_folder))
        ours.append(_serve(index))
    ready, memory = zip(*ours, strict=True), zip(*theirs, strict=True)
    (our_times, our_peaks), (their_times, their_peaks) = ready, memory
    return [
        less_is_better("start until ready", our_times, their_times, "s", target=5),
        less_is_better("peak memory", our_peaks, their_peaks, "MB", target=2),
    ]


def _load(model_folder: Path) -> tuple[float, float]:
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", LOAD, str(model_folder)])
    peak = _peak(process)
    return time.perf_counter() - began, peak


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
        process.send_signal(signal.SIGINT)
        return ready, _peak(process)


def _ask(address: str) -> None:
    request = urllib.request.Request(
        f"{address}/api/v1/ask", ASK, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as reply:
        assert json.load(reply)["understood_as"]


def _peak(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> float:
    """Wait for the end of `process`; megabytes that it held at most."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return usage.ru_maxrss * unit / 1e6
