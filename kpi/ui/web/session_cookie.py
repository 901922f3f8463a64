"""The cookie that carries a session, and the address someone wanted before they had one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kpi.service.sessions import LONGEST
from kpi.ui.session import COOKIE


def with_cookie(answer: Response, token: str, request: Request) -> Response:
    """The answer with the session's cookie, which no script reads and no other site's form sends."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


def without_cookie(answer: Response) -> Response:
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return answer


def within(asked: str) -> str:
    """The address asked for if it is one of this program, else the first page: never another host's."""
    plain = asked.isprintable() and "\\" not in asked
    return asked if plain and asked.startswith("/") and not asked.startswith("//") else "/"
