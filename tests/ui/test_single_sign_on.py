"""Logging in through another service: a made-up one, asked over the real protocol with real signatures."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from argon2 import PasswordHasher
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from joserfc.jws import JWSRegistry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from kpi.domain.actor import Role, local_user
from kpi.service import passwords, sessions, settings
from kpi.service.accounts import add_account, change_account
from kpi.service.program import Program
from kpi.service.settings import BadSetting
from kpi.ui.web import single_sign_on
from kpi.ui.web.host_cookies import HostCookies

ISSUER, HERE = "https://login.example", "http://kpi.example"
KEY = RSAKey.generate_key(2048, {"kid": "1"})
SHARED = OctKey.generate_key(256, {"kid": "2"})
ADDRESS = "hoa@hatinh.example"


def sign(header: dict[str, Any], claims: dict[str, Any], key: RSAKey | OctKey) -> str:
    """Also with "none", for which no library lends a hand."""
    if header["alg"] == "none":
        parts = (
            urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in (header, claims)
        )
        return ".".join((*parts, ""))
    return jwt.encode(header, claims, key, registry=JWSRegistry(algorithms=[header["alg"]]))


class Service:
    """The other service: what it says of whoever comes, and what it was asked."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {"email": ADDRESS, "email_verified": True}
        self.key: RSAKey | OctKey = KEY
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "1"}
        self.says_it_signs_with = ["RS256"]
        self.nonce = ""
        self.asked: dict[str, list[str]] = {}

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.metadata),
                Route(
                    "/jwks", lambda _: JSONResponse({"keys": [KEY.as_dict(private=False), SHARED.as_dict()]})
                ),
                Route("/token", self.token, methods=["POST"]),
            ]
        )

    def metadata(self, _: Request) -> JSONResponse:
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
        facts = {"issuer": ISSUER, "id_token_signing_alg_values_supported": self.says_it_signs_with}
        return JSONResponse(facts | {name: f"{ISSUER}/{path}" for name, path in ends.items()})

    async def token(self, request: Request) -> JSONResponse:
        self.asked = parse_qs((await request.body()).decode())
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": "kpi", "sub": "1", "iat": now, "exp": now + 60, "nonce": self.nonce}
        signed = sign(self.header, claims | self.claims, self.key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": signed})


@pytest.fixture
def program(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    monkeypatch.setenv("KPI_DATABASE_URL", new_database())
    opened = Program.open()
    me = local_user("a test")
    add_account(opened, me, "quan-tri", Role.ADMINISTRATOR, "khoai lang nuong chay")
    add_account(opened, me, ADDRESS, Role.VIEWER, "khoai lang nuong chay")
    yield opened
    opened.database.close()


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    found = Service()
    monkeypatch.setenv("KPI_OIDC_ISSUER", ISSUER)
    monkeypatch.setenv("KPI_OIDC_CLIENT_ID", "kpi")
    monkeypatch.setenv("KPI_OIDC_CLIENT_SECRET", "secret")
    single_sign_on._client.cache_clear()
    transport = {"transport": httpx2.ASGITransport(app=found.app())}
    monkeypatch.setattr(single_sign_on, "_TRANSPORT", transport)
    yield found
    single_sign_on._client.cache_clear()


def enter(
    service: Service, before_return: Callable[[str], str] = lambda state: state, here: str = HERE
) -> httpx2.Response:
    """Goes to the other service and back; what the program answers in the end."""
    import asyncio

    async def journey() -> httpx2.Response:
        app = HostCookies(Starlette(routes=single_sign_on.single_sign_on()))
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=here) as browser:
            sent_on = await browser.get("/sso/login?next=/units?plan=x")
            asked = {n: v[0] for n, v in parse_qs(urlsplit(sent_on.headers["location"]).query).items()}
            assert asked["redirect_uri"] == f"{here}/sso/callback"
            assert asked["code_challenge_method"] == "S256"
            service.nonce = service.nonce or asked["nonce"]
            return await browser.get(f"/sso/callback?code=1&state={before_return(asked['state'])}")

    return asyncio.run(journey())


def refused(answer: httpx2.Response) -> bool:
    return answer.headers["location"] == "/login?said=sso-failed" and "kpi_session" not in str(answer.headers)


def test_whoever_the_service_vouches_for_acts_with_the_rights_of_their_account(
    program: Program, service: Service
) -> None:
    answer = enter(service)
    assert (answer.status_code, answer.headers["location"]) == (303, "/units?plan=x")
    who = sessions.actor_for(program, answer.cookies["kpi_session"], "")
    assert who is not None
    assert (who.name, who.role) == (ADDRESS, Role.VIEWER)
    assert service.asked["code_verifier"]


def test_over_tls_all_it_keeps_in_the_browser_is_this_hosts_alone(program: Program, service: Service) -> None:
    answer = enter(service, here=HERE.replace("http", "https"))
    assert answer.headers["location"] == "/units?plan=x"
    stated = answer.headers.get_list("set-cookie")
    assert {cookie.partition("=")[0] for cookie in stated} == {"__Host-kpi_session", "__Host-kpi_sso"}
    assert all("; secure" in cookie.lower() and "; path=/;" in cookie.lower() for cookie in stated), stated


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ai-do@hatinh.example"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": ""},
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"exp": 1},
    ],
)
def test_nobody_else_comes_in(program: Program, service: Service, claims: dict[str, Any]) -> None:
    service.claims |= claims
    assert refused(enter(service))


def test_a_disabled_account_does_not_come_in_this_way_either(program: Program, service: Service) -> None:
    change_account(program, local_user("a test"), ADDRESS, active=False)
    assert refused(enter(service))


def test_a_token_of_another_key_is_refused(program: Program, service: Service) -> None:
    service.key = RSAKey.generate_key(2048, {"kid": "1"})
    assert refused(enter(service))


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ({"alg": "none", "kid": "1"}, KEY),
        ({"alg": "HS256", "kid": "2"}, SHARED),
    ],
)
def test_a_token_anyone_could_have_signed_is_refused_though_the_service_offers_such(
    program: Program, service: Service, header: dict[str, Any], key: RSAKey | OctKey
) -> None:
    service.says_it_signs_with = ["none", "HS256", "RS256"]
    service.header, service.key = header, key
    assert refused(enter(service))


@pytest.mark.parametrize("algorithm", ["RS256", "PS256"])
def test_a_token_is_accepted_with_any_signature_only_the_service_can_make(
    program: Program, service: Service, algorithm: str
) -> None:
    service.header = {"alg": algorithm, "kid": "1"}
    service.says_it_signs_with = [algorithm]
    assert enter(service).headers["location"] == "/units?plan=x"


def test_a_token_for_another_login_is_refused(program: Program, service: Service) -> None:
    service.nonce = "another"
    assert refused(enter(service))


def test_a_return_nobody_was_sent_on_is_refused(program: Program, service: Service) -> None:
    assert refused(enter(service, lambda _: "made-up"))


def test_without_such_a_service_there_are_no_such_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KPI_OIDC_ISSUER", raising=False)
    assert single_sign_on.single_sign_on() == []


def test_a_service_named_in_part_is_an_unusable_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_OIDC_ISSUER", ISSUER)
    with pytest.raises(BadSetting, match="KPI_OIDC_CLIENT_ID"):
        settings.oidc_service()
