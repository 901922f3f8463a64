"""Databases of either kind, new for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kpi.store.database import Database


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'var' / 'kpi.db'}"


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """An address where nothing is yet."""
    if database_kind == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    return str(request.getfixturevalue("new_postgresql_url")())


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
