"""A real server and a real browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from running_dashboard import running_dashboard

_TESTS = Path(__file__).resolve().parents[1]
sys.path += [
    str(_TESTS / "present"),
    str(_TESTS / "pages"),
]  # LibreOffice and the office files serve several rooms

expect.set_options(timeout=20_000)  # what is waited for comes, on a busy machine later


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that nobody has sent anything to yet; the tests of a module share it."""
    with running_dashboard(tmp_path_factory.mktemp("dashboard")) as address:
        yield address


@pytest.fixture
def tab(chromium: Browser, dashboard: str) -> Iterator[Page]:
    """A fresh tab. It must never ask another host for anything, and the console must stay free of errors."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1440, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    foreign: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: _note_foreign(request, dashboard, foreign))
    page.on("console", lambda message: _note_complaint(message, complaints))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert foreign == []
    assert complaints == []


def _note_foreign(request: Request, dashboard: str, foreign: list[str]) -> None:
    own = (dashboard, "data:", "blob:", dashboard.replace("http", "ws"))
    if not request.url.startswith(own):
        foreign.append(request.url)


def _note_complaint(message: ConsoleMessage, complaints: list[str]) -> None:
    """Streamlit looks for its server below the address of the page first, and takes the 404 for an answer."""
    looking_for_server = "/_stcore/" in (message.location or {}).get("url", "")
    if message.type == "error" and not looking_for_server:
        complaints.append(message.text)
