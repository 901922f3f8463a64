"""Where an office's tables are on a sheet: found by what their rows name, not by where they stand.

A row of the body names a unit or an indicator and has values to the right of the name; what stands above the
first of them is the heading, what stands above that the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeGuard

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.grid import Cell, CellKind
from kpi.intake.headings import Heading, speaks_of_measure
from kpi.intake.numbers import NumberKind, read_number
from kpi.intake.sheet_view import SheetView, Title
from kpi.intake.text import fold, tidy
from kpi.intake.unit_names import UnitFound, is_whole_province

DEEPEST_HEADING = 4
_COLUMN_CODE = re.compile(r"[A-Za-z]|\(?\d{1,2}\)?|[(\[]?[\dA-Za-z]{1,2}[)\]]?\s*=.*")
_FOOT = re.compile(
    r"(?:ghi chú|nguồn|người lập|nơi nhận|lưu ý|\(\*+\)|\*|chú thích|thủ trưởng|giám đốc|kt\.|tm\.|ký hiệu|chú giải)"
)
_LIKELY_YEARS = range(1990, 2101)


class Axis(StrEnum):
    """What the rows of a table name."""

    UNITS = "units"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class Block:
    """One table: the column of names, the rows of its heading and body, its headings and its title."""

    view: SheetView
    axis: Axis
    name_column: int
    heading_rows: tuple[int, ...]
    body_rows: tuple[int, ...]
    title: Title

    @property
    def headings(self) -> tuple[Heading, ...]:
        columns = range(1, self.view.last_column + 1)
        return tuple(self._heading(column) for column in columns if column != self.name_column)

    def _heading(self, column: int) -> Heading:
        shown = [self.view.filled(row, column) for row in self.heading_rows]
        levels = dict.fromkeys(" ".join(cell.text.split()) for cell in shown if cell is not None)
        return Heading(column, tuple(levels))

    def heading_cell(self, column: int) -> str | None:
        """The address of a heading's lowest cell; None where the column has no heading."""
        shown = (self.view.filled(row, column) for row in reversed(self.heading_rows))
        return next((cell.address for cell in shown if cell is not None), None)

    def has_values(self, column: int) -> bool:
        return any(is_figure(self.view.cell(row, column)) for row in self.body_rows)


def find_blocks(view: SheetView, context: Context) -> list[Block]:
    """The tables of a sheet, from the top."""
    blocks: list[Block] = []
    above = 0
    while (block := _next_block(view, above, context)) is not None:
        blocks.append(block)
        above = block.body_rows[-1]
    return blocks


def _next_block(view: SheetView, above: int, context: Context) -> Block | None:
    rows = [row for row in view.rows if row > above]
    anchor = next((found for row in rows if (found := _anchor(view, row, context))), None)
    if anchor is None:
        return None
    row, column, axis = anchor
    top = _top_of_body(view, row, column, above)
    heading_rows = _heading_rows(view, top, column, above)
    body = _body(view, top, column, heading_rows, context)
    return Block(view, axis, column, heading_rows, body, Title(view, (heading_rows or (top,))[0], above))


def _anchor(view: SheetView, row: int, context: Context) -> tuple[int, int, Axis] | None:
    """The first name of a row that has values to its right."""
    cells = view.in_row(row)
    for cell in cells:
        axis = _names(cell, context)
        if axis is not None and any(c.column > cell.column and _is_value(c) for c in cells):
            return row, cell.column, axis
    return None


def _names(cell: Cell, context: Context) -> Axis | None:
    if cell.kind is not CellKind.TEXT:
        return None
    if context.indicators.meanings(cell.text):
        return Axis.INDICATORS
    found = context.units.match(cell.text, None).found
    known = is_whole_province(cell.text) or found in (UnitFound.ONE, UnitFound.AMBIGUOUS, UnitFound.ELSEWHERE)
    return Axis.UNITS if known else None


def _top_of_body(view: SheetView, row: int, name_column: int, above: int) -> int:
    """Rows with values right above belong to the body too: totals, groups, lines nobody knows."""
    while row - 1 > above and _is_body_row(view, row - 1, name_column):
        row -= 1
    return row


