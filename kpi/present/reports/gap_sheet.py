"""The sheet of the gap table: inputs in sight, results as live formulas, and names for the input columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.columns import Column, TablePlace
from kpi.present.reports.counts import summary_formula, summary_text
from kpi.present.reports.gap_table import GapTable
from kpi.present.reports.rows import GapRow, gap_row
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.words import Words
from kpi.present.workbook_style import Book, SheetPen, address, on_sheet, quoted

_NAMED = (
    Column.NUMERATOR,
    Column.DENOMINATOR,
    Column.BASE_NUMERATOR,
    Column.BASE_DENOMINATOR,
    Column.ACTUAL,
    Column.TARGET,
    Column.VERDICT,
)


@dataclass(frozen=True, slots=True)
class GapSheet:
    """Where each result stands, so that other sheets can show it and follow it."""

    name: str
    place: TablePlace
    rows: tuple[GapRow, ...]
    places: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, name: str, place: TablePlace, rows: Sequence[GapRow]) -> GapSheet:
        return cls(name, place, tuple(rows), {_key(row.evaluation): at for at, row in enumerate(rows)})

    def row_of(self, evaluation: Evaluation) -> int:
        """The table row of an evaluation's indicator and unit, from 0."""
        return self.places[_key(evaluation)]

    def cell(self, row: int, column: Column) -> str:
        """«'Khoảng cách'!I5»."""
        return on_sheet(self.name, address(self.place.line_of(row), self.place.columns[column]))

    def cells(self, column: Column, first: int, count: int) -> str:
        """«'Khoảng cách'!$I$5:$I$17»."""
        return on_sheet(self.name, self.place.cells(column, first, count))


def shown(cell: str, otherwise: str = "") -> str:
    """A formula that shows another cell; `otherwise` where that is empty."""
    return f"IF({cell}={quoted('')},{quoted(otherwise)},{cell})"


def gap_sheet_of(report: GapReport, words: Words) -> GapSheet | None:
    """Every indicator and unit on a row, the report's own first; None where there is nothing to judge."""
    rows = _own_first(report)
    if not rows:
        return None
    counted = len(_counted(report, rows))
    return GapSheet.of(words("gap_sheet.sheet"), TablePlace.of(1 + counted, rows), rows)


def write_gap_sheet(book: Book, report: GapReport, words: Words) -> GapSheet | None:
    """The gap sheet, written; None, and no sheet, where there is nothing to judge."""
    sheet = gap_sheet_of(report, words)
    if sheet is None:
        return None
    pen, place = book.sheet(sheet.name), sheet.place
    _write_top(pen, report, sheet, words)
    GapTable(pen, place, words, _unit_names(report)).write(sheet.rows)
    below = place.line_of(len(sheet.rows)) + 1
    pen.line(below, place.width, words("gap_report.reading"), "hint", height=32)
    pen.worksheet.print_area(0, 0, below, place.width - 1)
    _name_columns(book, sheet, words)
    pen.a4(footer_of(report, words), warning_of(report, words))
    return sheet


def _own_first(report: GapReport) -> list[GapRow]:
    rows = [gap_row(evaluation) for evaluation in report.evaluations]
    return sorted(rows, key=lambda row: row.evaluation.unit.id != report.subject)


def _counted(report: GapReport, rows: Sequence[GapRow]) -> list[tuple[str, Sequence[GapRow], int]]:
    """The rows that are counted together: the words for it, the rows, and which of the table is their first."""
    own = len(report.own)
    key = "gap_report.summary_unit" if report.unit else "gap_report.summary_province"
    parts = [(key, rows[:own], 0), ("gap_report.summary_units", rows[own:], own)]
    return [part for part in parts if part[1]]


def _write_top(pen: SheetPen, report: GapReport, sheet: GapSheet, words: Words) -> None:
    """Few lines above the header row, which stays in sight together with them."""
    width = sheet.place.width
    pen.line(0, width, words("gap_sheet.title"), "title", height=24)
    for line, (key, part, first) in enumerate(_counted(report, sheet.rows), start=1):
        formula = summary_formula(key, part, sheet.place.verdict_cells(first, len(part)), words)
        pen.formula_line(line, width, formula, summary_text(key, part, words), "subtitle", "strong")


def _name_columns(book: Book, sheet: GapSheet, words: Words) -> None:
    for column in _NAMED:
        if column in sheet.place.columns:
            book.name(words(f"gap_name.{column}"), sheet.cells(column, 0, len(sheet.rows)))


def _unit_names(report: GapReport) -> dict[str, str]:
    owing = [unit for entry in report.not_reported for unit in entry.units]
    return {unit.id: unit.name for unit in [*owing, *(e.unit for e in report.evaluations)]}


def _key(evaluation: Evaluation) -> tuple[str, str]:
    return evaluation.indicator.id, evaluation.unit.id
