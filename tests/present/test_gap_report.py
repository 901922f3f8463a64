"""The gap report: what it says, and that its formulas say what the program says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO

import pytest
import xlsxwriter
from libreoffice import LibreOffice, libreoffice, saved  # noqa: F401  (a fixture)
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sample_reports import (
    ABOVE_70,
    BEFORE,
    GROWTH,
    INCREASE,
    INDEX,
    NOT_DUE,
    PROVINCE,
    YEAR,
    a_task,
    district,
    every_rule_report,
    plan_of,
    report_on,
    seen,
)

from kpi.domain.observation import Stage
from kpi.domain.paper import NotSent, Sender
from kpi.domain.period import Period
from kpi.domain.plan import IndicatorKind
from kpi.domain.report import GapReport, NotReported, Source
from kpi.domain.trend import Direction, Trend
from kpi.present.reports.workbook import write_gap_report
from kpi.present.sentences import verdict_word
from kpi.present.words import words_for

WORDS = words_for("vi")
Row = dict[str, object]


def opened(content: bytes, results: bool = True) -> Workbook:
    return load_workbook(BytesIO(content), data_only=results)


def head_row(sheet: Worksheet) -> int:
    first = WORDS("gap_table.indicator")
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == first)


def column_of(sheet: Worksheet, column: str) -> int:
    title = WORDS(f"gap_table.{column}")
    return next(cell.column for cell in sheet[head_row(sheet)] if cell.value == title)


def row_of(sheet: Worksheet, indicator: str, unit: str) -> int:
    """The sheet row of an indicator and unit in the gap table."""
    at = column_of(sheet, "unit")
    rows = range(head_row(sheet) + 1, sheet.max_row + 1)
    return next(r for r in rows if (sheet.cell(r, 1).value, sheet.cell(r, at).value) == (indicator, unit))


def value(sheet: Worksheet, indicator: str, unit: str, column: str) -> object:
    return shown(sheet, row_of(sheet, indicator, unit), column_of(sheet, column))


def shown(sheet: Worksheet, row: int, column: int) -> object:
    found = sheet.cell(row, column).value
    return None if found == "" else found


def put(sheet: Worksheet, indicator: str, unit: str, column: str, new: object) -> None:
    sheet.cell(row_of(sheet, indicator, unit), column_of(sheet, column)).value = new


def report_sheet(report: GapReport) -> Worksheet:
    return opened(write_gap_report(report, WORDS))[WORDS("gap_sheet.sheet")]


def letter(workbook: Workbook) -> Worksheet:
    return workbook[WORDS("gap_report.sheet")]


def everything_on(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def assert_says_what_the_program_says(sheet: Worksheet, report: GapReport) -> None:
    at = {column: column_of(sheet, column) for column in ("actual", "points", "missing", "verdict")}
    for evaluation in report.evaluations:
        name = evaluation.indicator.short, evaluation.unit.name
        row = row_of(sheet, *name)
        verdict = evaluation.verdict
        for column, expected in (
            ("actual", evaluation.actual),
            ("points", verdict.gap_points),
            ("missing", verdict.gap_units),
        ):
            found = shown(sheet, row, at[column])
            if expected is None:
                assert found is None, (name, column)
            else:
                assert found == pytest.approx(float(expected), abs=1e-9, rel=1e-12), (name, column)
        assert shown(sheet, row, at["verdict"]) == verdict_word(evaluation, WORDS), name


def test_the_results_saved_in_the_file_are_the_programs_own() -> None:
    report = every_rule_report()
    assert_says_what_the_program_says(report_sheet(report), report)


@pytest.mark.slow
def test_a_wrong_saved_result_is_corrected_so_recalculation_is_real(libreoffice: LibreOffice) -> None:  # noqa: F811
    content = BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        workbook.add_worksheet().write_formula("A1", "=1+2", None, 999)
    assert opened(content.getvalue()).active["A1"].value == 999
    assert libreoffice.recalculated({"wrong": content.getvalue()})["wrong"].active["A1"].value == 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_recalculated_gaps_and_verdicts_equal_the_programs(libreoffice: LibreOffice, seed: int) -> None:  # noqa: F811
    report = every_rule_report(seed)
    only_formulas = saved(opened(write_gap_report(report, WORDS), results=False))
    sheet = libreoffice.recalculated({"every-rule": only_formulas})["every-rule"][WORDS("gap_sheet.sheet")]
    assert_says_what_the_program_says(sheet, report)
    saved_summary = everything_on(report_sheet(report)).splitlines()[1:3]
    assert everything_on(sheet).splitlines()[1:3] == saved_summary


@pytest.mark.slow
def test_a_changed_input_changes_gap_verdict_and_summary(libreoffice: LibreOffice) -> None:  # noqa: F811
    plan = plan_of(ABOVE_70, GROWTH, INDEX, INCREASE)
    report = report_on(
        plan, [seen("above-70", "d1", 70, 100), seen("index", "province", value="84.99")], [district(1)]
    )
    workbook = opened(write_gap_report(report, WORDS), results=False)
    sheet = workbook[WORDS("gap_sheet.sheet")]
    put(sheet, "above-70", "Huyện 01", "numerator", 71)
    put(sheet, "growth", "Huyện 01", "numerator", 1299)
    put(sheet, "growth", "Huyện 01", "denominator", 1000)
    put(sheet, "index", "Tỉnh Thử", "actual", 85)
    put(sheet, "increase", "Huyện 01", "numerator", 1)
    put(sheet, "increase", "Huyện 01", "denominator", 3)
    put(sheet, "increase", "Huyện 01", "base_numerator", 1)
    put(sheet, "increase", "Huyện 01", "base_denominator", 3)
    after = libreoffice.recalculated({"changed": saved(workbook)})["changed"][WORDS("gap_sheet.sheet")]

    assert value(after, "above-70", "Huyện 01", "points") == 1
    assert value(after, "above-70", "Huyện 01", "missing") == 0
    assert value(after, "above-70", "Huyện 01", "verdict") == "Đạt"
    assert value(after, "growth", "Huyện 01", "missing") == 1
    assert value(after, "growth", "Huyện 01", "verdict") == "Chưa đạt (tạm tính)"
    assert value(after, "index", "Tỉnh Thử", "verdict") == "Đạt"
    assert value(after, "increase", "Huyện 01", "missing") == 1
    assert value(after, "increase", "Huyện 01", "verdict") == "Chưa đạt (tạm tính)"
    assert "so với mục tiêu tỉnh): 1 đạt, 2 chưa đạt, 0 chưa đến hạn, 1 chưa có" in everything_on(after)


@pytest.mark.slow
def test_an_emptied_input_leaves_gap_empty_and_says_no_data(libreoffice: LibreOffice) -> None:  # noqa: F811
    report = report_on(plan_of(ABOVE_70), [seen("above-70", "province", 70, 100)])
    workbook = opened(write_gap_report(report, WORDS), results=False)
    sheet = workbook[WORDS("gap_sheet.sheet")]
    put(sheet, "above-70", "Tỉnh Thử", "numerator", None)
    put(sheet, "above-70", "Tỉnh Thử", "denominator", None)
    after = libreoffice.recalculated({"emptied": saved(workbook)})["emptied"][WORDS("gap_sheet.sheet")]
    assert value(after, "above-70", "Tỉnh Thử", "points") is None
    assert value(after, "above-70", "Tỉnh Thử", "missing") is None
    assert value(after, "above-70", "Tỉnh Thử", "verdict") == "Chưa có số liệu"


def test_results_are_formulas_over_the_cells_of_their_row() -> None:
    report = report_on(plan_of(ABOVE_70), [seen("above-70", "province", 70, 100)])
    sheet = opened(write_gap_report(report, WORDS), results=False)[WORDS("gap_sheet.sheet")]
    for column in ("actual", "points", "missing", "verdict"):
        assert str(value(sheet, "above-70", "Tỉnh Thử", column)).startswith("=IF(")


def test_formulas_use_only_functions_that_every_spreadsheet_knows() -> None:
    sheet = opened(write_gap_report(every_rule_report(), WORDS), results=False)[WORDS("gap_sheet.sheet")]
    formulas = [str(c.value) for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    used = {name for formula in formulas for name in re.findall(r"([A-Z.]+)\(", formula)}
    assert used == {"IF", "OR", "COUNT", "COUNTIF", "ROUND", "QUOTIENT", "MAX"}


def test_a_total_with_units_missing_is_not_judged_and_names_who_is_missing() -> None:
    report = report_on(plan_of(ABOVE_70), [seen("above-70", "d1", 80, 100)], [district(1), district(2)])
    sheet = report_sheet(report)
    assert value(sheet, "above-70", "Tỉnh Thử", "numerator") == 80
    assert value(sheet, "above-70", "Tỉnh Thử", "actual") is None
    assert value(sheet, "above-70", "Tỉnh Thử", "verdict") == "Không đánh giá được"
    note = str(value(sheet, "above-70", "Tỉnh Thử", "note"))
    assert "1/2" in note
    assert "Huyện 02" in note


def test_a_districts_row_is_labelled_as_held_against_the_provinces_target() -> None:
    sheet = report_sheet(report_on(plan_of(ABOVE_70), [seen("above-70", "d1", 80, 100)], [district(1)]))
    assert "so với mục tiêu tỉnh" in str(value(sheet, "above-70", "Huyện 01", "note"))
    assert "so với mục tiêu tỉnh" not in str(value(sheet, "above-70", "Tỉnh Thử", "note"))


def test_the_provinces_rows_come_before_all_units() -> None:
    report = report_on(plan_of(ABOVE_70, GROWTH), [], [district(1), district(2)])
    sheet = report_sheet(report)
    rows = range(head_row(sheet) + 1, head_row(sheet) + 7)
    assert [sheet.cell(row, 2).value for row in rows] == ["Tỉnh Thử"] * 2 + ["Huyện 01", "Huyện 02"] * 2


def test_a_target_not_yet_due_keeps_its_verdict_and_shows_the_distance() -> None:
    report = report_on(plan_of(NOT_DUE), [seen("not-due", "province", 55, 100)])
    sheet = opened(write_gap_report(report, WORDS), results=False)[WORDS("gap_sheet.sheet")]
    assert value(sheet, "not-due", "Tỉnh Thử", "verdict") == "Chưa đến hạn"
    assert "2025" in str(value(sheet, "not-due", "Tỉnh Thử", "note"))
    assert value(report_sheet(report), "not-due", "Tỉnh Thử", "missing") == 5


def test_a_miss_just_below_the_mark_is_never_shown_as_the_mark() -> None:
    report = report_on(plan_of(ABOVE_70), [seen("above-70", "province", 699_996, 1_000_000)])
    sheet = report_sheet(report)
    cell = sheet.cell(row_of(sheet, "above-70", "Tỉnh Thử"), column_of(sheet, "actual"))
    assert cell.number_format == "[$-42A]#,##0.0000"


def test_counts_too_large_for_a_spreadsheet_are_text_and_judged_by_the_program() -> None:
    huge = 2**60 + 1
    report = report_on(plan_of(ABOVE_70), [seen("above-70", "province", huge, huge + 2)])
    sheet = opened(write_gap_report(report, WORDS), results=False)[WORDS("gap_sheet.sheet")]
    assert value(sheet, "above-70", "Tỉnh Thử", "numerator") == str(huge)
    assert value(sheet, "above-70", "Tỉnh Thử", "verdict") == "Đạt"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_looks_like_a_formula_stays_text(start: str) -> None:
    hostile = f"{start}HYPERLINK(1)"
    plan = plan_of(replace(ABOVE_70, short=hostile), title=hostile)
    report = report_on(plan, [seen("above-70", "province", 1, 2)], tasks=(a_task(hostile),))
    report = replace(report, sources=(a_source(file_name=hostile),))
    workbook = opened(write_gap_report(report, WORDS), results=False)
    found = [c for sheet in workbook for row in sheet.iter_rows() for c in row if "HYPERLINK" in str(c.value)]
    assert len(found) >= 5
    assert {cell.data_type for cell in found} == {"s"}


def a_source(file_name: str = "so_lieu.xlsx") -> Source:
    received = datetime(2018, 1, 5, 3, 0, tzinfo=UTC)
    return Source(
        ABOVE_70,
        PROVINCE,
        YEAR,
        Stage.OFFICIAL,
        7,
        file_name,
        "ab" * 32,
        "Biểu 1",
        "D7",
        received,
        "lan",
        True,
    )


def test_the_source_of_each_figure_is_listed_with_its_mark() -> None:
    report = replace(report_on(plan_of(ABOVE_70)), sources=(a_source(),))
    said = everything_on(opened(write_gap_report(report, WORDS))[WORDS("source_sheet.sheet")])
    for expected in ("so_lieu.xlsx", "ab" * 32, "Biểu 1", "D7", "Chính thức", "lan", "số liệu minh họa"):
        assert expected in said


def test_units_that_have_not_reported_are_named() -> None:
    owing = NotReported(ABOVE_70, (district(2), district(3)), 13)
    report = replace(report_on(plan_of(ABOVE_70)), not_reported=(owing, NotReported(GROWTH, (), 13)))
    said = everything_on(opened(write_gap_report(report, WORDS))[WORDS("unreported_sheet.sheet")])
    assert "Huyện 02, Huyện 03" in said
    assert "growth" not in said


def test_reports_without_figures_that_have_not_come_are_named_with_their_period() -> None:
    task = replace(a_task().task, deliverable="Danh sách")
    owed = NotSent(task, Period(2017, "Q3"), (Sender("d2", "Huyện 02"), Sender("Sở B", "Sở B")), 13)
    report = replace(report_on(plan_of(ABOVE_70)), not_sent=(owed,))
    sheet = opened(write_gap_report(report, WORDS))[WORDS("unreported_sheet.sheet")]
    assert [c.value for c in sheet[5]] == ["Danh sách (IV)", "2017-Q3", 13, 2, "Huyện 02, Sở B"]


def test_tasks_stand_with_their_state_days_and_clause() -> None:
    report = report_on(plan_of(ABOVE_70), tasks=(a_task(), a_task("Việc sau", date(2018, 2, 10))))
    sheet = opened(write_gap_report(report, WORDS))[WORDS("task_sheet.sheet")]
    assert [c.value for c in sheet[5]][1:4] == ["Báo cáo năm", "Sở A", "Sở B"]
    assert sheet["F5"].value.date() == date(2017, 12, 9)
    assert [c.value for c in sheet[5]][6:11] == ["Quá hạn", 53, None, None, "IV"]
    assert (sheet["G6"].value, sheet["I6"].value) == ("Đang trong hạn", 10)


def test_a_plan_without_numeric_target_says_so_and_points_to_its_tasks() -> None:
    workbook = opened(write_gap_report(report_on(plan_of(), tasks=(a_task(),)), WORDS))
    sheet = workbook[WORDS("gap_report.sheet")]
    assert "không đặt mục tiêu bằng số" in everything_on(sheet)
    assert WORDS("gap_sheet.sheet") not in workbook.sheetnames
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Nhiệm vụ'!A1"]
    assert "Báo cáo năm" in everything_on(workbook[WORDS("task_sheet.sheet")])


def test_illustrative_figures_are_announced_on_the_sheet_and_on_every_printed_page() -> None:
    real = report_on(plan_of(ABOVE_70))
    assert "MINH HỌA" not in everything_on(letter(opened(write_gap_report(real, WORDS))))
    workbook = opened(write_gap_report(replace(real, illustrative=True), WORDS))
    assert "SỐ LIỆU MINH HỌA" in everything_on(letter(workbook))
    for sheet in workbook:
        assert "SỐ LIỆU MINH HỌA" in str(sheet.oddHeader.center.text), sheet.title


@pytest.mark.parametrize(("closed", "said"), [(True, "Kỳ báo cáo đã khóa"), (False, "tạm tính")])
def test_the_report_says_whether_its_verdicts_are_final(closed: bool, said: str) -> None:
    report = report_on(plan_of(ABOVE_70), closed=closed)
    assert said in everything_on(letter(opened(write_gap_report(report, WORDS))))


def test_the_table_is_set_up_for_screen_and_paper() -> None:
    sheet = report_sheet(report_on(plan_of(ABOVE_70), [seen("above-70", "province", 1, 2)]))
    head = head_row(sheet)
    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{head}:")
    assert sheet.print_title_rows == f"${head}:${head}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = every_rule_report()
    assert write_gap_report(report, WORDS) == write_gap_report(report, WORDS)


def test_the_report_is_written_in_english_too() -> None:
    shares = [seen("above-70", unit, 1, 2) for unit in ("province", "d1")]
    report = report_on(plan_of(ABOVE_70), shares, [district(1)], tasks=(a_task(),))
    workbook = opened(write_gap_report(report, words_for("en")))
    assert workbook.sheetnames == [
        "Report",
        "Gaps",
        "By unit",
        "Through the years",
        "Charts",
        "Tasks",
        "Not reported",
        "Sources",
        "Method",
    ]


def test_growth_without_a_target_in_force_is_shown_though_its_base_is_not_on_the_row() -> None:
    later = replace(GROWTH, targets=tuple(replace(target, year=2018) for target in GROWTH.targets))
    counts = [seen("growth", "province", 1000, period=BEFORE), seen("growth", "province", 1100)]
    content = write_gap_report(report_on(plan_of(later), counts), WORDS)
    sheet = opened(content, results=False)[WORDS("gap_sheet.sheet")]
    assert value(sheet, "growth", "Tỉnh Thử", "actual") == 10
    assert value(sheet, "growth", "Tỉnh Thử", "verdict") == "Không đánh giá được"


def test_directions_without_a_figure_stand_on_a_sheet_of_their_own() -> None:
    arrears = replace(GROWTH, id="arrears", short="Nợ đọng", kind=IndicatorKind.COUNT, targets=())
    falling = Trend(arrears, PROVINCE, YEAR, Fraction(115), Fraction(124), BEFORE, Direction.BETTER)
    unjudged = Trend(arrears, PROVINCE, YEAR, Fraction(9), None, None, None)
    report = replace(report_on(plan_of(ABOVE_70)), trends=(falling, unjudged))
    sheet = opened(write_gap_report(report, WORDS))[WORDS("trend_sheet.sheet")]
    assert [c.value for c in sheet[5]][2:7] == ["2017", 115, "2016", 124, "Tốt hơn"]
    assert [c.value for c in sheet[6]][5:7] == [None, "Không nhận xét chiều hướng"]


@pytest.mark.parametrize("odd", ["a\x00b", "a\ud800", "\ufffe"])
def test_letters_no_file_can_hold_leave_a_mark_and_no_broken_file(odd: str) -> None:
    plan = plan_of(replace(ABOVE_70, name=odd, short=odd), title=odd)
    report = report_on(plan, [seen("above-70", "province", 1, 2)], tasks=(a_task(odd),))
    workbook = opened(write_gap_report(report, WORDS))
    assert "\ufffd" in everything_on(workbook[WORDS("gap_sheet.sheet")])
