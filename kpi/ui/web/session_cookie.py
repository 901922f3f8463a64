"""The cookie that carries a session, and the address someone wanted before they had one."""

from __future__ import annotations

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from kpi.service.sessions import LONGEST
from kpi.ui.web.request import came_over_tls

_PLAIN, _SECURE = "kpi_session", "__Host-kpi_session"


def cookie_name(secure: bool) -> str:
    """Over TLS a name browsers accept from this host over TLS alone, else the plain one; never both at once.

    Whoever can plant a cookie from a neighbouring host or over plain http would otherwise choose the session.
    """
    return _SECURE if secure else _PLAIN


def token_of(connection: HTTPConnection) -> str | None:
    """The session's token a browser sends along."""
    return connection.cookies.get(cookie_name(came_over_tls(connection.scope)))


def with_cookie(answer: Response, token: str, request: Request) -> Response:
    """The answer with the session's cookie, which no script reads and no other site's form sends."""
    secure = came_over_tls(request.scope)
    answer.set_cookie(
        cookie_name(secure),
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=secure,
    )
    return answer


def without_cookie(answer: Response) -> Response:
    for secure in (True, False):
        answer.delete_cookie(cookie_name(secure), path="/", secure=secure, httponly=True, samesite="lax")
    return answer


def within(asked: str) -> str:
    """The address asked for if it is one of this program, else the first page: never another host's."""
    plain = asked.isprintable() and "\\" not in asked
    return asked if plain and asked.startswith("/") and not asked.startswith("//") else "/"
