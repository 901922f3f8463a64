"""Facts a form states in cells of their own above its table: «Năm | 2017», «Số liệu đến | 30/06/2018», «Tháng | 6»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kpi.intake.tables.cell_kinds import is_year
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell, CellKind

_DAY_NOUGHT = date(1899, 12, 30)  # Excel counts days from here
_OF_TIME = re.compile(
    r"(?:năm|tháng|quý|kỳ|số liệu (?:đến|tính đến|chốt)|tính đến|đến ngày|thời điểm|ngày (?:chốt|số liệu))\b"
)
MOST_CELLS = 4  # of such a row; a longer one is a table's


def head_facts(view: SheetView, above: int, first_row: int) -> dict[int, Cell]:
    """The rows between two places that state a time, each as one line of text."""
    rows = ((row, view.in_row(row)) for row in view.rows if above < row < first_row)
    return {
        row: cells[0]._replace(kind=CellKind.TEXT, text=line) for row, cells in rows if (line := _line(cells))
    }


def as_day(cell: Cell) -> str:
    """A date's cell as the day it shows; any other as its text."""
    if cell.kind is CellKind.DATE and cell.text.isdecimal():
        return f"{_DAY_NOUGHT + timedelta(days=int(cell.text)):%d/%m/%Y}"
    return cell.text


def _line(cells: list[Cell]) -> str | None:
    if all(cell.kind is CellKind.TEXT for cell in cells) or len(cells) > MOST_CELLS:
        return None
    if len(cells) == 1:
        return f"Năm {cells[0].text}" if is_year(cells[0]) else None
    return " ".join(map(as_day, cells)) if _OF_TIME.match(tidy(cells[0].text)) else None
