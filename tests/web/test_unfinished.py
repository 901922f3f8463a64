"""Requests that never come to an end of their headers keep nobody out, and are not kept for ever."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from running_dashboard import running_dashboard, status_of

from kpi.ui.web.unfinished import MOST_UNFINISHED, SECONDS_FOR_HEADERS

pytestmark = pytest.mark.slow

HALF = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("unfinished")
    with running_dashboard(folder) as found:
        yield found


@pytest.fixture
def sockets() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def begun(address: str, sockets: ExitStack, first: bytes = b"") -> socket.socket:
    """A connection on which a request was begun, after a whole one if `first` is one."""
    place = urlsplit(address)
    opened = sockets.enter_context(socket.create_connection((str(place.hostname), int(place.port or 0))))
    if first:
        opened.sendall(first)
        assert opened.recv(4096).startswith(b"HTTP/1.1 200")
    opened.sendall(HALF)
    return opened


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(4096) != b""
    except BlockingIOError:
        return True
    except ConnectionError:
        return False


def test_three_hundred_from_one_address_keep_nobody_there_out(address: str, sockets: ExitStack) -> None:
    many = [begun(address, sockets) for _ in range(300)]
    assert status_of(f"{address}/healthz") == 200
    still = [is_open(connection) for connection in many]
    assert sum(still) <= MOST_UNFINISHED
    assert not any(still[:-MOST_UNFINISHED]), "the oldest go first"


@pytest.mark.parametrize("first", [b"", HALF + b"no\r\n\r\n"], ids=["at first", "after a whole request"])
def test_who_sends_a_byte_now_and_then_is_left(address: str, sockets: ExitStack, first: bytes) -> None:
    slow, began = begun(address, sockets, first), time.monotonic()
    while is_open(slow):
        assert time.monotonic() - began < 3 * SECONDS_FOR_HEADERS
        time.sleep(0.5)
        try:
            slow.send(b"x")
        except ConnectionError:
            break
    assert time.monotonic() - began > SECONDS_FOR_HEADERS / 2
    assert status_of(f"{address}/healthz") == 200
