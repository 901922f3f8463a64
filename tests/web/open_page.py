"""A page opened without a browser: over its websocket, with uploads as the browser sends them."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

XSRF = "_streamlit_xsrf"
_PATIENCE = 240


@contextmanager
def opened(
    address: str,
    page: str = "",
    cookies: Mapping[str, str] | None = None,
    trust: ssl.SSLContext | None = None,
) -> Iterator[OpenPage]:
    """A page at an address, by its name, "" for the first.

    `cookies` are sent along with everything; `trust` is for a server with a certificate of its own making.
    """
    with connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        additional_headers={"Cookie": _cookie(cookies)} if cookies else None,
        ssl=trust,
        open_timeout=_PATIENCE,
    ) as socket:
        yield OpenPage(socket, address, page, dict(cookies or {}), trust)


@dataclass
class OpenPage:
    """One person's open page. `said` is the HTML of its last drawing."""

    socket: ClientConnection
    address: str
    page: str
    cookies: dict[str, str]
    trust: ssl.SSLContext | None
    session: str = ""
    uploader: str = ""
    said: str = ""

    def draw(self, *uploaded: tuple[str, str]) -> None:
        """Runs the page's script to its end; `uploaded` are ids and names of files the uploader now holds."""
        asked = BackMsg()
        asked.rerun_script.page_name = self.page
        if uploaded:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = self.uploader
            for file_id, name in uploaded:
                held = state.file_uploader_state_value.uploaded_file_info.add()
                held.file_id, held.name = file_id, name
                held.file_urls.file_id = file_id
                held.file_urls.upload_url = held.file_urls.delete_url = self._place(file_id)
        self.socket.send(asked.SerializeToString())
        self.said = ""
        while not self._take_message():
            pass

    def put(self, content: bytes, name: str = "f.xlsx", at: str = "") -> tuple[int, str]:
        """Sends a file for this page, by default to where the page came from; the status and the file's id."""
        file_id = str(uuid.uuid4())
        head = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'.encode()
        body = head + content + b"\r\n--x--\r\n"
        token = self._token(at or self.address)
        request = urllib.request.Request(
            (at or self.address) + self._place(file_id),
            body,
            {
                "Content-Type": "multipart/form-data; boundary=x",
                "X-Xsrftoken": token,
                "Cookie": _cookie({**self.cookies, self._xsrf: token}),
                "X-Forwarded-Proto": self.address.partition(":")[
                    0
                ],  # as the proxy says it, if one is left out
            },
            method="PUT",
        )
        return self._status(request), file_id

    @property
    def _xsrf(self) -> str:
        """The name of the token's cookie in the browser."""
        return f"__Host-{XSRF}" if self.address.startswith("https") else XSRF

    def _place(self, file_id: str) -> str:
        return f"/_stcore/upload_file/{self.session}/{file_id}"

    def _token(self, address: str) -> str:
        with urllib.request.urlopen(
            f"{address}/_stcore/health", timeout=_PATIENCE, context=self.trust
        ) as answer:
            stated = answer.headers.get_all("Set-Cookie") or []
        return next(c.split("=", 1)[1].split(";")[0] for c in stated if XSRF in c)

    def _status(self, request: urllib.request.Request) -> int:
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE, context=self.trust) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code

    def _take_message(self) -> bool:
        message = ForwardMsg()
        message.ParseFromString(bytes(self.socket.recv(timeout=_PATIENCE)))  # type: ignore[arg-type]
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._notice(message)
        return kind == "script_finished"

    def _notice(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.HasField("file_uploader"):
            self.uploader = element.file_uploader.id
        elif element.HasField("html"):
            self.said += element.html.body


def _cookie(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
