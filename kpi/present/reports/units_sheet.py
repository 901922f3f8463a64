"""Units side by side; every figure follows the gap sheet."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.domain.unit import ReportingUnit
from kpi.present.reports.by_unit import units_by_indicator
from kpi.present.reports.columns import Column
from kpi.present.reports.gap_sheet import GapSheet, shown
from kpi.present.reports.gap_table import colour_verdicts
from kpi.present.reports.shapes import actual_shape, points_shape
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.sentences import verdict_word
from kpi.present.words import Words
from kpi.present.workbook_style import Book, SheetPen, address

_GROUP_ROW, _HEAD_ROW, _FIRST_ROW = 1, 2, 3
_COLUMNS = ("actual", "points", "verdict")
_WIDTHS = {"actual": 10.0, "points": 10.0, "verdict": 15.0}
_UNIT_WIDTH = 24.0


def write_units_sheet(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> None:
    """A row for each unit, three columns for each indicator; no sheet where the report has no units."""
    groups = units_by_indicator(report)
    if not groups:
        return
    units = list({e.unit.id: e.unit for e in report.of_units}.values())
    pen = book.sheet(words("units_sheet.sheet"))
    width = 1 + len(_COLUMNS) * len(groups)
    pen.line(0, width, words("units_sheet.title"), "title", height=24)
    _write_heads(pen, groups, words)
    _write_units(pen, units)
    places = {unit.id: _FIRST_ROW + at for at, unit in enumerate(units)}
    for place, group in enumerate(groups):
        _write_group(pen, 1 + place * len(_COLUMNS), places, group, gaps, words)
    pen.as_table(_HEAD_ROW, _HEAD_ROW + len(units), width, pinned_columns=1)
    pen.worksheet.print_area(0, 0, _HEAD_ROW + len(units), width - 1)
    pen.a4(footer_of(report, words), warning_of(report, words))


def _write_heads(pen: SheetPen, groups: Sequence[Sequence[Evaluation]], words: Words) -> None:
    names = [words(f"units_sheet.{column}") for column in _COLUMNS]
    widths = [_WIDTHS[column] for column in _COLUMNS]
    heads = [(words("units_sheet.unit"), _UNIT_WIDTH), *zip(names, widths, strict=True)]
    pen.heads(_HEAD_ROW, [heads[0], *(heads[1:] * len(groups))], height=34)
    pen.worksheet.set_row(_GROUP_ROW, 32)
    pen.text(_GROUP_ROW, 0, "", "head")
    for place, group in enumerate(groups):
        indicator = group[0].indicator
        name = words.pick(indicator.short, indicator.short_en)
        pen.across(_GROUP_ROW, 1 + place * len(_COLUMNS), len(_COLUMNS), name, "head")


def _write_units(pen: SheetPen, units: Sequence[ReportingUnit]) -> None:
    for row, unit in enumerate(units, start=_FIRST_ROW):
        pen.text(row, 0, unit.name, "cell")


def _write_group(
    pen: SheetPen,
    column: int,
    places: dict[str, int],
    group: Sequence[Evaluation],
    gaps: GapSheet,
    words: Words,
) -> None:
    first = gaps.row_of(group[0])
    for at, evaluation in enumerate(group, start=first):
        row, verdict = places[evaluation.unit.id], evaluation.verdict
        shows = (
            (Column.ACTUAL, evaluation.actual, actual_shape(evaluation, words)),
            (Column.POINTS, verdict.gap_points, points_shape(evaluation, words)),
            (Column.VERDICT, verdict_word(evaluation, words), "centre"),
        )
        for offset, (source, result, look) in enumerate(shows):
            pen.formula(row, column + offset, shown(gaps.cell(at, source)), result, "cell", look)
    verdicts = column + len(_COLUMNS) - 1
    cells = f"{address(min(places.values()), verdicts)}:{address(max(places.values()), verdicts)}"
    colour_verdicts(pen, cells, group, words)