def _is_body_row(view: SheetView, row: int, name_column: int) -> bool:
    cells = view.in_row(row)
    right = [cell for cell in cells if cell.column > name_column]
    named = view.filled(row, name_column)
    return (
        named is not None
        and named.kind is CellKind.TEXT
        and any(is_figure(cell) for cell in right)
        and not is_code_row(cells)
        and not all(_is_year(cell) or cell.kind is CellKind.TEXT for cell in right)
    )


def _heading_rows(view: SheetView, top: int, name_column: int, above: int) -> tuple[int, ...]:
    """The rows of the heading from the top down: above the body, below the title."""
    rows: list[int] = []
    row = top - 1
    while row > above and len(rows) < DEEPEST_HEADING:
        cells = view.in_row(row)
        if is_code_row(cells):
            row -= 1
            continue
        if not _is_heading_row(view, row, name_column):
            break
        rows.insert(0, row)
        row -= 1
    return tuple(rows)


def _is_heading_row(view: SheetView, row: int, name_column: int) -> bool:
    """Several cells side by side, or one over a part of the columns; a title spans all or stands at the left."""
    columns = range(1, view.last_column + 1)
    shown = [cell for column in columns if (cell := view.filled(row, column)) is not None]
    apart = {cell.address for cell in shown}
    if not apart or all(speaks_of_measure(cell.text) for cell in shown):
        return False
    if len(apart) > 1:
        return not _FOOT.match(tidy(shown[0].text))
    return shown[0].column > name_column and len(shown) < view.last_column - 1


def _body(
    view: SheetView, top: int, name_column: int, heading_rows: tuple[int, ...], context: Context
) -> tuple[int, ...]:
    """The rows from the top of the body to its foot, or to the heading of the next table."""
    rows: list[int] = []
    headed = [_texts(view, row) for row in heading_rows]
    for row in (r for r in view.rows if r >= top):
        cells = view.in_row(row)
        if _FOOT.match(tidy(cells[0].text)):
            break
        if is_code_row(cells) or _texts(view, row) in headed:
            continue
        if rows and _starts_another(view, row, name_column, context):
            break
        rows.append(row)
    return tuple(rows)


def _starts_another(view: SheetView, row: int, name_column: int, context: Context) -> bool:
    """A row of several texts where values should be, which names nothing itself, is the next table's heading."""
    right = [cell for cell in view.in_row(row) if cell.column > name_column]
    texts = [cell for cell in right if cell.kind is CellKind.TEXT and not _is_value(cell)]
    name = view.cell(row, name_column)
    named = name is not None and _names(name, context) is Axis.UNITS
    return len(texts) > 1 and len(texts) == len(right) and not named


def _texts(view: SheetView, row: int) -> tuple[str, ...]:
    return tuple(fold(cell.text) for cell in view.in_row(row))


def is_code_row(cells: list[Cell]) -> bool:
    """«A | B | 1 | 2 | 3=2/1», in any brackets: names the columns for the office's own use."""
    codes = [bool(_COLUMN_CODE.fullmatch(cell.text.strip())) for cell in cells]
    return len(codes) > 2 and all(codes)


def _is_year(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER and cell.text.isdecimal() and int(cell.text) in _LIKELY_YEARS


def _is_value(cell: Cell) -> bool:
    """A figure, a fault in a figure's place, or a sign that there is none."""
    if cell.kind is not CellKind.TEXT:
        return True
    reading = read_number(cell, NumberKind.PERCENT)
    return reading.missing or reading.fault is not Code.VALUE_NOT_A_NUMBER


def is_figure(cell: Cell | None) -> TypeGuard[Cell]:
    """Whether a cell holds a number, be it kept as text."""
    if cell is None:
        return False
    if cell.kind is not CellKind.TEXT:
        return cell.kind is CellKind.NUMBER
    reading = read_number(cell, NumberKind.PERCENT)
    return not reading.missing and reading.fault is not Code.VALUE_NOT_A_NUMBER
