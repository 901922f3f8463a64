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

_current: ContextVar[str] = ContextVar("request", default="")


def number(scope: Scope) -> str:
    """Numbers a request; whatever number it brought along is not believed. The pages find it in the headers."""
    given = secrets.token_hex(8)
    MutableHeaders(scope=scope)[HEADER] = given
    _current.set(given)
    return given


def came_over_tls(scope: Scope) -> bool:
    """Directly, or as a trusted proxy states."""
    return scope["scheme"] in ("https", "wss")


def at_hand() -> str:
    """The number of the request being answered in this very task or thread; "" where there is none."""
    return _current.get()


def of_the_page() -> str:
    """The number of the websocket over which the page that is being drawn came; "" outside of a page."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    given = st.context.headers.get(HEADER)
    return given if isinstance(given, str) else ""
