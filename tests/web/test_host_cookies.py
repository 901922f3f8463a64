"""Over TLS a cookie has a name that binds it to this host and to TLS, and no other is believed."""

from __future__ import annotations

import pytest
from asking import Answer, ask
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from kpi.ui.web.host_cookies import HostCookies

SET = ["kpi_session=a; HttpOnly; Path=/; SameSite=lax", "_streamlit_xsrf=2|b; Path=/; SameSite=Lax; Secure"]


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the cookies it was sent, and sets two."""
    seen = HTTPConnection(scope).cookies
    answer = PlainTextResponse(" ".join(f"{name}={value}" for name, value in sorted(seen.items())))
    for cookie in SET:
        answer.headers.append("set-cookie", cookie)
    await answer(scope, receive, send)


def asked(scheme: str, cookie: str = "") -> Answer:
    return ask(HostCookies(inside), scheme=scheme, cookie=cookie)


@pytest.mark.parametrize("scheme", ["https", "wss"])
def test_over_tls_every_cookie_is_this_hosts_alone(scheme: str) -> None:
    assert asked(scheme).headers.getlist("set-cookie") == [
        "__Host-kpi_session=a; HttpOnly; Path=/; SameSite=lax; Secure",
        "__Host-_streamlit_xsrf=2|b; Path=/; SameSite=Lax; Secure",
    ]


@pytest.mark.parametrize("scheme", ["https", "wss"])
def test_over_tls_a_planted_cookie_does_not_count(scheme: str) -> None:
    cookie = "kpi_session=planted; __Host-kpi_session=mine; _streamlit_xsrf=planted; __Secure-kpi_sso=planted"
    assert asked(scheme, cookie).text == "kpi_session=mine"
    assert asked(scheme, "kpi_session=planted").text == ""


def test_a_plain_cookie_that_would_be_found_first_is_ended() -> None:
    stated = asked("https", "_streamlit_xsrf=older; other=theirs").headers.getlist("set-cookie")
    assert [cookie for cookie in stated if not cookie.startswith("__Host-")] == [
        "_streamlit_xsrf=; Path=/; Max-Age=0; Secure"
    ]


def test_without_tls_there_are_only_the_plain_names() -> None:
    answer = asked("http", "kpi_session=mine")
    assert (answer.headers.getlist("set-cookie"), answer.text) == (SET, "kpi_session=mine")
