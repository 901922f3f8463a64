"""The dashboard as an operator starts it: a process of its own, on a free port, over a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_PATIENCE = 60


@contextmanager
def running_dashboard(folder: Path, database: str = "", script: str = "dashboard.py") -> Iterator[str]:
    """Its address, while it runs. `database` is an SQLAlchemy URL, by default a new file in the folder."""
    with (folder / "dashboard.log").open("w") as log:
        port = _free_port()
        process = subprocess.Popen(
            [sys.executable, script],
            cwd=PROJECT,
            env=environment(folder, database) | {"KPI_PORT": str(port)},
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def started(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What came of starting it where it is to end by itself."""
    return subprocess.run(
        [sys.executable, "dashboard.py"],
        cwd=PROJECT,
        env=environment(folder) | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def environment(folder: Path, database: str = "") -> dict[str, str]:
    url = database or f"sqlite:///{folder / 'kpi.sqlite3'}"
    return os.environ | {"KPI_DATABASE_URL": url, "KPI_TODAY": "2026-11-24", "KPI_HOST": "127.0.0.1"}


def status_of(address: str) -> int:
    """The HTTP status an address answers with; 0 where nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
    except OSError:
        return 0


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while not status_of(f"{address}/healthz"):
        assert process.poll() is None, "the dashboard ended by itself"
        assert time.monotonic() < end, "the dashboard does not answer"
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
