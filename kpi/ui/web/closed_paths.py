"""Addresses that Streamlit opens and this program does not: they do not exist."""

from __future__ import annotations

from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Receive, Scope, Send

from kpi.ui.web.answers import refusal

_PARTS = Path(streamlit.__file__).parent / "static"
# counters of the machine, driving the pages without a browser, signing in elsewhere, components of others
_CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/script-health-check",
    "/auth",
    "/oauth2callback",
    "/component",
)


class ClosedPaths:
    """404 for them, and for parts of the framework that are not there: Streamlit answers those with a page and 200."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        closed = scope["type"] in ("http", "websocket") and _is_closed(scope["path"])
        await (refusal(404, "not-here") if closed else self.app)(scope, receive, send)


def _is_closed(path: str) -> bool:
    if path.startswith("/static/"):
        return ".." not in path and "\0" not in path and not (_PARTS / path[1:]).is_file()
    return any(path == closed or path.startswith(closed + "/") for closed in _CLOSED)
