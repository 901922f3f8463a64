"""A marked workbook holds all that was in it before, whether this program knows what it is or not."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from office_workbooks import Formula, long_row, long_table, request, workbook
from workbook_bytes import read_here

from kpi.domain.issue import Severity
from kpi.intake.understand import understand
from kpi.intake.workbook.annotated_copy import Note, annotated_copy
from kpi.intake.workbook.grid import CellKind, Grid
from kpi.intake.workbook.guard import read_workbook
from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.intake.workbook.marking.workbook_marking import MarkedCell, marked

pytestmark = pytest.mark.filterwarnings("ignore:.* is not supported and will be removed")
FIRST, SECOND, UNTOUCHED = "Biểu 1", "Biểu 2", "Phụ lục"
CELLS: list[MarkedCell] = [
    (FIRST, "C5", "error", "Lỗi: không phải số"),
    (FIRST, "A4", "question", "Câu hỏi: đơn vị nào"),
    (FIRST, "B3", "warning", "Cảnh báo: số lạ"),  # has a comment of its own
    (FIRST, "D6", "error", "Lỗi: tỷ lệ khác"),
    (FIRST, "H30", "warning", "Cảnh báo: ô trống"),
    (SECOND, "A1", "error", "Lỗi: tiêu đề"),
]
CHANGED = {
    "[Content_Types].xml",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/_rels/sheet2.xml.rels",
    "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
}
ADDED = {"xl/comments3.xml", "xl/drawings/vmlDrawing4.vml"}


def picture() -> io.BytesIO:
    """One red point as PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head, point = struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0\xff\0\0")
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", point) + chunk(b"IEND", b"")
    )


