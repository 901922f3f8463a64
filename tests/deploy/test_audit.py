"""bin/audit with pip-audit itself, before a vulnerability service of the test's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from running_dashboard import PROJECT

pytestmark = pytest.mark.slow

KNOWN = {
    "id": "GHSA-0000-0000-0000",
    "summary": "a hole",
    "affected": [{"package": {"name": "starlette", "ecosystem": "PyPI"}}],
}


@contextmanager
def advisories(of: str) -> Iterator[str]:
    """The address of a service that knows one vulnerability, of the package named."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = {"vulns": [KNOWN]} if asked["package"]["name"] == of else {}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def audit(address: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROJECT / "bin" / "audit", "--vulnerability-service", "osv", "--osv-url", address],
        env={**os.environ, "PYTHON": sys.executable, "NO_PROXY": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_sound_packages_pass_the_audit() -> None:
    with advisories(of="django") as address:
        audited = audit(address)
    assert (audited.returncode, audited.stderr) == (0, "")
    assert "no known vulnerability" in audited.stdout


def test_a_known_vulnerability_is_named_with_what_to_do() -> None:
    with advisories(of="starlette") as address:
        audited = audit(address)
    assert audited.returncode == 1
    assert "starlette" in audited.stdout
    assert KNOWN["id"] in audited.stdout
    assert "docs/deploy.md" in audited.stderr


def test_a_service_that_cannot_be_asked_shows_nothing_and_the_audit_says_so() -> None:
    with advisories(of="starlette") as gone:
        pass
    audited = audit(gone)
    assert (audited.returncode, audited.stdout) == (3, "")
    assert "Chưa hỏi được" in audited.stderr
    assert "Traceback" not in audited.stderr
