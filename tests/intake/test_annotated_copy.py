"""The copy with marked errors: the cells of findings coloured and commented, everything else as it was sent."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from workbook_bytes import packed, parts, worksheet_xml

from kpi.domain.issue import Severity
from kpi.intake.workbook import annotated_copy as copying
from kpi.intake.workbook.annotated_copy import Note, annotated_copy
from kpi.intake.workbook.limits import MEBIBYTE, Limits
from kpi.intake.workbook.marking.styles import GROUNDS
from kpi.intake.workbook.refusal import Fault

SHEET = "Biểu 1"
ERROR, QUESTION, WARNING = Severity.ERROR, Severity.QUESTION, Severity.WARNING


def office_workbook() -> bytes:
    """Merged title, formulas, a percentage, a date format, a comment of their own, a hidden row, a second sheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        percent = book.add_format({"num_format": "0.00%", "bold": True, "bg_color": "#DDEBF7"})
        sheet = book.add_worksheet(SHEET)
        sheet.merge_range("A1:D1", "BÁO CÁO NĂM 2019")
        sheet.write_row("A2", ["Đơn vị", "Tham gia", "Phải tham gia", "Tỷ lệ"])
        for row in range(3, 8):
            sheet.write_row(row - 1, 0, [f"Huyện {row}", 70 + row, "n/a" if row == 5 else 100])
            sheet.write_formula(row - 1, 3, f"=B{row}/C{row}", percent, 0.7)
        sheet.write_comment("B3", "ghi chú của đơn vị")
        sheet.set_row(6, None, None, {"hidden": True})
        sheet.set_column("A:A", 31)
        book.add_worksheet("Phụ lục").write("A1", "=1+1 là chữ")
    return stream.getvalue()


def opened(content: bytes | Fault) -> Any:
    assert isinstance(content, bytes), content
    return openpyxl.load_workbook(io.BytesIO(content))


def contents(book: Any) -> dict[tuple[str, str], Any]:
    return {
        (sheet.title, cell.coordinate): (str(cell.value), cell.number_format, cell.font.b)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def commented(book: Any) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def coloured(book: Any) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.fill.fgColor.rgb
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in GROUNDS.values()
    }


def test_exactly_the_noted_cells_are_coloured_by_severity_and_commented() -> None:
    notes = [
        Note(SHEET, "C5", ERROR, "Lỗi: không phải số"),
        Note(SHEET, "A4", QUESTION, "Câu hỏi: đơn vị nào"),
        Note(SHEET, "D6", WARNING, "Cảnh báo: tỷ lệ khác"),
        Note("Phụ lục", "B9", WARNING, "Cảnh báo: ô trống"),
    ]
    book = opened(annotated_copy(office_workbook(), notes, "Kiểm tra"))
    assert commented(book) == {(n.sheet, n.cell): n.text for n in notes} | {
        (SHEET, "B3"): "ghi chú của đơn vị"
    }
    assert coloured(book) == {(n.sheet, n.cell): GROUNDS[n.severity] for n in notes}


def test_every_value_formula_format_and_shape_of_the_sheet_stays() -> None:
    sent = office_workbook()
    before, after = opened(sent), opened(annotated_copy(sent, [Note(SHEET, "D5", ERROR, "sai")], "Kiểm tra"))
    assert contents(after) == contents(before)
    assert contents(after)[SHEET, "D5"] == ("=B5/C5", "0.00%", True)
    sheet = after[SHEET]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"]
    assert sheet.row_dimensions[7].hidden
    assert sheet.column_dimensions["A"].width == pytest.approx(before[SHEET].column_dimensions["A"].width)


def test_a_finding_within_a_merged_range_is_said_at_its_first_cell() -> None:
    book = opened(annotated_copy(office_workbook(), [Note(SHEET, "C1", WARNING, "tiêu đề")], "Kiểm tra"))
    assert commented(book)[SHEET, "A1"] == "tiêu đề"
    assert coloured(book) == {(SHEET, "A1"): GROUNDS["warning"]}


def test_several_findings_at_a_cell_are_all_said_under_the_colour_of_the_gravest() -> None:
    notes = [Note(SHEET, "C5", WARNING, "nhảy vọt"), Note(SHEET, "C5", ERROR, "không phải số")]
    book = opened(annotated_copy(office_workbook(), notes, "Kiểm tra"))
    assert commented(book)[SHEET, "C5"] == "không phải số\nnhảy vọt"
    assert coloured(book) == {(SHEET, "C5"): GROUNDS["error"]}


def test_a_comment_already_there_is_kept_above_ours() -> None:
    book = opened(annotated_copy(office_workbook(), [Note(SHEET, "B3", ERROR, "số âm")], "Kiểm tra"))
    assert commented(book)[SHEET, "B3"] == "ghi chú của đơn vị\n\nKPI · Kiểm tra:\nsố âm"


def test_what_is_only_for_the_record_is_not_marked() -> None:
    book = opened(annotated_copy(office_workbook(), [Note(SHEET, "C5", Severity.INFO, "tên")], "Kiểm tra"))
    assert (SHEET, "C5") not in commented(book)


def test_a_sheet_name_in_decomposed_letters_is_found() -> None:
    decomposed = unicodedata.normalize("NFD", SHEET)
    assert decomposed != SHEET
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet(decomposed).write("A1", 1)
    marked = opened(annotated_copy(stream.getvalue(), [Note(SHEET, "A1", ERROR, "sai")], "Kiểm tra"))
    assert list(commented(marked)) == [(decomposed, "A1")]


@pytest.mark.parametrize(
    ("start", "limits", "fault"),
    [
        ("import time; time.sleep(60)", Limits(seconds=0.3), Fault.TOOK_TOO_LONG),
        ("raise ValueError", Limits(), Fault.READER_DIED),
        ("import os; os._exit(70)", Limits(), Fault.MEMORY_EXHAUSTED),
        ("while True: print('x' * 100_000)", Limits(answer_bytes=1_000_000), Fault.ANSWER_TOO_BIG),
    ],
)
def test_a_child_that_fails_leaves_a_reason(
    monkeypatch: pytest.MonkeyPatch, start: str, limits: Limits, fault: Fault
) -> None:
    monkeypatch.setattr(copying, "START", start)
    assert annotated_copy(b"PK", [], "Kiểm tra", limits=limits) is fault


def test_what_is_no_workbook_leaves_a_reason() -> None:
    assert annotated_copy(b"PK", [Note(SHEET, "A1", ERROR, "sai")], "Kiểm tra") is Fault.ZIP_BROKEN


def test_an_answer_that_is_neither_a_workbook_nor_a_reason_is_not_handed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copying, "START", "print('x')")
    assert annotated_copy(b"PK", [], "Kiểm tra") is Fault.ANSWER_UNCLEAR


def test_memory_is_bounded_while_a_copy_is_made() -> None:
    wide = packed(parts(worksheet_xml(" " * 100 * MEBIBYTE)))
    tight, note = Limits(memory_bytes=64 * MEBIBYTE), Note("Sheet1", "C5", ERROR, "sai")
    assert annotated_copy(wide, [note], "Kiểm tra", limits=tight) is Fault.MEMORY_EXHAUSTED
