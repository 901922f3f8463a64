"""The web server: uvicorn, told what Streamlit's own way of starting it leaves open."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit.config
import uvicorn
from starlette.types import ASGIApp

from kpi.service import settings
from kpi.ui.web.logs import speak_json
from kpi.ui.web.unfinished import HurriedProtocol

# What a browser sends over the websocket is the state of a few widgets; uploads come another way.
LARGEST_MESSAGE = 1024 * 1024
LARGEST_HEADERS = 32 * 1024
MOST_CONNECTIONS = 1_000
SECONDS_BETWEEN_PINGS = 30
# Pages are drawn by a thread each. With many at work, the thread that answers the network waits for one turn of
# each of them at every step; short turns keep it answering.
SECONDS_OF_A_TURN = 0.0005


def serve(app: ASGIApp, door: Path) -> None:
    """Serves until told to stop. `door` is the file whose neighbour `.streamlit` holds the options of the pages.

    Raises BadSetting. The process ends where the port is taken.
    """
    streamlit.config._main_script_path = str(door)  # as App.run does
    speak_json()
    sys.setswitchinterval(SECONDS_OF_A_TURN)
    uvicorn.run(
        app,
        host=settings.host(),
        port=settings.port(),
        http=HurriedProtocol,  # h11: bounds the headers, give or take what one read of the socket brings
        h11_max_incomplete_event_size=LARGEST_HEADERS,
        ws="websockets-sansio",  # the one Streamlit uses
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=SECONDS_BETWEEN_PINGS,
        ws_ping_timeout=SECONDS_BETWEEN_PINGS,
        limit_concurrency=MOST_CONNECTIONS,
        log_config=None,
        access_log=False,
        server_header=False,
        # whose word is believed on the sender's address and on https
        forwarded_allow_ips=settings.trusted_proxies(),
    )
