"""What the tests of several rooms share: a database to copy, and work done here that a child process does else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kpi.intake.workbook import annotated_copy, guard
from kpi.intake.workbook.child import answer_for
from kpi.intake.workbook.child_process import Outcome
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.marking import child as marking
from kpi.store.database import Database


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy, which takes a thirtieth of migrating another."""
    path = tmp_path_factory.mktemp("empty") / "kpi.db"
    Database.open(f"sqlite:///{path}").close()
    return path


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
