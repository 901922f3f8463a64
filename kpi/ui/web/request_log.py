"""One line in the log for each request, and one sentence for a request that meets a fault nobody foresaw."""

from __future__ import annotations

import logging
import re
import time
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kpi.ui.web import request
from kpi.ui.web.answers import refusal
from kpi.ui.web.faults import keep
from kpi.ui.web.logs import FACTS

_LOG = logging.getLogger("kpi.web")
_STARTS = ("http.response.start", "websocket.http.response.start")
# A hundred a page, or again and again: logged only where they fail.
_PARTS = ("/static/", "/app/static/", "/_stcore/health", "/session")
# A page's session and a download's name would let whoever reads the log act as the page or fetch the file.
_SECRET_PART = re.compile(r"^(/_stcore/upload_file|/media)/.*", re.DOTALL)
_LONGEST_PATH = 200
GONE = 499  # nobody waits for the answer any more, as nginx writes it


class RequestLog:
    """Numbers each request, answers for its faults, and logs it without query, cookies or content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        answering = _Answering(request.number(scope), send)
        began = time.perf_counter()
        try:
            await self.app(scope, receive, answering.send)
        except ClientDisconnect:
            answering.status = GONE
        except Exception:
            await _own_up(answering, scope, receive)
        finally:
            _log(scope, answering.status, round((time.perf_counter() - began) * 1000))


class _Answering:
    """Sends on what is answered, with the number of the request, and remembers the status."""

    def __init__(self, number: str, send: Send) -> None:
        self.number = number
        self.status = 0
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] in _STARTS:
            self.status = message["status"]
            MutableHeaders(scope=message)[request.HEADER] = self.number
        elif message["type"] == "websocket.accept":
            self.status = 101
        elif message["type"] == "websocket.close" and not self.status:
            self.status = 403
        await self._send(message)


async def _own_up(answering: _Answering, scope: Scope, receive: Receive) -> None:
    """Keeps the fault being handled. Where an answer is under way already, all that is left is to break it off."""
    number, _ = keep()
    if answering.status:
        raise
    await refusal(500, "fault", number=number)(scope, receive, answering.send)


def _log(scope: Scope, status: int, milliseconds: int) -> None:
    if status < 400 and scope["path"].startswith(_PARTS):
        return
    facts: dict[str, Any] = {
        "method": scope.get("method", "WEBSOCKET"),
        "path": _SECRET_PART.sub(r"\1/…", scope["path"])[:_LONGEST_PATH],
        "status": status,
        "ms": milliseconds,
        "user": scope.get(request.USER),
        "from": (scope.get("client") or [None])[0],
    }
    _LOG.info("request", extra={FACTS: facts})
