"""Which columns the gap table has, how wide they are, and where a row's cells stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kpi.present.reports.formulas import InputCells
from kpi.present.reports.rows import GapRow
from kpi.present.workbook_style import address


class Column(StrEnum):
    """The columns in their order; the two of a base year are there only where an increase is judged."""

    INDICATOR = "indicator"
    UNIT = "unit"
    PERIOD = "period"
    STAGE = "stage"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    BASE_NUMERATOR = "base_numerator"
    BASE_DENOMINATOR = "base_denominator"
    ACTUAL = "actual"
    OPERATOR = "operator"
    TARGET = "target"
    POINTS = "points"
    MISSING = "missing"
    VERDICT = "verdict"
    PACE = "pace"
    CLAUSE = "clause"
    NOTE = "note"


_BASE_COLUMNS = (Column.BASE_NUMERATOR, Column.BASE_DENOMINATOR)
_USUAL_WIDTH = 10.5
_WIDTHS = {
    Column.INDICATOR: 22,
    Column.UNIT: 18,
    Column.PERIOD: 6.5,
    Column.ACTUAL: 9.5,
    Column.OPERATOR: 11,
    Column.TARGET: 8.5,
    Column.MISSING: 11,
    Column.VERDICT: 15,
    Column.PACE: 11.5,
    Column.CLAUSE: 11,
    Column.NOTE: 34,
}


def width_of(column: Column) -> float:
    """The column's width in characters, as Excel counts them."""
    return _WIDTHS.get(column, _USUAL_WIDTH)


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where the table stands on its sheet: its header row (from 0) and its columns."""

    head_row: int
    columns: Mapping[Column, int]

    @classmethod
    def of(cls, head_row: int, rows: Sequence[GapRow]) -> TablePlace:
        return cls(head_row, {column: place for place, column in enumerate(columns_for(rows))})

    @property
    def width(self) -> int:
        return len(self.columns)

    def line_of(self, row: int) -> int:
        """The sheet row of a table row, both counted from 0."""
        return self.head_row + 1 + row

    def cells(self, column: Column, first: int, count: int) -> str:
        """The cells of a column in `count` table rows from the `first` on, not moving: «$N$9:$N$12»."""
        at = self.columns[column]
        return (
            f"{address(self.line_of(first), at, fixed=True)}:"
            f"{address(self.line_of(first + max(count, 1) - 1), at, fixed=True)}"
        )

    def verdict_cells(self, first: int, count: int) -> str:
        """The verdict cells of `count` table rows from the `first` on: «N9:N12»."""
        column = self.columns[Column.VERDICT]
        return f"{address(self.line_of(first), column)}:{address(self.line_of(first) + max(count, 1) - 1, column)}"

    def inputs(self, line: int) -> InputCells:
        """The addresses of the input cells on a sheet row."""
        return InputCells(
            self._at(line, Column.NUMERATOR),
            self._at(line, Column.DENOMINATOR),
            self._at(line, Column.ACTUAL),
            self._at(line, Column.TARGET),
            self._at(line, Column.BASE_NUMERATOR),
            self._at(line, Column.BASE_DENOMINATOR),
        )

    def _at(self, line: int, column: Column) -> str:
        return address(line, self.columns[column]) if column in self.columns else ""


def columns_for(rows: Sequence[GapRow]) -> list[Column]:
    """The columns that a table of these rows needs."""
    with_base = any(row.has_base_counts for row in rows)
    return [column for column in Column if with_base or column not in _BASE_COLUMNS]
