"""How much may be sent: a request's body is counted on its way in, and what all uploads hold has a bound.

Uploads stay in memory until their page is closed, so their sum is what an upload flood would grow.
"""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from kpi.service.imports import LARGEST_UPLOAD
from kpi.ui.web.answers import refusal

MEBIBYTE = 1024 * 1024
UPLOADS = "/_stcore/upload_file/"
# Above what the intake takes, so that its own sentence is what people read about a file that is a little too large.
LARGEST_UPLOAD_BODY = LARGEST_UPLOAD + 13 * MEBIBYTE
LARGEST_OTHER_BODY = 64 * 1024
MOST_HELD_BY_A_PAGE = 128 * MEBIBYTE
MOST_HELD = 512 * MEBIBYTE
SECONDS_OF_SILENCE = 30.0


class _Stop(Exception):
    def __init__(self, status: int, key: str) -> None:
        self.answer = refusal(status, key)


class BodyLimits:
    """Refuses bodies that are too large (413), that fall silent (408), or that find too much held already (503)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._on_the_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            if scope["path"].startswith(UPLOADS):
                await self._take_upload(scope, receive, send)
            else:
                _stated_size(scope, LARGEST_OTHER_BODY)
                await self.app(scope, _counted(receive, LARGEST_OTHER_BODY), send)
        except _Stop as stop:
            await stop.answer(scope, receive, send)

    async def _take_upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        expected = _stated_size(scope, LARGEST_UPLOAD_BODY)
        if expected:
            self._make_sure_of_room(scope["path"], expected)
        self._on_the_way += expected
        try:
            await self.app(scope, _counted(receive, LARGEST_UPLOAD_BODY), send)
        finally:
            self._on_the_way -= expected

    def _make_sure_of_room(self, path: str, expected: int) -> None:
        page = path.removeprefix(UPLOADS).partition("/")[0]
        held = held_by_page()
        if held.get(page, 0) + expected > MOST_HELD_BY_A_PAGE:
            raise _Stop(413, "page-holds-too-much")
        if sum(held.values()) + self._on_the_way + expected > MOST_HELD:
            raise _Stop(503, "busy")


def held_by_page() -> dict[str, int]:
    """Bytes of the uploads that each open page holds in this process."""
    uploads = Runtime.instance().uploaded_file_mgr
    assert isinstance(uploads, MemoryUploadedFileManager)
    return {
        page: sum(len(file.data) for file in list(files.values()))
        for page, files in list(uploads.file_storage.items())
    }


def _stated_size(scope: Scope, most: int) -> int:
    """How large the body is to be; the most it may be where that is not stated."""
    headers = Headers(scope=scope)
    if "transfer-encoding" in headers:
        return most
    stated = headers.get("content-length", "0")
    if not stated.isdecimal() or int(stated) > most:
        raise _Stop(413, "body-too-large")
    return int(stated)


def _counted(receive: Receive, most: int) -> Receive:
    """The same body, stopped beyond its bound or where nothing comes any more."""
    received, complete = 0, False

    async def receive_counted() -> Message:
        nonlocal received, complete
        if complete:  # what follows is only that the other side has gone
            return await receive()
        message = await _soon(receive)
        received += len(message.get("body", b""))
        complete = not message.get("more_body", False)
        if received > most:
            raise _Stop(413, "body-too-large")
        return message

    return receive_counted


async def _soon(receive: Receive) -> Message:
    try:
        return await asyncio.wait_for(receive(), SECONDS_OF_SILENCE)
    except TimeoutError:
        raise _Stop(408, "fell-silent") from None
