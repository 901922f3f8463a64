"""Databases of either kind, new for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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
def database(new_database: Callable[[], str]) -> Iterator[Database]:
    opened = Database.open(new_database())
    yield opened
    opened.close()


@pytest.fixture
def sqlite_database(sqlite_url: str, empty_sqlite_file: Path) -> Iterator[Database]:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.parent.mkdir(exist_ok=True)
    shutil.copy(empty_sqlite_file, path)
    opened = Database.open(sqlite_url, patience=0.2)
    yield opened
    opened.close()
