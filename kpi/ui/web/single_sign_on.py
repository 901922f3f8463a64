"""Logging in through another service (OpenID Connect): it vouches for the name, the account here says what it may.

The authorization-code flow with PKCE, state and nonce, all of it Authlib's. Where the environment names no service
there are no such addresses.
"""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from typing import Any
from urllib.parse import urlencode

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from kpi.service import sessions, settings
from kpi.service.refusal import Refused
from kpi.service.settings import BadSetting, OidcService
from kpi.store.errors import StoreUnavailable
from kpi.ui.opening import program
from kpi.ui.web.guard import address_of
from kpi.ui.web.session_cookie import with_cookie, within

PLACE = "/sso"
_LOG = logging.getLogger("kpi.web")
_NEXT = "next"
_LONGEST_LOGIN = 600  # seconds someone may take at the other service
# With a key the service keeps to itself, whatever else it says it signs with: neither "none" nor a shared secret.
_SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_FAILURES = (OAuthError, JoseError, httpx2.HTTPError, KeyError, ValueError)


def single_sign_on() -> list[BaseRoute]:
    """The addresses of the login through another service, if the environment names one it can be reached by."""
    try:
        service = settings.oidc_service()
    except BadSetting:
        return []  # the start has said so
    if service is None:
        return []
    key = hashlib.sha256(b"kpi sso state" + service.client_secret.encode()).hexdigest()
    # Keeps state and nonce in the browser between the two, signed; the key is the same in every process.
    keeping = Middleware(
        SessionMiddleware,
        secret_key=key,
        session_cookie="kpi_sso",
        max_age=_LONGEST_LOGIN,
        path="/",  # the one path a cookie of this host alone may have
        same_site="lax",
    )
    return [Mount(PLACE, routes=[Route("/login", begin), Route("/callback", finish)], middleware=[keeping])]


async def begin(request: Request) -> Response:
    """Sends the browser to the other service."""
    request.session[_NEXT] = within(request.query_params.get("next", "/"))
    callback = f"{request.url.scheme}://{request.headers['host']}{PLACE}/callback"
    try:
        answer: Response = await _client().authorize_redirect(request, callback)
    except _FAILURES as failure:
        return _failed(failure)
    return answer


async def finish(request: Request) -> Response:
    """Takes the browser back: begins a session for the account whose name the other service vouches for."""
    service = settings.oidc_service()
    assert service is not None
    try:
        client = _client()
        (await client.load_server_metadata())["id_token_signing_alg_values_supported"] = _SIGNED_WITH
        token = await client.authorize_access_token(request)
        name = vouched_name(token["userinfo"], service)
        session = await run_in_threadpool(sessions.begin_for, program(), name, address_of(request))
    except (Refused, StoreUnavailable, *_FAILURES) as failure:
        return _failed(failure)
    return with_cookie(RedirectResponse(request.session.pop(_NEXT, "/"), 303), session)


def vouched_name(claims: Any, service: OidcService) -> str:
    """The name in the claims. Raises ValueError for none, and for an address the service has not verified."""
    name = claims.get(service.claim)
    if not isinstance(name, str) or not name:
        raise ValueError("no name in the claims")
    if service.claim == "email" and claims.get("email_verified") is not True:
        raise ValueError("the address is not verified")
    return name


def _failed(failure: Exception) -> Response:
    """Back to the login page; the log says what kind of failure it was, never what it held."""
    _LOG.warning("login through the other service failed: %s", type(failure).__name__)
    return RedirectResponse(f"/login?{urlencode({'said': 'sso-failed'})}", 303)


@cache
def _client() -> Any:
    service = settings.oidc_service()
    assert service is not None
    return OAuth().register(
        "kpi",
        client_id=service.client_id,
        client_secret=service.client_secret,
        server_metadata_url=f"{service.issuer}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"} | _TRANSPORT,
    )


_TRANSPORT: dict[str, Any] = {}  # how the other service is reached; a test puts one of its own here
