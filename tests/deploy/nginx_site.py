"""The site as docs/deploy.md has it: nginx with TLS before two processes over PostgreSQL, here on free ports."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from running_dashboard import PROJECT, environment, status_of

from kpi.domain.actor import Role, local_user
from kpi.service.program import Program
from tests.people import PASSWORD, settle_in

NAME = "localhost"
_PATIENCE = 60
_WRAPPER = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/kpi.conf;
}}
"""


@dataclass
class Site:
    """`address` is where people come, `plain` the port without TLS, `processes` what stands behind, by address."""

    folder: Path
    address: str
    plain: str
    processes: dict[str, subprocess.Popen[bytes]]
    trust: ssl.SSLContext

    def log_in(self) -> str:
        """The session's cookie as the server sets it."""
        form = urllib.parse.urlencode({"name": "quan-tri", "password": PASSWORD}).encode()
        headers = {"Origin": self.address, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(f"{self.address}/login", form, headers)
        opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=self.trust), _NoRedirect)
        with pytest.raises(urllib.error.HTTPError) as accepted:
            opener.open(request, timeout=_PATIENCE)
        with accepted.value as answer:
            assert answer.code == 303
            return next(
                c
                for c in answer.headers.get_all("Set-Cookie")
                if c.startswith("__Host-kpi_session=") and "Max-Age=0" not in c
            )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def served_site(folder: Path, server: sa.URL) -> Iterator[Site]:
    """Two processes over a new database of the server, and nginx before them."""
    database = _new_database(server)
    first, second, tls, plain = _free_ports(4)
    _add_account(database)
    processes = {f"http://127.0.0.1:{port}": _process(folder, database, port) for port in (first, second)}
    trust = _certificate(folder)
    proxy = _nginx(folder, {"8601": first, "8602": second, "443": tls, "80": plain})
    try:
        for address in processes:
            _wait_for(address)
        yield Site(folder, f"https://{NAME}:{tls}", f"http://{NAME}:{plain}", processes, trust)
    finally:
        for process in (proxy, *processes.values()):
            process.terminate()
            process.wait(timeout=20)


def _new_database(server: sa.URL) -> str:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    name = f"kpi_deploy_{uuid4().hex}"
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    return server.set(database=name).render_as_string(hide_password=False)


def _add_account(database: str) -> None:
    program = Program.open(database)
    settle_in(program, local_user("a test"), "quan-tri", Role.ADMINISTRATOR)
    program.database.close()


def _process(folder: Path, database: str, port: int) -> subprocess.Popen[bytes]:
    with (folder / f"{port}.log").open("w") as log:
        settings = environment(folder, database) | {
            "KPI_PORT": str(port),
            "KPI_ALLOWED_HOSTS": "kpi.example.vn",
        }
        return subprocess.Popen(
            [sys.executable, "dashboard.py"], cwd=PROJECT, env=settings, stdout=log, stderr=log
        )


def _certificate(folder: Path) -> ssl.SSLContext:
    """Makes a key and a certificate for the name; the answer trusts that one alone."""
    made = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *made, *subject]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return ssl.create_default_context(cafile=str(folder / "fullchain.pem"))


def _nginx(folder: Path, ports: dict[str, int]) -> subprocess.Popen[bytes]:
    """The shipped file with other ports and places, and nothing else of it changed."""
    conf = (PROJECT / "deploy" / "nginx-kpi.conf").read_text()
    changes = {
        "127.0.0.1:8601": f"127.0.0.1:{ports['8601']}",
        "127.0.0.1:8602": f"127.0.0.1:{ports['8602']}",
        "listen 443 ": f"listen 127.0.0.1:{ports['443']} ",
        "listen 80;": f"listen 127.0.0.1:{ports['80']};",
        "kpi.example.vn": NAME,
        "/etc/kpi/tls": str(folder),
        "/var/log/nginx": str(folder),
    }
    for shipped, here in changes.items():
        assert shipped in conf, f"{shipped} is not in the site file any more"
        conf = conf.replace(shipped, here)
    (folder / "kpi.conf").write_text(conf)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_WRAPPER.format(user=user, folder=folder))
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, timeout=30, check=False)
    assert checked.returncode == 0, checked.stderr
    return subprocess.Popen([*command, "-g", "daemon off;"])


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _wait_for(address: str) -> None:
    end = time.monotonic() + _PATIENCE
    while status_of(f"{address}/healthz") != 200:
        assert time.monotonic() < end, f"{address} does not answer"
        time.sleep(0.2)
