"""The headers of every answer, errors and refused handshakes among them."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kpi.ui.web.content_policy import content_policy
from kpi.ui.web.hosts import well_formed
from kpi.ui.web.request import came_over_tls

_STARTS = ("http.response.start", "websocket.http.response.start")
_HASHED_BY_NAME = ("/static/", "/app/static/")  # the framework's own parts and the fonts: no data in them
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_YEAR = 365 * 24 * 60 * 60


class SecurityHeaders:
    """Adds them. Says https-only where the request came by https: directly, or as a trusted proxy states."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] in _STARTS:
                _complete(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _complete(headers: MutableHeaders, scope: Scope) -> None:
    secure = came_over_tls(scope)
    host = Headers(scope=scope).get("host", "")
    headers.update(_ALWAYS)
    headers["Content-Security-Policy"] = content_policy(host if well_formed(host) else "", secure)
    if secure:
        headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    if not scope["path"].startswith(_HASHED_BY_NAME) or "cache-control" not in headers:
        headers["Cache-Control"] = "no-store"
    _share_with_nobody(headers)


def _share_with_nobody(headers: MutableHeaders) -> None:
    """No page of another host has any business with an answer: what Streamlit allows is taken back."""
    for name in [name for name in headers if name.startswith("access-control-")]:
        del headers[name]
