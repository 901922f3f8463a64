"""A page behind a real server, rerun over its websocket: from the asking to the last message of the script."""

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

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from kpi.service.settings import PROJECT

_EMPTY = ["-m", "streamlit", "run", "tests/bench/pages/empty.py", "--server.headless", "true"]


class Session:
    """One person's open page."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._query = query

    def rerun(self) -> float:
        """Seconds from the asking to the script's end, all its messages received."""
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        start = time.perf_counter()
        self._socket.send(asked.SerializeToString())
        while not self._finished():
            pass
        return time.perf_counter() - start

    def _finished(self) -> bool:
        message = ForwardMsg()
        message.ParseFromString(bytes(self._socket.recv(timeout=120)))  # type: ignore[arg-type]
        return message.WhichOneof("type") == "script_finished"


@contextmanager
def served(database: str, query: str) -> Iterator[Session]:
    """A session of the dashboard over the database, or of the empty page where that is ""."""
    port = _free_port()
    settings = {"KPI_DATABASE_URL": database, "KPI_PORT": str(port)} if database else {}
    command = ["dashboard.py"] if database else [*_EMPTY, "--server.port", str(port)]
    server = subprocess.Popen(
        [sys.executable, *command],
        cwd=PROJECT,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        with connect(
            f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None
        ) as opened:  # type: ignore[list-item]
            yield Session(opened, query)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (OSError, urllib.error.URLError):
            time.sleep(0.2)
    raise TimeoutError(address)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
