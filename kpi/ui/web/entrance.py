"""Logging in, logging out, changing one's password: plain pages, as Streamlit can't set a cookie scripts can't read."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from kpi.domain.actor import Actor
from kpi.present.words import Language, Words, words_for
from kpi.service import sessions, settings
from kpi.service.accounts import set_password
from kpi.service.refusal import Refused, Why
from kpi.store.errors import StoreUnavailable
from kpi.ui.marks import link
from kpi.ui.markup import Markup, element
from kpi.ui.opening import program
from kpi.ui.web.answers import refusal
from kpi.ui.web.guard import address_of
from kpi.ui.web.plain_page import field, form, plain_page
from kpi.ui.web.session_cookie import token_of, with_cookie, within, without_cookie

LARGEST_FORM = 4096
# Threads of their own: who waits for a password to be hashed does not keep others from being answered.
_HASHING = CapacityLimiter(2)
_SAID = ("sso-failed", "password-changed")  # by other addresses that lead back to the login


async def login(request: Request) -> Response:
    """GET shows the form; POST begins a session and goes on to the page that was asked for."""
    words = _words(request)
    if request.method == "GET":
        said = request.query_params.get("said")
        return _login_page(request, words, words(f"login.{said}") if said in _SAID else "", status=200)
    given = await _fields(request)
    try:
        token, first = await to_thread.run_sync(
            _log_in, request, given["name"], given["password"], limiter=_HASHING
        )
    except (Refused, StoreUnavailable) as failure:
        return _login_page(request, words, _sentence(failure, words), given["name"])
    wanted = within(request.query_params.get("next", "/"))
    to = f"/password?{urlencode({'lang': words.language, 'first': '1'})}" if first else wanted
    return with_cookie(RedirectResponse(to, 303), token)


async def logout(request: Request) -> Response:
    """GET asks; POST ends the session."""
    words = _words(request)
    if request.method == "GET":
        return _logout_page(words)
    try:
        token = token_of(request) or ""
        await run_in_threadpool(sessions.log_out, program(), token, address_of(request))
    except StoreUnavailable as failure:
        return _logout_page(words, _sentence(failure, words))
    return without_cookie(RedirectResponse(f"/login?{urlencode({'lang': words.language})}", 303))


async def password(request: Request) -> Response:
    """GET shows the form; POST changes the password of whoever is logged in, who then logs in anew."""
    words = _words(request)
    if request.method == "GET":
        first = request.query_params.get("first") == "1"
        return _password_page(words, words("login.password-first") if first else "", status=200)
    given = await _fields(request)
    if given["new"] != given["again"]:
        return _password_page(words, words("login.password-differs"))
    try:
        await to_thread.run_sync(_change_password, request, given["old"], given["new"], limiter=_HASHING)
    except (Refused, StoreUnavailable) as failure:
        return _password_page(words, _sentence(failure, words))
    query = {"lang": words.language, "said": "password-changed"}
    return RedirectResponse(f"/login?{urlencode(query)}", 303)


def _log_in(request: Request, name: str, password: str) -> tuple[str, bool]:
    """A session in the place of the one this browser had, and whether the password has to be changed first."""
    opened, address = program(), address_of(request)
    token = sessions.log_in(opened, name, password, address)
    sessions.log_out(opened, token_of(request) or "", address)
    return token, sessions.is_limited(opened, token)


def _change_password(request: Request, old: str, new: str) -> None:
    """Who has the session's cookie still has to know the password."""
    opened, address = program(), address_of(request)
    who = sessions.holder_of(opened, token_of(request), address)
    if who is None:
        raise Refused(Why.LOGIN_WRONG)
    sessions.confirm_password(opened, who.name, old, address)
    set_password(opened, Actor(who.name, who.role, who.units, address), who.name, new)


def _login_page(
    request: Request, words: Words, said: str = "", name: str = "", status: int | None = None
) -> Response:
    body = form(
        words("login.title"),
        words("login.submit"),
        field("name", words("login.name"), "username", value=name),
        field("password", words("login.password"), "current-password", secret=True),
        said=said,
        below=_other_way_in(request, words),
    )
    return _page(words("login.title"), body, words, status or (401 if said else 200))


def _logout_page(words: Words, said: str = "") -> Response:
    title = words("login.logout")
    body = form(title, title, element("p", words("login.logout-sure")), said=said, below=_way_back(words))
    return _page(title, body, words, 503 if said else 200)


def _way_back(words: Words) -> Markup:
    return element("p", link(words("login.back"), f"/?{urlencode({'lang': words.language})}"))


def _other_way_in(request: Request, words: Words) -> Markup:
    service = settings.oidc_service()
    if service is None:
        return Markup("")
    wanted = urlencode({"next": within(request.query_params.get("next", "/"))})
    return element(
        "p", link(words("login.sso", service=service.label), f"/sso/login?{wanted}"), class_="k-other"
    )


def _password_page(words: Words, said: str = "", status: int = 400) -> Response:
    body = form(
        words("login.password-title"),
        words("login.password-title"),
        field("old", words("login.password-old"), "current-password", secret=True),
        field("new", words("login.password-new"), "new-password", secret=True),
        field("again", words("login.password-again"), "new-password", secret=True),
        said=said,
        below=_way_back(words),
    )
    return _page(words("login.password-title"), body, words, status)


def _page(title: str, body: Markup, words: Words, status: int = 200) -> Response:
    return HTMLResponse(plain_page(title, body, words), status, {"Cache-Control": "no-store"})


async def _fields(request: Request) -> dict[str, str]:
    """What a form holds, each field once; of a body too large to be one of these forms, nothing."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_FORM:
            body = b""
            break
    try:
        given = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    except ValueError:  # more fields than any of these forms has
        given = {}
    return {name: given.get(name, [""])[0] for name in ("name", "password", "old", "new", "again")}


def _sentence(failure: Refused | StoreUnavailable, words: Words) -> str:
    if isinstance(failure, StoreUnavailable):
        return words("web.unavailable")
    return words(f"refusal.{failure.why}", **failure.detail)


def _words(request: Request) -> Words:
    return words_for(request.query_params.get("lang", Language.VIETNAMESE))


def session(request: Request) -> Response:
    """204 while whoever asks may see the pages, else 401: asked by open pages, which are no use of the session."""
    try:
        alive = sessions.is_alive(program(), token_of(request))
    except StoreUnavailable:
        return refusal(503, "unavailable")
    return Response(status_code=204 if alive else 401, headers={"Cache-Control": "no-store"})


ENTRANCE = [
    Route("/session", session),
    Route("/login", login, methods=["GET", "POST"]),
    Route("/logout", logout, methods=["GET", "POST"]),
    Route("/password", password, methods=["GET", "POST"]),
]
