"""The server as it is started, asked over a plain socket."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from open_page import opened
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

PLANTED = "Planted-Secret-7391"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with running_dashboard(folder) as found:
        yield found


def asked(address: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of a path sent exactly as it is written."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.putrequest(method, path, skip_host="host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    said = {name.lower(): value for name, value in answer.getheaders()}
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, said, body


def test_what_serves_is_not_named(address: str) -> None:
    for path in ("/", "/healthz", "/static/nothing.js", "/_stcore/metrics"):
        _, headers, _ = asked(address, path)
        assert "server" not in headers
        assert "x-powered-by" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
        "/static/nothing.js",
        "/static/js/",
        "/app/static/nothing.woff2",
        "/auth/login",
    ],
)
def test_what_is_not_for_anyone_is_not_there(address: str, path: str) -> None:
    assert asked(address, path)[0] == 404


@pytest.mark.parametrize("path", ["/healthz", "/_stcore/health", "/_stcore/host-config", "/login"])
def test_what_everyone_may_ask_is_there(address: str, path: str) -> None:
    assert asked(address, path)[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/%2e%2e/config.py",
        "/app/static/../main.py",
        "/app/static/..%2fmain.py",
        "/app/static/..%5cmain.py",
        "/app/static/%2e%2e/session.py",
        "/app/static//etc/passwd",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/media/..%2f..%2fdashboard.py",
        "/_stcore/bidi-components/../../dashboard.py",
        "/static/x%00.js",
        "/..;/dashboard.py",
    ],
)
def test_no_path_leads_out_of_the_public_folders(address: str, path: str) -> None:
    status, _, body = asked(address, path)
    assert status in (400, 404) or "<title>Streamlit</title>" in body
    assert "import " not in body
    assert "root:" not in body


@pytest.mark.parametrize("path", ["/", "/login", "/_stcore/metrics", "/_stcore/health", "/_stcore/nothing"])
def test_texts_state_their_character_set(address: str, path: str) -> None:
    _, headers, _ = asked(address, path)
    assert headers["content-type"].startswith("text/")
    assert headers["content-type"].endswith("charset=utf-8")


def test_headers_without_end_are_refused(address: str) -> None:
    with suppress(ConnectionError):  # where it hangs up before everything is sent
        assert asked(address, "/", x_long="x" * 1_000_000)[0] in (400, 431)
    assert asked(address, "/healthz")[0] == 200


def test_a_page_of_another_site_opens_no_websocket(address: str) -> None:
    handshake = {
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec_websocket_version": "13",
        "sec_websocket_key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert asked(address, "/_stcore/stream", origin="http://evil.example", **handshake)[0] == 403
    assert asked(address, "/_stcore/stream", host="evil.example", **handshake)[0] == 400


def test_an_upload_needs_an_open_page_and_its_token(address: str) -> None:
    assert asked(address, "/_stcore/upload_file/nobody/file", "PUT", content_length="0")[0] == 403
    with opened(address, "upload") as page:
        page.draw()
        assert page.put(b"x")[0] == 204
        page.session = "nobody"
        assert page.put(b"x")[0] == 400


def test_the_log_is_lines_of_json_without_what_people_sent(address: str, folder: Path) -> None:
    asked(address, f"/units?unit={PLANTED}", cookie=f"kpi_session={PLANTED}", authorization=PLANTED)
    asked(address, f"/media/{PLANTED}.xlsx")
    asked(address, "/login", "POST", content_length="0", referer=f"{address}/?{PLANTED}")
    with opened(address, "upload") as page:
        page.draw()
        _, file_id = page.put(PLANTED.encode(), f"{PLANTED}.xlsx")
        page.draw((file_id, f"{PLANTED}.xlsx"))
        assert "không" in page.said
    said = (folder / "dashboard.log").read_text()
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert {"/units", "/login", "/media/…", "/_stcore/upload_file/…"} <= {line.get("path") for line in lines}
    assert PLANTED not in said
    assert page.session not in said
    assert "Traceback" not in said
