"""Asks an ASGI application without a server: one request in, status, headers and body out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from kpi.ui.web import MIDDLEWARE

# one of the framework's own files, which have their hash in their name
PART = next(
    f"/static/css/{path.name}" for path in (Path(streamlit.__file__).parent / "static/static/css").iterdir()
)
SECRET = "Nguyễn Thị Bí Mật 0912345678"


@dataclass
class Answer:
    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""

    @property
    def text(self) -> str:
        return self.body.decode()


def site(middleware: Sequence[Middleware] = MIDDLEWARE) -> ASGIApp:
    """A small program behind the middleware, wrapped by Starlette as Streamlit does it."""
    routes = [
        Route("/", lambda request: PlainTextResponse("page", headers={"Access-Control-Allow-Origin": "*"})),
        Route(PART, _part),
        Route("/fails", _fails),
        Route("/fails-late", _fails_late),
        Route("/{path:path}", _counts, methods=["GET", "POST", "PUT"]),
    ]
    return Starlette(routes=routes, middleware=middleware)


def _part(request: Request) -> PlainTextResponse:
    return PlainTextResponse("part", headers={"Cache-Control": "public, immutable"})


def _fails(request: Request) -> PlainTextResponse:
    raise ValueError(SECRET)


async def _fails_late(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body()) / 0))


async def _counts(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


def ask(
    app: ASGIApp,
    path: str = "/",
    *,
    method: str = "GET",
    host: str = "localhost:8501",
    scheme: str = "http",
    query: bytes = b"",
    body: Sequence[bytes] = (),
    pause: float = 0,
    **headers: str,
) -> Answer:
    """The answer to one request; header names are written with underscores, `pause` is waited before each piece."""
    kind = "websocket" if scheme in ("ws", "wss") else "http"
    scope: dict[str, Any] = {
        "type": kind,
        "path": path,
        "query_string": query,
        "scheme": scheme,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8501),
        "headers": _written({"host": host, **headers}),
        "extensions": {"websocket.http.response": {}},
        "asgi": {"version": "3.0"},
    }
    if kind == "http":
        scope |= {"method": method, "http_version": "1.1", "root_path": ""}
    return asyncio.run(_asked(app, scope, list(body), pause))


def _written(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [
        (name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items() if value
    ]


async def _asked(app: ASGIApp, scope: dict[str, Any], pieces: list[bytes], pause: float) -> Answer:
    answer = Answer()
    waiting = pieces or [b""]

    async def receive() -> Message:
        await asyncio.sleep(pause)
        if scope["type"] == "websocket":
            return {"type": "websocket.connect"}
        if not waiting:
            return {"type": "http.disconnect"}
        piece = waiting.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(waiting)}

    async def send(message: Message) -> None:
        if message["type"].endswith("response.start"):
            answer.status, answer.headers = message["status"], Headers(raw=message["headers"])
        elif message["type"] == "websocket.close":
            answer.status = 403
        answer.body += message.get("body", b"")

    await app(scope, receive, send)
    return answer
