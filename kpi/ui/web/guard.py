"""Nobody gets to a page, a file or the websocket without a session; without accounts, nobody from another machine.

The pages ask again on every run: an open websocket keeps the cookie it began with for ever.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kpi.domain.actor import Actor
from kpi.service import settings
from kpi.service.sessions import actor_for, holder_of
from kpi.store.errors import StoreUnavailable
from kpi.ui.opening import program
from kpi.ui.web import request
from kpi.ui.web.answers import refusal
from kpi.ui.web.session_cookie import token_of

_OPEN = frozenset(
    {"/healthz", "/login", "/logout", "/session", "/_stcore/health", "/_stcore/host-config", "/favicon.ico"}
)
_PASSWORD = "/password"  # all there is for who has yet to change one that somebody else made
_OPEN_PARTS = ("/static/", "/app/static/", "/sso/")
_FORWARDED = ("x-forwarded-for", "x-real-ip", "forwarded")


class Guard:
    """Lets through what is open to everyone, and whoever has a session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or _is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        answer = await run_in_threadpool(_objection, scope)
        await (answer or self.app)(scope, receive, send)


def address_of(connection: HTTPConnection) -> str:
    """Where a request came from, as the record keeps it."""
    return connection.client.host if connection.client else ""


def _is_open(path: str) -> bool:
    return path in _OPEN or path.startswith(_OPEN_PARTS)


def _objection(scope: Scope) -> Response | None:
    """What keeps the request out; None for nothing."""
    connection = HTTPConnection(scope)
    try:
        ask = holder_of if scope["path"] == _PASSWORD else actor_for
        who = ask(program(), token_of(connection), address_of(connection))
    except StoreUnavailable:
        return refusal(503, "unavailable")
    if who is None:
        return _ask_to_log_in(scope, connection)
    scope[request.USER] = who.name
    return refusal(403, "needs-accounts") if _alone_from_outside(who, connection) else None


def _ask_to_log_in(scope: Scope, connection: HTTPConnection) -> Response:
    if scope["type"] != "http" or "text/html" not in connection.headers.get("accept", ""):
        return JSONResponse({"error": {"code": "not-logged-in"}}, 401)
    asked = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
    asked = asked if scope["method"] == "GET" else "/"
    language = connection.query_params.get("lang")
    query = {"next": asked} | ({"lang": language} if language else {})
    return RedirectResponse(f"/login?{urlencode(query)}", 303)


def _alone_from_outside(who: Actor, connection: HTTPConnection) -> bool:
    """The one local user is whoever sits at this machine; a request passed on may come from anywhere."""
    if not who.alone:
        return False
    here = (connection.scope.get("server") or ("",))[0]
    passed_on = any(name in connection.headers for name in _FORWARDED)
    return passed_on or not (settings.is_loopback(here) and settings.is_loopback(address_of(connection)))
