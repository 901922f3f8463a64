"""Each test has a database of its own, on a day in February 2018."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.service import faults


@pytest.fixture(autouse=True)
def own_database(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Its address."""
    url = new_database()
    monkeypatch.setenv("KPI_DATABASE_URL", url)
    monkeypatch.setenv("KPI_TODAY", "2018-02-15")
    monkeypatch.delenv("KPI_LANG", raising=False)
    return url


@pytest.fixture(autouse=True)
def fault_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Faults provoked here are none for the maintainers."""
    monkeypatch.setattr(faults.settings, "PROJECT", tmp_path)
    monkeypatch.setattr(faults, "_LOG", tmp_path / "var" / "faults.log")
    return tmp_path / "var" / "faults.log"


@pytest.fixture(autouse=True)
def _reading_at_once(without_children: None) -> None: ...
