"""A pivot table's output in the words of an ordinary table: «Sum of Số người …» is «Số người …»."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from kpi.intake.words.periods import period_in, years_in
from kpi.intake.words.text import fold
from kpi.intake.workbook.grid import Cell, Grid, Sheet

_ROW_LABELS = {"row labels", "nhãn hàng"}  # in small letters
_CAPTIONS = {fold(text) for text in ("Column Labels", "Nhãn Cột", "Values", "Giá trị")}
_GRAND_TOTAL = {fold(text) for text in ("Grand Total", "Tổng Cuối")}
_YEAR = {fold(text) for text in ("Năm", "Năm báo cáo", "Year")}
_SUM = re.compile(
    r"(?:sum of|tổng của)\s+", re.IGNORECASE
)  # not «Count of», «Average of»: those are other figures


def in_plain_words(grid: Grid) -> Grid:
    """The workbook with its pivot tables' own words left out; every figure stays where it is.

    A pivot filtered by anything but its year shows a part of what it names, one that names no year may add up
    several: both stay as they are, and are asked about.
    """
    return Grid(tuple(_in_plain_words(sheet) for sheet in grid.sheets))


def _in_plain_words(sheet: Sheet) -> Sheet:
    labels = [cell for cell in sheet.cells.values() if cell.text.strip().lower() in _ROW_LABELS]
    if len(labels) != 1:
        return sheet
    heads_at = labels[0].row
    rows: dict[int, list[Cell]] = defaultdict(list)
    for place, cell in sorted(sheet.cells.items()):
        rows[place[0]].append(cell)
    above = [_said_above(cells) for row, cells in rows.items() if row < heads_at]
    if None in above:
        return sheet
    beyond = _column_of_all_years(rows[heads_at][1:])
    said = [cell for cells in above for cell in cells or ()] + [_without_sum(c) for c in rows[heads_at]]
    if not any(years_in(cell.text) for cell in said):
        return sheet
    figures = [cell for row, cells in rows.items() if row > heads_at for cell in cells]
    kept = (cell for cell in (*said, *figures) if cell.column != beyond)
    return replace(sheet, cells={(cell.row, cell.column): cell for cell in kept})


def _said_above(cells: list[Cell]) -> list[Cell] | None:
    """What a line above the labels says: a title, what is summed up, the year; None for any other filter."""
    plain = [_without_sum(cell) for cell in cells if fold(cell.text) not in _CAPTIONS]
    if len(plain) < 2:
        return plain
    name, picked, *more = plain
    by_year = not more and fold(name.text) in _YEAR and period_in(picked.text) is not None
    return [name._replace(text=f"Năm {picked.text}")] if by_year else None


def _column_of_all_years(heads: list[Cell]) -> int | None:
    """The column that adds up years, which makes no figure of any."""
    totals = [cell for cell in heads if fold(cell.text) in _GRAND_TOTAL]
    others = [cell for cell in heads if cell not in totals]
    only_years = bool(others) and all(period_in(cell.text) for cell in others)
    return totals[0].column if len(totals) == 1 and only_years else None


def _without_sum(cell: Cell) -> Cell:
    return cell._replace(text=_SUM.sub("", cell.text, count=1)) if _SUM.match(cell.text) else cell
