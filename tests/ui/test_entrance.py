"""What stands before the pages: nobody in without a session, nobody from elsewhere without accounts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from argon2 import PasswordHasher

from kpi.domain.actor import Role, local_user
from kpi.service import passwords, settings
from kpi.service.accounts import set_password
from kpi.service.program import Program
from kpi.service.sessions import LONGEST_IDLE, log_in, log_out
from kpi.ui.web.entrance import ENTRANCE
from kpi.ui.web.guard import Guard
from kpi.ui.web.host_cookies import HostCookies
from kpi.ui.web.session_cookie import within
from tests.people import PASSWORD, settle_in

HERE = ("127.0.0.1", 40000)


@pytest.fixture
def program(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    monkeypatch.setenv("KPI_DATABASE_URL", new_database())
    opened = Program.open()
    yield opened
    opened.database.close()


def with_accounts(program: Program) -> None:
    settle_in(program, local_user("a test"), "quan-tri", Role.ADMINISTRATOR)


class Answer:
    """What came of one request: the status, or "through" where it reached the pages."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.through = False

    @property
    def outcome(self) -> int | str:
        if self.through:
            return "through"
        first = self.messages[0]
        return first.get("status", first["type"])

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> str:
        return b"".join(m.get("body", b"") for m in self.messages).decode()


def ask(
    path: str = "/units",
    *,
    kind: str = "http",
    method: str = "GET",
    client: tuple[str, int] = HERE,
    server: str = "127.0.0.1",
    body: bytes = b"",
    app: Any = None,
    query: str = "",
    secure: bool = False,
    **headers: str,
) -> Answer:
    """Sends one request through the guard, or to another app."""
    answer = Answer()
    named = {"host": "127.0.0.1:8501", "accept": "text/html"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }

    async def pages(scope: Any, receive: Any, send: Any) -> None:
        answer.through = True

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        answer.messages.append(message)

    scope = {
        "type": kind,
        "path": path,
        "query_string": query.encode(),
        "headers": [(n.encode(), v.encode()) for n, v in named.items()],
        "client": client,
        "server": (server, 8501),
        "scheme": ("http" if kind == "http" else "ws") + "s" * secure,
        "extensions": {"websocket.http.response": {}} if kind == "websocket" else {},
    } | ({"method": method} if kind == "http" else {"subprotocols": []})
    asyncio.run(HostCookies(app or Guard(pages))(scope, receive, send))
    return answer


def cookie_of(program: Program) -> str:
    return f"kpi_session={log_in(program, 'quan-tri', PASSWORD, '127.0.0.1')}"


PATHS = [
    "/",
    "/units",
    "/admin",
    "/_stcore/upload_file/x/y",
    "/media/abc.xlsx",
    "/_stcore/metrics",
    "/loginX",
    "/password",
]


@pytest.mark.parametrize("path", PATHS)
def test_without_a_session_nothing_is_reached(program: Program, path: str) -> None:
    with_accounts(program)
    assert ask(path).outcome == 303
    assert ask(path, accept="*/*").outcome == 401
    assert ask(path, method="POST", accept="*/*").outcome == 401
    assert ask(path, method="POST").headers["location"] == "/login?next=%2F"
    assert ask(path, cookie="kpi_session=made-up").outcome == 303


def test_without_a_session_the_websocket_is_refused(program: Program) -> None:
    with_accounts(program)
    assert ask("/_stcore/stream", kind="websocket").outcome == 401
    assert ask("/_stcore/stream", kind="websocket", cookie=cookie_of(program)).outcome == "through"


@pytest.mark.parametrize("path", PATHS)
def test_with_a_session_the_pages_answer_until_it_ends(program: Program, path: str) -> None:
    with_accounts(program)
    cookie = cookie_of(program)
    assert ask(path, cookie=cookie).outcome == "through"
    log_out(program, cookie.removeprefix("kpi_session="), "")
    assert ask(path, cookie=cookie).outcome == 303


@pytest.mark.parametrize("path", ["/healthz", "/login", "/logout", "/static/js/index.js", "/_stcore/health"])
def test_what_everyone_may_see_needs_no_session(program: Program, path: str) -> None:
    with_accounts(program)
    assert ask(path).outcome == "through"


def test_the_way_back_is_kept_for_after_the_login(program: Program) -> None:
    with_accounts(program)
    sent_to = ask("/units", query="plan=ha-tinh-157-2017&lang=en").headers["location"]
    assert sent_to == "/login?next=%2Funits%3Fplan%3Dha-tinh-157-2017%26lang%3Den&lang=en"


def test_without_accounts_whoever_sits_at_the_machine_comes_in(program: Program) -> None:
    assert ask().outcome == "through"
    assert ask(client=("::1", 1), server="::1").outcome == "through"


@pytest.mark.parametrize(
    "from_elsewhere",
    [
        {"client": ("192.0.2.7", 40000)},
        {"server": "192.0.2.1"},
        {"x_forwarded_for": "192.0.2.7"},
        {"x_real_ip": "192.0.2.7"},
        {"forwarded": "for=192.0.2.7"},
    ],
)
def test_without_accounts_nobody_from_elsewhere_comes_in(program: Program, from_elsewhere: dict) -> None:
    refused = ask(**from_elsewhere)
    assert refused.outcome == 403
    assert "python -m kpi user add" in refused.body


def test_while_the_database_is_down_nobody_is_taken_for_someone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", "sqlite:////proc/no/such.sqlite3")
    assert ask().outcome == 503
    assert ask("/_stcore/stream", kind="websocket").outcome == 503
    assert ask("/healthz").outcome == "through"


def route(path: str) -> Any:
    return next(r.app for r in ENTRANCE if r.path == path)


