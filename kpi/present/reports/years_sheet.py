"""Year on year: the report's own subject through the years, and every unit against last year."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.columns import Column
from kpi.present.reports.gap_sheet import GapSheet, shown
from kpi.present.reports.results import change_in_points
from kpi.present.reports.shapes import actual_shape
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.reports.through_years import last_years
from kpi.present.sentences import figure_status, target_text, verdict_word
from kpi.present.words import Words
from kpi.present.workbook_style import Book, SheetPen, address, decimals, on_sheet

_HEAD_ROW = 1
_YEAR_COLUMNS = {
    "indicator": 34.0,
    "year": 8.0,
    "demand": 24.0,
    "target": 11.0,
    "actual": 12.0,
    "status": 13.0,
    "change": 14.0,
    "verdict": 22.0,
}
_CHANGE_COLUMNS = {
    "indicator": 34.0,
    "unit": 26.0,
    "before": 13.0,
    "actual": 13.0,
    "change": 14.0,
    "verdict_before": 22.0,
    "verdict": 22.0,
}
YEAR, TARGET, ACTUAL, _CHANGE = 1, 3, 4, 6


def year_cells(series: Sequence[Sequence[Evaluation]], place: int, column: int, words: Words) -> str:
    """The cells of a column of the sheet that hold the `place`-th indicator's years."""
    first = _HEAD_ROW + 1 + sum(len(years) for years in series[:place])
    last = first + len(series[place]) - 1
    return on_sheet(
        words("years_sheet.sheet"), f"{address(first, column, True)}:{address(last, column, True)}"
    )


def write_years_sheet(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> None:
    """The last years of each indicator; no sheet without any."""
    series = last_years(report)
    if not series:
        return
    pen = book.sheet(words("years_sheet.sheet"))
    _begin(pen, words("years_sheet.title"), _YEAR_COLUMNS, words)
    row = _HEAD_ROW + 1
    for years in series:
        _write_years(pen, row, years, report, gaps, words)
        row += len(years)
    pen.as_table(_HEAD_ROW, row - 1, len(_YEAR_COLUMNS), pinned_columns=2)
    pen.worksheet.print_area(0, 0, row - 1, len(_YEAR_COLUMNS) - 1)
    pen.a4(footer_of(report, words), warning_of(report, words))


def _write_years(
    pen: SheetPen,
    first: int,
    years: Sequence[Evaluation],
    report: GapReport,
    gaps: GapSheet,
    words: Words,
) -> None:
    for row, evaluation in enumerate(years, start=first):
        target, indicator = evaluation.target, evaluation.indicator
        shape = actual_shape(evaluation, words)
        pen.text(row, 0, words.pick(indicator.short, indicator.short_en), "cell")
        pen.number(row, YEAR, evaluation.period.year, "cell", "days", "centre")
        pen.text(row, 2, target_text(target, words) if target else "", "cell", "centre")
        pen.number(row, TARGET, target.value if target else None, "cell", "0.####")
        pen.text(row, 5, figure_status(evaluation, words), "cell", "centre")
        _actual(pen, row, ACTUAL, evaluation, report, gaps, shape)
        before = years[row - first - 1] if row > first else None
        _change(pen, row, _CHANGE, evaluation, before, address(row - 1, ACTUAL), address(row, ACTUAL))
        pen.text(row, 7, verdict_word(evaluation, words), "cell", "centre")


def _actual(
    pen: SheetPen,
    row: int,
    column: int,
    evaluation: Evaluation,
    report: GapReport,
    gaps: GapSheet,
    shape: str,
) -> None:
    """The report's own period follows the gap sheet; earlier years stand as they are."""
    if evaluation.period == report.period:
        cell = shown(gaps.cell(gaps.row_of(evaluation), Column.ACTUAL))
        pen.formula(row, column, cell, evaluation.actual, "cell", shape)
    else:
        pen.number(row, column, evaluation.actual, "cell", shape)


def _change(
    pen: SheetPen,
    row: int,
    column: int,
    evaluation: Evaluation,
    before: Evaluation | None,
    cell_before: str,
    cell: str,
) -> None:
    if before is None or before.period != evaluation.period.a_year_before():
        pen.number(row, column, None, "cell")
        return
    formula = f'IF(COUNT({cell_before},{cell})<2,"",{cell}-{cell_before})'
    change = change_in_points(evaluation, before)
    pen.formula(row, column, formula, change, "cell", decimals(2, signed=True))


def write_change_sheet(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> None:
    """Every indicator and unit of the gap table against the year before; no sheet where none was known then."""
    pairs = [(row.evaluation, report.year_before(row.evaluation)) for row in gaps.rows]
    if not any(before and before.actual is not None for _, before in pairs):
        return
    pen = book.sheet(words("change_sheet.sheet"))
    _begin(pen, words("change_sheet.title"), _CHANGE_COLUMNS, words)
    for at, (evaluation, before) in enumerate(pairs):
        _write_change(pen, _HEAD_ROW + 1 + at, evaluation, before, gaps.cell(at, Column.ACTUAL), words)
    pen.as_table(_HEAD_ROW, _HEAD_ROW + len(pairs), len(_CHANGE_COLUMNS), pinned_columns=2)
    pen.worksheet.print_area(0, 0, _HEAD_ROW + len(pairs), len(_CHANGE_COLUMNS) - 1)
    pen.a4(footer_of(report, words), warning_of(report, words))


def _write_change(
    pen: SheetPen, row: int, evaluation: Evaluation, before: Evaluation | None, cell: str, words: Words
) -> None:
    indicator = evaluation.indicator
    pen.text(row, 0, words.pick(indicator.short, indicator.short_en), "cell")
    pen.text(row, 1, evaluation.unit.name, "cell")
    known = before.actual if before else None
    pen.number(row, 2, known, "cell", actual_shape(before, words) if before else decimals(2))
    pen.formula(row, 3, shown(cell), evaluation.actual, "cell", actual_shape(evaluation, words))
    _change(pen, row, 4, evaluation, before, address(row, 2), address(row, 3))
    pen.text(row, 5, verdict_word(before, words) if before else "", "cell", "centre")
    pen.text(row, 6, verdict_word(evaluation, words), "cell", "centre")


def _begin(pen: SheetPen, title: str, columns: dict[str, float], words: Words) -> None:
    pen.line(0, len(columns), title, "title", height=24)
    heads = [(words(f"years_sheet.{name}"), width) for name, width in columns.items()]
    pen.heads(_HEAD_ROW, heads, height=34)
