"""The workbook around the gap table: the page to sign, what follows the table, charts, names, paper."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from libreoffice import LibreOffice, libreoffice, saved  # noqa: F401  (a fixture)
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sample_reports import (
    ABOVE_70,
    BEFORE,
    GROWTH,
    INCREASE,
    a_task,
    district,
    every_rule_report,
    plan_of,
    report_on,
    seen,
)

from kpi.domain.report import GapReport
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import words_for

WORDS = words_for("vi")
SHARES = [
    *(seen("above-70", f"d{n}", 60 + 10 * n, 100) for n in (1, 2)),
    *(seen("above-70", f"d{n}", 50 + n, 100, period=BEFORE) for n in (1, 2)),
]
A_REPORT = report_on(plan_of(ABOVE_70), SHARES, [district(1), district(2)], tasks=(a_task(),))


def opened(report: GapReport, results: bool = True) -> Workbook:
    return load_workbook(BytesIO(write_gap_report(report, WORDS)), data_only=results)


def texts(sheet: Worksheet) -> str:
    return "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)


def row_with(sheet: Worksheet, text: str, column: int = 1) -> list[object]:
    rows = sheet.iter_rows(values_only=True)
    return list(next(row for row in rows if row[column - 1] == text))


def test_the_first_sheet_is_the_page_to_sign() -> None:
    sheet = opened(A_REPORT).worksheets[0]
    said = texts(sheet)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "UBND TỈNH THỬ",
        "BÁO CÁO",
        "Kính gửi",
        "Nơi nhận:",
    ):
        assert expected in said
    assert (sheet.page_setup.orientation or "portrait") == "portrait"


def test_every_sheet_prints_on_a4_with_the_margins_of_the_decree() -> None:
    for sheet in opened(every_rule_report()):
        margins = sheet.page_margins
        inches = (margins.top, margins.bottom, margins.left, margins.right)
        assert [round(i * 25.4) for i in inches] == [20, 20, 30, 20], sheet.title
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_area or sheet.title in ("Nhiệm vụ", "Chưa báo cáo", "Nguồn số liệu", "Định hướng")
        assert "&P" in str(sheet.oddHeader.center.text)


def test_the_table_of_the_page_to_sign_shows_the_cells_of_the_gap_sheet() -> None:
    sheet = opened(A_REPORT, results=False).worksheets[0]
    links = [c.value for row in sheet["D:G"] for c in row if c.data_type == "f"]
    assert len(links) == 4
    assert all("'Khoảng cách'!" in link for link in links)
    cached = row_with(opened(A_REPORT).worksheets[0], "above-70", 2)
    assert cached[3:7] == [75, 5, 0, "Đạt"]


def test_little_of_a_small_screen_is_kept_in_sight_above_the_gap_table() -> None:
    sheet = opened(A_REPORT)["Khoảng cách"]
    frozen = int(str(sheet.freeze_panes).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
    assert sum(sheet.row_dimensions[row].height or 15 for row in range(1, frozen + 1)) <= 130
    assert sum(sheet.column_dimensions[letter].width for letter in "AB") <= 42


def test_the_input_columns_have_names() -> None:
    book = opened(report_on(plan_of(ABOVE_70, INCREASE), SHARES, [district(1), district(2)]))
    names = {name: defined.attr_text for name, defined in book.defined_names.items()}
    assert {"Tu_so", "Mau_so", "Muc_tieu", "Thuc_hien", "Ket_luan"} <= set(names)
    sheet, cells = names["Tu_so"].rsplit("!", 1)
    assert sheet == "'Khoảng cách'"
    values = [row[0].value for row in book["Khoảng cách"][cells.replace("$", "")]]
    assert values[:3] == [150, None, 70]


def test_units_stand_side_by_side_with_what_the_gap_sheet_says() -> None:
    assert row_with(opened(A_REPORT)["Theo đơn vị"], "Huyện 01") == ["Huyện 01", 70, 0, "Không đạt"]
    assert row_with(opened(A_REPORT)["Theo đơn vị"], "Huyện 02") == ["Huyện 02", 80, 10, "Đạt"]


def test_each_unit_stands_against_its_own_year_before() -> None:
    row = row_with(opened(A_REPORT)["So với năm trước"], "Huyện 02", 2)
    assert row[2:5] == [52, 80, 28]


def test_the_years_end_with_the_reports_own() -> None:
    sheet = opened(A_REPORT)["Qua các năm"]
    assert [row[1:5] for row in sheet.iter_rows(min_row=3, values_only=True)] == [
        (2016, None, None, 51.5),
        (2017, "trên 70%", 70, 75),
    ]


def test_charts_are_native_and_draw_the_cells_of_the_report() -> None:
    with ZipFile(BytesIO(write_gap_report(A_REPORT, WORDS))) as file:
        drawn = "".join(file.read(n).decode() for n in file.namelist() if n.startswith("xl/charts/chart"))
    assert "'Qua các năm'!$E$3:$E$4" in drawn
    assert "'Khoảng cách'!$B$" in drawn


def test_every_rule_of_judgement_is_told() -> None:
    said = texts(opened(A_REPORT)["Cách tính"])
    for expected in ("đúng 70% là chưa đạt", "điểm %", "không lấy bình quân", "09/12 là ngày cuối"):
        assert expected in said


def test_nothing_in_the_file_acts_or_leads_out_of_it() -> None:
    with ZipFile(BytesIO(write_gap_report(every_rule_report(), WORDS))) as file:
        assert not [n for n in file.namelist() if "vba" in n.lower() or "externalLink" in n]
        relations = "".join(file.read(n).decode() for n in file.namelist() if n.endswith(".rels"))
    assert 'TargetMode="External"' not in relations


def test_only_the_stamped_time_changes_the_bytes() -> None:
    from dataclasses import replace
    from datetime import timedelta

    later = replace(A_REPORT, made_at=A_REPORT.made_at + timedelta(hours=3))
    first, second = (load_workbook(BytesIO(write_gap_report(r, WORDS))) for r in (A_REPORT, later))
    assert write_gap_report(A_REPORT, WORDS) == write_gap_report(A_REPORT, WORDS)
    assert write_gap_report(A_REPORT, WORDS) != write_gap_report(later, WORDS)
    for one, other in zip(first, second, strict=True):
        assert texts(one) == texts(other)


@pytest.mark.slow
def test_a_changed_figure_reaches_every_sheet_that_shows_it(libreoffice: LibreOffice) -> None:  # noqa: F811
    book = opened(report_on(plan_of(ABOVE_70, GROWTH), SHARES, [district(1), district(2)]), results=False)
    gaps = book["Khoảng cách"]
    at = next(r for r in range(1, 20) if gaps.cell(r, 2).value == "Huyện 01")
    gaps.cell(at, 5).value = 90
    after = libreoffice.recalculated({"changed": saved(book)})["changed"]
    assert row_with(after["Theo đơn vị"], "Huyện 01")[1:4] == [90, 20, "Đạt"]
    assert row_with(after["So với năm trước"], "Huyện 01", 2)[2:5] == [51, 90, 39]
