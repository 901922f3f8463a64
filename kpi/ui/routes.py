"""Addresses that answer machines, not people."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from kpi.store.errors import StoreUnavailable
from kpi.ui.opening import program
from kpi.ui.web.entrance import ENTRANCE
from kpi.ui.web.single_sign_on import single_sign_on


def healthz(request: Request) -> JSONResponse:
    """200 while the database answers, else 503."""
    try:
        program().database.ping()
    except StoreUnavailable:
        return JSONResponse({"status": "unavailable"}, status_code=503)
    return JSONResponse({"status": "ok"})


ROUTES = [Route("/healthz", healthz), *ENTRANCE, *single_sign_on()]
