"""An office's own table: title block, heading of one to four rows, a name in each row of the body, notes below."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeGuard

from kpi.domain.issue import Code
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.grid import Cell, CellKind
from kpi.intake.headings import Heading
from kpi.intake.numbers import NumberKind, read_number
from kpi.intake.sheet_view import SheetView, Title
from kpi.intake.text import fold, tidy

DEEPEST_HEADING = 4
_COLUMN_CODE = re.compile(r"[A-Za-z]|\(?\d{1,2}\)?|\(?\d{1,2}\)?\s*=.*")
_FOOT = re.compile(r"(?:ghi chú|nguồn|người lập|nơi nhận|lưu ý|\(\*\)|\*|chú thích|thủ trưởng|giám đốc|kt\.)")


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """Where the heading is, where the names are, what each column's heading and the title say."""

    view: SheetView
    first_row: int
    body_row: int
    name_column: int
    headings: tuple[Heading, ...]

    @property
    def title(self) -> Title:
        return Title(self.view, self.first_row)

    def body_rows(self) -> list[int]:
        """The rows of the table's body: from below the heading to the first line of the foot."""
        rows = []
        for row in (r for r in self.view.rows if r >= self.body_row):
            cells = self.view.in_row(row)
            if _FOOT.match(tidy(cells[0].text)):
                break
            if not (len(cells) > 2 and all(_COLUMN_CODE.fullmatch(cell.text.strip()) for cell in cells)):
                rows.append(row)
        return rows

    def heading_cell(self, heading: Heading) -> str:
        """The address of a heading's lowest cell."""
        rows = range(self.body_row - 1, self.first_row - 1, -1)
        shown = (self.view.filled(row, heading.column) for row in rows)
        return next(cell.address for cell in shown if cell is not None)


def find_office_table(view: SheetView, name_headings: Collection[str]) -> OfficeTable | None:
    """The first row with one of the (folded) headings of names and at least one more heading starts the table."""
    for row in view.rows:
        cells = view.in_row(row)
        name = next((c for c in cells if c.kind is CellKind.TEXT and fold(c.text) in name_headings), None)
        if name is not None and len(cells) > 1:
            body = _body_row(view, row, name.column)
            headings = tuple(_heading(view, row, body, column) for column in range(1, view.last_column + 1))
            return OfficeTable(view, row, body, name.column, tuple(h for h in headings if h.levels))
    return None


def _body_row(view: SheetView, first: int, name_column: int) -> int:
    """The first row after the heading: where the name column starts to hold names."""
    row = first + 1
    while row < first + DEEPEST_HEADING:
        name, top = view.filled(row, name_column), view.filled(first, name_column)
        if name is not None and name is not top:
            break
        if name is None and not view.in_row(row):
            break
        row += 1
    return row


def _heading(view: SheetView, first: int, body: int, column: int) -> Heading:
    shown = [view.filled(row, column) for row in range(first, body)]
    levels = dict.fromkeys(" ".join(cell.text.split()) for cell in shown if cell is not None)
    return Heading(column, tuple(levels))


def period_of(table: OfficeTable, heading: Heading, context: Context) -> Period | None:
    """The one year the heading names, else the title's, else the one asked for."""
    years = heading.years or table.title.years or ([context.request.year] if context.request.year else [])
    if len(years) == 1:
        return Period(years[0])
    cell = table.heading_cell(heading)
    found = ", ".join(str(year) for year in years) or None
    context.findings.add(Code.YEAR_MISSING, sheet=table.view.name, cell=cell, found=found, expected="year")
    return None


def is_figure(cell: Cell | None) -> TypeGuard[Cell]:
    """Whether a cell holds a number, be it kept as text."""
    if cell is None or cell.kind is not CellKind.TEXT:
        return cell is not None and cell.kind is CellKind.NUMBER
    reading = read_number(cell, NumberKind.PERCENT)
    return not reading.missing and reading.fault is not Code.VALUE_NOT_A_NUMBER
