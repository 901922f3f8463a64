"""The cookie that carries a session, and the address someone wanted before they had one."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from kpi.service.sessions import LONGEST

NAME = "kpi_session"  # in the browser, over TLS, with what host_cookies puts before it


def token_of(connection: HTTPConnection) -> str | None:
    """The session's token a browser sends along."""
    return connection.cookies.get(NAME)


def with_cookie(answer: Response, token: str) -> Response:
    """The answer with the session's cookie, which no script reads and no other site's form sends."""
    longest = int(LONGEST.total_seconds())
    answer.set_cookie(NAME, token, max_age=longest, path="/", httponly=True, samesite="lax")
    return answer


def without_cookie(answer: Response) -> Response:
    answer.delete_cookie(NAME, path="/", httponly=True, samesite="lax")
    return answer


def within(asked: str) -> str:
    """The address asked for if it is one of this program, else the first page: never another host's."""
    plain = asked.isprintable() and "\\" not in asked
    return asked if plain and asked.startswith("/") and not asked.startswith("//") else "/"
