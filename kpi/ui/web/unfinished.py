"""Requests that never come to an end of their headers: uvicorn by itself waits for them for ever."""

from __future__ import annotations

import asyncio
from collections import defaultdict

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS_FOR_HEADERS = 10
MOST_UNFINISHED = 100  # of one address; a browser sends its headers in one piece


class HurriedProtocol(H11Protocol):
    """Hangs up on who takes too long over the headers; of too many from one address, on the oldest.

    Not on the newest: an office is behind one address, and a request that is meant to come to an end does so at once.
    """

    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._stop_waiting()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._limit is not None:
            return
        self._limit = self.loop.call_later(SECONDS_FOR_HEADERS, self._hang_up)
        waiting = _UNFINISHED[self._peer()]
        waiting[self] = None
        if len(waiting) > MOST_UNFINISHED:
            next(iter(waiting))._hang_up()

    def _stop_waiting(self) -> None:
        if self._limit is None:
            return
        self._limit.cancel()
        self._limit = None
        waiting = _UNFINISHED[self._peer()]
        del waiting[self]
        if not waiting:
            del _UNFINISHED[self._peer()]

    def _hang_up(self) -> None:
        self._stop_waiting()
        self.transport.close()

    def _peer(self) -> str:
        return self.client[0] if self.client else ""


# By address, the oldest first.
_UNFINISHED: defaultdict[str, dict[HurriedProtocol, None]] = defaultdict(dict)
