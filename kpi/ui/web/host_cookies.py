"""Over TLS every cookie bears a name browsers take from this host over TLS alone, and no other counts.

Whoever can plant a cookie from a neighbouring host or over plain http would otherwise choose the session, or the token
that tells this program's own uploads. Inside, the cookies keep their plain names. Streamlit's part in the browser finds
its token all the same: it looks for the end of a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kpi.ui.web.request import came_over_tls

_PREFIX = b"__Host-"  # with it browsers insist on Secure, on Path=/ and on no Domain
_STARTS = ("http.response.start", "websocket.http.response.start")
Header = tuple[bytes, bytes]


class HostCookies:
    """Puts the prefix before the names that go out and takes it from those that come in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or not came_over_tls(scope):
            await self.app(scope, receive, send)
            return

        async def send_renamed(message: Message) -> None:
            if message["type"] in _STARTS:
                message["headers"] = [
                    each for header in message["headers"] for each in _as_set(header, plain)
                ]
            await send(message)

        sent = _cookies_in(scope["headers"])
        plain = {cookie.partition(b"=")[0] for cookie in sent if not cookie.startswith(_PREFIX)}
        ours = [cookie.removeprefix(_PREFIX) for cookie in sent if cookie.startswith(_PREFIX)]
        others = [header for header in scope["headers"] if header[0] != b"cookie"]
        scope["headers"] = [*others, (b"cookie", b"; ".join(ours))]
        await self.app(scope, receive, send_renamed)


def _cookies_in(headers: Iterable[Header]) -> list[bytes]:
    return [cookie.strip() for name, value in headers if name == b"cookie" for cookie in value.split(b";")]


def _as_set(header: Header, plain: Collection[bytes]) -> list[Header]:
    """The header as it goes out. A cookie of the plain name the browser still has would be found first: it goes."""
    name, value = header
    if name.lower() != b"set-cookie":
        return [header]
    known_inside = value.partition(b"=")[0]
    named = (name, _PREFIX + value + (b"" if b"; secure" in value.lower() else b"; Secure"))
    ended = (name, known_inside + b"=; Path=/; Max-Age=0; Secure")
    return [named, ended] if known_inside in plain else [named]
