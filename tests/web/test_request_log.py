"""A line for each request that tells the operator enough and gives nobody's secret away."""

from __future__ import annotations

import io
import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from asking import PART, SECRET, ask, site
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from kpi.service import faults
from kpi.ui.web import logs
from kpi.ui.web.request_log import RequestLog


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Everything the loggers of the process say."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(logs.JsonLines())
    monkeypatch.setattr(logging.getLogger("kpi.web"), "handlers", [handler])
    logging.getLogger("kpi.web").setLevel(logging.INFO)
    return said


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(faults.settings, "PROJECT", tmp_path)
    monkeypatch.setattr(faults, "_LOG", tmp_path / "var" / "faults.log")
    return tmp_path / "var" / "faults.log"


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_request_is_one_line(log: io.StringIO) -> None:
    answer = ask(site(), "/units")
    [line] = lines(log)
    assert line["request"] == answer.headers["x-request-id"]
    assert (line["level"], line["method"], line["path"], line["status"]) == ("info", "GET", "/units", 200)
    assert line["ms"] >= 0
    assert line["time"].endswith("+07:00")
    assert line["from"] == "127.0.0.1"


def test_no_secret_of_a_request_reaches_the_log(log: io.StringIO) -> None:
    planted = "hunter2-secret"
    app = site()
    ask(app, "/login", method="POST", body=[planted.encode()], cookie=f"kpi_session={planted}")
    ask(
        app, "/units", query=f"unit={planted}".encode(), authorization=planted, referer=f"http://x/?{planted}"
    )
    ask(app, f"/_stcore/upload_file/{planted}/{planted}", method="DELETE")
    ask(app, f"/media/{planted}.xlsx")
    ask(app, "/_stcore/stream", scheme="ws", host=planted, sec_websocket_protocol=planted)
    assert len(lines(log)) == 5
    assert planted not in log.getvalue()


def test_a_line_stays_one_line_whatever_the_path_holds(log: io.StringIO) -> None:
    ask(site(), '/x\n{"level": "forged"}\r\x1b[2J' + "y" * 1000)
    [line] = lines(log)
    assert line["path"].startswith("/x\n")
    assert len(line["path"]) == 200


def test_the_person_is_named_where_the_guard_has_found_one(log: io.StringIO) -> None:
    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        scope["kpi.user"] = "lan"
        await PlainTextResponse("")(scope, receive, send)

    ask(RequestLog(guarded))
    assert lines(log)[0]["user"] == "lan"


def test_a_number_brought_along_is_not_believed(log: io.StringIO) -> None:
    async def shows_number(scope: Any, receive: Any, send: Any) -> None:
        await PlainTextResponse(Request(scope).headers["x-request-id"])(scope, receive, send)

    answer = ask(RequestLog(shows_number), x_request_id="forged")
    assert answer.text == answer.headers["x-request-id"] != "forged"


def test_parts_of_the_framework_are_logged_only_where_they_fail(log: io.StringIO) -> None:
    ask(site(), PART)
    assert lines(log) == []
    ask(site(), "/static/nothing.js")
    assert lines(log)[0]["status"] == 404


@pytest.mark.parametrize("path", ["/fails", "/fails-late"])
def test_a_fault_is_one_sentence_with_its_number(log: io.StringIO, kept: Path, path: str) -> None:
    answer = ask(site(), path)
    number = answer.headers["x-request-id"]
    assert answer.status == 500
    assert answer.text.count("\n") == 2
    assert number in answer.text
    assert number in kept.read_text()
    for told in (answer.text, log.getvalue()):
        assert SECRET not in told
        assert "Traceback" not in told
    fault, request = lines(log)
    assert fault["request"] == request["request"] == number
    assert fault["exception"].split(" ")[0] in ("ValueError", "ZeroDivisionError")


def test_only_the_owner_reads_kept_faults(log: io.StringIO, kept: Path) -> None:
    ask(site(), "/fails")
    assert kept.stat().st_mode & 0o077 == 0


def test_every_logger_of_the_process_speaks_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    root = logging.getLogger()
    handlers, level, set_up = root.handlers[:], root.level, logs.streamlit.logger.setup_formatter
    try:
        logs.speak_json()
        logs.streamlit.logger.get_logger("streamlit.some_part").warning("line one\nline two")
        logging.getLogger("uvicorn.error").warning("closed")
        logging.getLogger("uvicorn.access").info("GET /?secret")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logs.streamlit.logger.setup_formatter = set_up
        logs.streamlit.logger.update_formatter()
    assert [line["event"] for line in lines(said)] == ["line one\nline two", "closed"]
