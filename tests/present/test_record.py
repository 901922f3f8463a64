"""The record in words and as a workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import openpyxl

from kpi.domain.record import AuditEntry
from kpi.present.record_lines import detail_text, entry_cells
from kpi.present.record_workbook import write_record
from kpi.present.words import words_for

VI = words_for("vi")


def entry(action: str = "import", subject: str = "7", **detail: Any) -> AuditEntry:
    at = datetime(2018, 1, 15, 5, tzinfo=UTC)
    return AuditEntry(3, at, "an", "command line", action, "ha-tinh-157-2017", subject, detail, "ab" * 32)


def test_an_entry_is_said_in_words_with_the_hour_of_vietnam() -> None:
    assert entry_cells(entry(file="Biểu 1.xlsx", new=13, changed=0), VI) == [
        "3",
        "15/01/2018 12:00",
        "an",
        "dòng lệnh trên máy chủ",
        "Nộp số liệu",
        "ha-tinh-157-2017",
        "7",
        "Tệp: Biểu 1.xlsx; Mới: 13",
    ]


def test_before_and_after_of_an_account_are_told() -> None:
    said = detail_text(
        entry("user-change", before={"role": "official", "active": True}, after={"active": False}), VI
    )
    assert said == "Trước: (Vai trò: cán bộ nhập liệu; Được đăng nhập: có); Sau: (Được đăng nhập: không)"


def test_the_state_a_period_was_in_before_is_told_in_words() -> None:
    assert detail_text(entry("close", before="approved"), VI) == "Trước: đã duyệt, chờ khóa"


def test_of_a_refusal_the_sentence_is_told() -> None:
    said = detail_text(entry("refused", why="not-your-units", deed="send", units="Huyện Đức Thọ"), VI)
    assert said.startswith("Tài khoản không phụ trách số liệu của: Huyện Đức Thọ.")


def test_an_action_of_a_later_program_is_still_told() -> None:
    assert entry_cells(entry("teleport", x="y"), VI)[4:8] == ["teleport", "ha-tinh-157-2017", "7", "x: y"]


def test_no_text_of_the_record_turns_into_a_formula_in_its_workbook() -> None:
    written = write_record([entry(subject='=HYPERLINK("http://evil")', file="@SUM(1)", note="+1")], VI)
    sheet = openpyxl.load_workbook(BytesIO(written)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert '=HYPERLINK("http://evil")' in [cell.value for cell in cells]
