"""Which request is being answered, and for whom: the thread that joins an answer, a log line and a kept fault."""

from __future__ import annotations

import secrets
from contextvars import ContextVar

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import Scope
from streamlit.runtime.scriptrunner import get_script_run_ctx

HEADER = "x-request-id"
# The guard puts the name of the person who asks under this key of the ASGI scope.
USER = "kpi.user"

# Whether the request came over TLS, under this name for the pages, which see headers alone.
_OVER_TLS = "x-kpi-over-tls"

_current: ContextVar[str] = ContextVar("request", default="")


def number(scope: Scope) -> str:
    """Numbers a request; whatever number it brought along is not believed. The pages find it in the headers."""
    given = secrets.token_hex(8)
    own = (HEADER.encode(), _OVER_TLS.encode())
    scope["headers"] = [pair for pair in scope["headers"] if pair[0] not in own]
    headers = MutableHeaders(scope=scope)
    headers[HEADER] = given
    headers[_OVER_TLS] = str(int(came_over_tls(scope)))
    _current.set(given)
    return given


def came_over_tls(scope: Scope) -> bool:
    """Directly, or as a trusted proxy states."""
    return scope["scheme"] in ("https", "wss")


def page_came_over_tls() -> bool:
    """Whether the websocket of the page that is being drawn did."""
    return bool(st.context.headers.get(_OVER_TLS) == "1")


def at_hand() -> str:
    """The number of the request being answered in this very task or thread; "" where there is none."""
    return _current.get()


def of_the_page() -> str:
    """The number of the websocket over which the page that is being drawn came; "" outside of a page."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    given = st.context.headers.get(HEADER)
    return given if isinstance(given, str) else ""
