"""Each test has a database of its own, on a day in February 2018."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kpi.service import faults


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(empty_database, tmp_path / "kpi.db")
    monkeypatch.setenv("KPI_DATABASE_URL", f"sqlite:///{tmp_path / 'kpi.db'}")
    monkeypatch.setenv("KPI_TODAY", "2018-02-15")
    monkeypatch.delenv("KPI_LANG", raising=False)


@pytest.fixture(autouse=True)
def fault_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Faults provoked here are none for the maintainers."""
    monkeypatch.setattr(faults.settings, "PROJECT", tmp_path)
    monkeypatch.setattr(faults, "_LOG", tmp_path / "var" / "faults.log")
    return tmp_path / "var" / "faults.log"


@pytest.fixture(autouse=True)
def _reading_at_once(without_children: None) -> None: ...
