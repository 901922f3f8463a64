"""A page that meets a fault nobody foresaw says one sentence with a number, and nothing of what went wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_reader import HA_TINH, Open

from kpi.intake.workbook.child_process import ChildrenBusy
from kpi.service import faults
from kpi.ui import session

SECRET = "mat-khau-9137"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(faults.settings, "PROJECT", tmp_path)
    monkeypatch.setattr(faults, "_LOG", tmp_path / "var" / "faults.log")
    return tmp_path / "var" / "faults.log"


def failing(failure: Exception) -> object:
    def fail(*_: object, **__: object) -> None:
        raise failure

    return fail


def test_a_fault_is_a_sentence_with_a_number(
    open_page: Open, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "know", failing(ValueError(SECRET)))
    said = open_page("overview", plan=HA_TINH).text
    number = re.search(r"Mã lỗi ([0-9a-f]{16});", said)
    assert number
    assert number[1] in kept.read_text()
    assert SECRET not in said
    assert "Traceback" not in said


def test_a_busy_server_asks_to_try_again(
    open_page: Open, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "know", failing(ChildrenBusy(11, "busy")))
    assert "Máy chủ đang bận; hãy thử lại" in open_page("overview", plan=HA_TINH).text
    assert not kept.exists()
