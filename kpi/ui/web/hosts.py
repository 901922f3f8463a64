"""Which names this server answers to, and whose pages may send to it.

A page of another name that points here (DNS rebinding) is refused by the name, a page of another origin by the
origin its browser states. What is no browser states none.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from kpi.service import settings
from kpi.ui.web.answers import refusal

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?", re.IGNORECASE)
_READ_ONLY = ("GET", "HEAD", "OPTIONS")


class KnownHosts:
    """Refuses requests under an unknown name (400) and writing ones of a foreign page (403)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = _objection(scope) if scope["type"] in ("http", "websocket") else None
        await (answer or self.app)(scope, receive, send)


def _objection(scope: Scope) -> ASGIApp | None:
    headers = Headers(scope=scope)
    stated = headers.getlist("host")
    if len(stated) != 1 or not _answers_to(stated[0]):
        return refusal(400, "unknown-host")
    if scope.get("method") not in _READ_ONLY and _foreign(headers.get("origin"), stated[0]):
        return refusal(403, "foreign-page")
    return None


def well_formed(host: str) -> bool:
    return _HOST.fullmatch(host) is not None


def _answers_to(host: str) -> bool:
    found = _HOST.fullmatch(host)
    allowed = settings.allowed_hosts()
    return found is not None and (not allowed or found["name"].lower() in allowed)


def _foreign(origin: str | None, host: str) -> bool:
    return origin is not None and urlsplit(origin).netloc.lower() != host.lower()