def enter(password: str, query: str = "", scheme: str = "") -> Answer:
    body = f"name=quan-tri&password={password.replace(' ', '+')}".encode()
    return ask("/login", method="POST", body=body, app=route("/login"), query=query)


def test_a_login_sets_a_cookie_no_script_reads_and_goes_on(program: Program) -> None:
    with_accounts(program)
    answer = enter(PASSWORD, "next=/units?plan=x")
    assert (answer.outcome, answer.headers["location"]) == (303, "/units?plan=x")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=43200"))
    token = cookie.partition(";")[0]
    assert ask(cookie=token).outcome == "through"


def test_over_tls_the_cookie_is_one_only_this_host_can_set_over_tls(program: Program) -> None:
    with_accounts(program)
    body = f"name=quan-tri&password={PASSWORD.replace(' ', '+')}".encode()
    cookie = ask("/login", method="POST", body=body, app=route("/login"), secure=True).headers["set-cookie"]
    name, _, rest = cookie.partition("=")
    assert name == "__Host-kpi_session"
    assert all(part in rest for part in ("Secure", "HttpOnly", "Path=/"))
    assert "Domain" not in rest


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_each_name_of_the_cookie_counts_where_it_was_set(program: Program, kind: str) -> None:
    with_accounts(program)
    plain = cookie_of(program)
    for secure, cookie, outcome in (
        (False, plain, "through"),
        (True, f"__Host-{plain}", "through"),
        (True, plain, 401),
        (False, f"__Host-{plain}", 401),
    ):
        assert ask(kind=kind, accept="*/*", secure=secure, cookie=cookie).outcome == outcome


def test_an_open_page_learns_that_its_session_ended_and_does_not_keep_it_alive(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alive(**cookie: str) -> int | str:
        return ask("/session", app=Guard(route("/session")), **cookie).outcome

    assert alive() == 204
    with_accounts(program)
    mine = cookie_of(program)
    assert (alive(), alive(cookie=mine)) == (401, 204)
    begun = settings.now()
    for part, outcome in ((0.6, 204), (1.2, 401)):
        monkeypatch.setattr(settings, "now", lambda part=part: begun + part * LONGEST_IDLE)
        assert alive(cookie=mine) == outcome


def test_a_wrong_login_says_one_sentence_and_sets_nothing(program: Program) -> None:
    with_accounts(program)
    answer = enter("wrong")
    assert (answer.outcome, "set-cookie" in answer.headers) == (401, False)
    assert "Tên hoặc mật khẩu không đúng" in answer.body
    assert "wrong" not in answer.body


def test_a_name_is_never_markup_on_the_login_page(program: Program) -> None:
    with_accounts(program)
    body = b"name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&password=x"
    answer = ask("/login", method="POST", body=body, app=route("/login"))
    assert "<script" not in answer.body


def test_more_fields_than_the_form_has_are_a_wrong_login(program: Program) -> None:
    with_accounts(program)
    body = "&".join(f"a{n}=1" for n in range(50)).encode()
    assert ask("/login", method="POST", body=body, app=route("/login")).outcome == 401


def test_a_body_too_large_for_the_form_is_a_wrong_login(program: Program) -> None:
    with_accounts(program)
    assert ask("/login", method="POST", body=b"name=" + b"x" * 10_000, app=route("/login")).outcome == 401


def test_a_password_somebody_else_made_is_changed_before_anything_else(program: Program) -> None:
    with_accounts(program)
    set_password(program, local_user("a test"), "quan-tri", "ba con vit bau nho")
    answer = enter("ba con vit bau nho", "next=/units")
    assert answer.headers["location"] == "/password?lang=vi&first=1"
    cookie = answer.headers["set-cookie"].partition(";")[0]
    assert ask(cookie=cookie).outcome == 303
    assert ask("/_stcore/stream", kind="websocket", cookie=cookie).outcome == 401
    assert change(cookie, "ba con vit bau nho", PASSWORD).outcome == 303
    again = enter(PASSWORD).headers["set-cookie"].partition(";")[0]
    assert ask(cookie=again).outcome == "through"


def test_a_login_ends_the_session_this_browser_had(program: Program) -> None:
    with_accounts(program)
    before = cookie_of(program)
    body = f"name=quan-tri&password={PASSWORD.replace(' ', '+')}".encode()
    assert ask("/login", method="POST", body=body, app=route("/login"), cookie=before).outcome == 303
    assert ask(cookie=before).outcome == 303


def change(cookie: str, old: str, new: str, again: str = "") -> Answer:
    body = f"old={old}&new={new}&again={again or new}".replace(" ", "+").encode()
    return ask("/password", method="POST", body=body, app=route("/password"), cookie=cookie)


def test_changing_the_password_needs_the_present_one_and_ends_the_session(program: Program) -> None:
    with_accounts(program)
    cookie, new = cookie_of(program), "ba con vit bau nho"
    assert change(cookie, "wrong", new).outcome == 400
    assert change(cookie, PASSWORD, new, "khac").outcome == 400
    assert change("kpi_session=made-up", PASSWORD, new).outcome == 400
    assert ask(cookie=cookie).outcome == "through"
    changed = change(cookie, PASSWORD, new)
    assert (changed.outcome, changed.headers["location"]) == (303, "/login?lang=vi&said=password-changed")
    assert ask(cookie=cookie).outcome == 303
    assert log_in(program, "quan-tri", new, "")


@pytest.mark.parametrize(
    ("asked", "goes_to"),
    [
        ("/units?plan=x", "/units?plan=x"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\n/evil.example", "/"),
        ("", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_after_the_login_nobody_is_sent_to_another_host(asked: str, goes_to: str) -> None:
    assert within(asked) == goes_to
