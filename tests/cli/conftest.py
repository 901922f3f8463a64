"""Each test has a database of its own, on a day in February 2018."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kpi.domain.issue import Issue
from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.guard import read_workbook
from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.intake.workbook.refusal import Refusal
from kpi.intake.workbook.spreadsheet import read_spreadsheet
from kpi.intake.workbook.wire import grid_from
from kpi.service import faults, imports
from kpi.store.database import Database


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "kpi.db"
    Database.open(f"sqlite:///{path}").close()
    return path


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
def _reading_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sound workbooks are read without a child process, which takes ten times as long."""

    def read(content: bytes) -> Grid | Issue:
        try:
            records = read_spreadsheet(content, DEFAULT_LIMITS)
        except Refusal:
            return read_workbook(content)
        return grid_from({"sheets": [record.as_json() for record in records]})

    monkeypatch.setattr(imports, "read_workbook", read)
