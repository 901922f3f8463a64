"""Databases of either kind, new for each test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def url(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """An address where nothing is yet."""
    if database_kind == "sqlite":
        return f"sqlite:///{tmp_path / 'kpi.db'}"
    return str(request.getfixturevalue("new_postgresql_url")())