def full_workbook() -> bytes:
    """All that an office puts into a workbook: charts, pictures, rules, names, tables, notes, buttons, filters."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        looks = {
            "percent": book.add_format(
                {"num_format": "0.00%", "bold": True, "bg_color": "#DDEBF7", "border": 1}
            ),
            "date": book.add_format({"num_format": "dd/mm/yyyy", "italic": True, "align": "right"}),
        }
        _write_first(book.add_worksheet(FIRST), looks)
        second = book.add_worksheet(SECOND)
        second.merge_range("A1:C1", "BIỂU SỐ 2", looks["date"])
        second.insert_image("A3", "con dấu.png", {"image_data": picture()})
        second.set_header("&L&G", {"image_left": "logo.png", "image_data_left": picture()})
        third = book.add_worksheet(UNTOUCHED)
        third.write_comment("A1", "giữ nguyên")
        third.insert_button("B2", {"caption": "In"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{FIRST}'!$D$3:$D$7"})
        book.get_worksheet_by_name(FIRST).insert_chart("F3", chart)
        book.define_name("Tham_gia", f"='{FIRST}'!$B$3:$B$7")
        book.set_properties({"title": "Báo cáo", "author": "Huyện Hương Sơn"})
    return stream.getvalue()


def _write_first(sheet: Any, looks: dict[str, Any]) -> None:
    sheet.write_row("A2", ["Đơn vị", "Tham gia", "Phải tham gia", "Tỷ lệ"])
    for row in range(3, 8):
        sheet.write_row(row - 1, 0, [f"Huyện {row}", 70 + row, "n/a" if row == 5 else 100])
        sheet.write_formula(row - 1, 3, f"=B{row}/C{row}", looks["percent"], 0.7)
    sheet.write_datetime("A8", date(2019, 12, 31), looks["date"])
    sheet.write_rich_string("A9", "Ghi ", looks["percent"], "chú")
    sheet.write_comment("B3", "ghi chú của đơn vị", {"author": "Chị Hà"})
    sheet.write_comment("A7", "ghi chú khác")
    sheet.insert_button("F20", {"caption": "Tính lại"})
    sheet.insert_textbox("F22", "hộp chữ")
    sheet.data_validation("B3:B7", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.conditional_format("D3:D7", {"type": "data_bar", "data_bar_2010": True})
    sheet.add_sparkline("E3", {"range": "B3:B7"})
    sheet.add_table("J3:K5", {"columns": [{"header": "Tên"}, {"header": "Số"}]})
    sheet.write_url("A11", "https://example.invalid/")
    sheet.autofilter("A2:D7")
    sheet.freeze_panes(2, 1)
    sheet.set_row(6, None, None, {"hidden": True})
    sheet.set_column("H:H", 31, looks["percent"])
    sheet.protect()
    sheet.repeat_rows(1)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def looks(content: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Value and look of every cell as openpyxl sees them, the fill aside."""
    book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    return {
        (sheet.title, cell.coordinate): (
            cell.value,
            cell.number_format,
            *(str(look) for look in (cell.font, cell.border, cell.alignment, cell.protection)),
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def fills(content: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): str(cell.fill)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def notes(content: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


SENT = full_workbook()
COPY = marked(SENT, "Kiểm tra", CELLS, DEFAULT_LIMITS)


def test_only_parts_that_hold_marks_change_and_all_keep_their_order() -> None:
    before, after = parts(SENT), parts(COPY)
    assert [name for name in after if name in before] == list(before)
    assert {name for name in before if after[name] != before[name]} == CHANGED
    assert set(after) - set(before) == ADDED


def test_parts_that_do_not_change_keep_their_packed_bytes() -> None:
    with zipfile.ZipFile(io.BytesIO(SENT)) as package:
        kept = [entry for entry in package.infolist() if entry.filename not in CHANGED]
    for entry in kept:
        start = entry.header_offset + 30 + len(entry.filename.encode())
        assert SENT[start : start + entry.compress_size] in COPY, entry.filename


def test_a_zip_written_as_a_stream_with_names_of_all_kinds_is_copied() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise io.UnsupportedOperation

    stream, extra = Pipe(), {"xl/media/con dấu.bin": b"\0\1", "xl/media/": b"", "customXml/item.bin": b""}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (parts(SENT) | extra).items():
            package.writestr(name, content)
    copy = marked(stream.getvalue(), "Kiểm tra", CELLS, DEFAULT_LIMITS)
    assert parts(copy) == parts(COPY) | extra
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        assert not any(entry.flag_bits & 0x8 for entry in package.infolist())


def test_the_grid_is_the_same_with_every_saved_result() -> None:
    before, after = read_here(SENT), read_here(COPY)
    assert after == before
    assert isinstance(after, Grid)
    result = after.sheets[0].cells[6, 4]
    assert (result.kind, result.text, result.formula) == (CellKind.NUMBER, "0.7", True)


def test_every_cell_keeps_its_value_and_look_and_unmarked_ones_their_fill() -> None:
    before, after = looks(SENT), looks(COPY)
    assert {cell: after[cell] for cell in before} == before
    shown = {(sheet, cell) for sheet, cell, _, _ in CELLS}
    grounds = fills(SENT)
    assert {cell for cell, ground in fills(COPY).items() if grounds.get(cell, ground) != ground} == shown - {
        (FIRST, "H30")  # which was not there
    }


def test_an_empty_cell_keeps_the_look_of_its_column_when_it_is_marked() -> None:
    assert looks(COPY)[FIRST, "H30"][:2] == (None, "0.00%")


def test_comments_of_the_office_stay_beside_ours() -> None:
    own = notes(SENT)
    assert own == {
        (FIRST, "B3"): "ghi chú của đơn vị",
        (FIRST, "A7"): "ghi chú khác",
        (UNTOUCHED, "A1"): "giữ nguyên",
    }
    ours = {(sheet, cell): text for sheet, cell, _, text in CELLS}
    assert notes(COPY) == ours | own | {
        (FIRST, "B3"): f"{own[FIRST, 'B3']}\n\nKPI · Kiểm tra:\n{ours[FIRST, 'B3']}",
    }


def test_the_button_drawn_beside_the_comments_stays() -> None:
    before, after = (parts(content)["xl/drawings/vmlDrawing1.vml"] for content in (SENT, COPY))
    assert after.startswith(before.removesuffix(b"</xml>"))
    assert after.count(b'ObjectType="Note"') == before.count(b'ObjectType="Note"') + 4
    assert b"Button" in before


def test_a_copy_can_be_marked_again() -> None:
    again = marked(COPY, "Kiểm tra", CELLS, DEFAULT_LIMITS)
    assert read_here(again) == read_here(SENT)
    assert set(parts(again)) == set(parts(COPY))
    assert notes(again)[FIRST, "C5"] == "Lỗi: không phải số\n\nKPI · Kiểm tra:\nLỗi: không phải số"
    assert parts(again)["xl/comments1.xml"].count(b"<author>") == 3


def test_a_copy_sent_back_gives_the_findings_it_was_made_for() -> None:
    sent = workbook(
        long_table(
            long_row(part="n/a"),
            long_row("Huyện Hương Khê", part=Formula("", "=1+1")),
            long_row("Huyện Nào"),
        )
    )
    grid = read_workbook(sent)
    assert isinstance(grid, Grid)
    found = understand(grid, request()).issues
    cells = [Note(i.sheet, i.cell, i.severity, i.code.value) for i in found if i.sheet and i.cell]
    assert len(cells) > 2
    copy = annotated_copy(sent, cells, "Kiểm tra")
    assert isinstance(copy, bytes)
    assert read_workbook(copy) == grid
    assert any(note.severity is Severity.ERROR for note in cells)


@pytest.mark.slow
def test_a_spreadsheet_program_opens_the_copy_with_all_that_was_in_it(tmp_path: Path) -> None:
    before, after = (
        saved_by_libreoffice(content, tmp_path / name) for name, content in (("a", SENT), ("b", COPY))
    )
    values = {cell: (value, number_format) for cell, (value, number_format, *_) in looks(before).items()}
    kept = {cell: (value, number_format) for cell, (value, number_format, *_) in looks(after).items()}
    assert {cell: kept[cell] for cell in values} == values
    said = notes(after)
    for sheet, cell, _, text in CELLS:
        assert said[sheet, cell].endswith(text)
    assert "ghi chú của đơn vị" in said[FIRST, "B3"]
    assert said[UNTOUCHED, "A1"] == notes(before)[UNTOUCHED, "A1"]
    kinds = ("xl/charts/chart", "xl/media/", "xl/drawings/drawing")
    for kind in kinds:
        counts = [sum(name.startswith(kind) for name in parts(content)) for content in (before, after)]
        assert counts[0] == counts[1] > 0, kind


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder.mkdir()
    (folder / "copy.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    command = ["soffice", "--headless", profile, *target, str(folder / "copy.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / "copy.xlsx").read_bytes()
