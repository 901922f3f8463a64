"""Which unit a row of figures is of, or what else it is: a total, a group, a part of the unit above, a note."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count, takewhile

from kpi.domain.issue import Code, Severity
from kpi.domain.unit import Level
from kpi.intake.context import Context
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.tables.totals import Line, LineKind
from kpi.intake.words.numbers import NumberKind, read_number
from kpi.intake.words.text import tidy
from kpi.intake.words.unit_names import UnitFound, is_whole_province
from kpi.intake.workbook.grid import Cell, CellKind

_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng|bình quân|trung bình|bq|grand total)\b")
_OWN_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng|chung)\b")
_GROUP = re.compile(
    r"(?:[ivx]+|[a-zđ])[.)\s]|(?:khối|vùng|khu vực|miền|nhóm|cụm|các|thành phố, thị xã|thị xã, thành phố)\b"
)
_PART = re.compile(r"[-+•*]\s*|trong đó\b")
_OUTLINE = re.compile(r"[IVX]{1,4}|[A-ZĐ]")


def line_of(block: Block, row: int, columns: list[FigureColumn], context: Context) -> Line | None:
    """The line of a row: None for notes, and for rows that are hidden or have no name, which is said."""
    view = block.view
    name = view.cell(row, block.name_column) or _name_left(block, row) or _name_merged(block, row, columns)
    cells = {c.column: view.cell(row, c.column) for c in columns}
    if name is not None and view.row_hidden(row):
        name_hidden(block, row, name, context)
        return None
    counts = {
        c.column: int(number)
        for c in columns
        if c.holds_counts and (number := read_number(cells[c.column], NumberKind.COUNT).number) is not None
    }
    if name is None:
        figure = next((cell for cell in cells.values() if is_figure(cell)), None)
        return figure and Line(LineKind.NAMELESS, row, figure, view.anchor(row), cells, counts)
    match = context.units.match(name.text, None)
    found = match.found
    kind = _line_kind(block, row, name, cells, found)
    if kind is LineKind.UNIT and found is UnitFound.ONE and match.unit.level is Level.PROVINCE:
        kind = LineKind.PROVINCE
    if kind is LineKind.UNIT and _is_part_of_merged(block, row, name, columns):
        kind = LineKind.PART
    if kind is LineKind.NOTE:
        return None
    known = found not in (UnitFound.UNKNOWN, UnitFound.NEAR)
    of_office = any(unit.level is Level.AGENCY for unit in match.units)
    return Line(kind, row, name, view.anchor(row), cells, counts, known, of_office)


def _name_left(block: Block, row: int) -> Cell | None:
    """A name that begins left of its column: «Tổng cộng» across merged cells."""
    left = [c for c in block.view.in_row(row) if c.column < block.name_column and c.kind is CellKind.TEXT]
    known = [c for c in left if _TOTAL.match(tidy(c.text)) or is_whole_province(c.text)]
    return known[0] if known else None


def _name_merged(block: Block, row: int, columns: list[FigureColumn]) -> Cell | None:
    """The name merged over several rows, where something in each tells them apart: a year, or a total of parts."""
    name = block.view.filled(row, block.name_column)
    if name is None or any(c.years_in for c in columns):
        return name
    return name if _total_of_merged(block, name, columns) else None


def _is_part_of_merged(block: Block, row: int, name: Cell, columns: list[FigureColumn]) -> bool:
    """Whether a row is a part of the unit whose name is merged over it and the row of its own total."""
    if name.column != block.name_column or any(c.years_in for c in columns):
        return False
    total = _total_of_merged(block, name, columns)
    return total is not None and total != row


def _total_of_merged(block: Block, name: Cell, columns: list[FigureColumn]) -> int | None:
    """The one row below a merged name that says «Cộng» between the name and the figures."""
    if block.view.filled(name.row + 1, name.column) is not name:
        return None
    labels = range(name.column + 1, min(c.column for c in columns))
    rows = takewhile(lambda row: block.view.filled(row, name.column) is name, count(name.row))
    totals = [
        row
        for row in rows
        if any((cell := block.view.cell(row, c)) and _OWN_TOTAL.match(tidy(cell.text)) for c in labels)
    ]
    return totals[0] if len(totals) == 1 else None


def with_parts_below(lines: list[Line], context: Context) -> list[Line]:
    """The lines, an indented one that nobody knows below a part marked as the next part: «Trong đó: …», «   HTX»."""
    marked: list[Line] = []
    for line in lines:
        below_part = bool(marked) and marked[-1].kind is LineKind.PART
        indented = line.name.text.startswith("  ") and line.kind in (LineKind.UNIT, LineKind.GROUP)
        unknown = indented and context.units.match(line.name.text, None).found is UnitFound.UNKNOWN
        marked.append(replace(line, kind=LineKind.PART) if below_part and unknown else line)
    return marked


def name_nameless(block: Block, lines: list[Line], context: Context) -> None:
    """Figures whose row names no unit are refused, unless they are the sums of the units: a total without its name."""
    units = [line for line in lines if line.kind is LineKind.UNIT]
    for line in (line for line in lines if line.kind is LineKind.NAMELESS):
        apart = len(units) > 1 and block.view.filled(line.row, block.name_column) is None
        if (
            apart
            and line.counts
            and all(
                number == sum(unit.counts.get(column, 0) for unit in units)
                for column, number in line.counts.items()
            )
        ):
            name_skipped(block, line, context)
            continue
        for cell in line.cells.values():
            if is_figure(cell):
                context.findings.add(
                    Code.UNIT_UNKNOWN,
                    sheet=block.view.name,
                    cell=cell.address,
                    expected="unit-name",
                    figure=cell.text,
                )


def is_shared(block: Block, line: Line, column: FigureColumn, context: Context) -> bool:
    """A figure merged over the rows of two units is of neither: refused, as it can't be told apart."""
    view, below = block.view, line.row + 1
    cell, other = view.cell(line.row, column.column), view.cell(below, block.name_column)
    if cell is None or other is None or view.filled(below, column.column) is not cell:
        return False
    if not context.names_unit(other.text):
        return False
    context.findings.add(
        Code.UNIT_AMBIGUOUS,
        severity=Severity.ERROR,
        sheet=view.name,
        cell=cell.address,
        found=cell.text,
        shared=f"{line.name.text}, {other.text}",
    )
    return True


def name_skipped(block: Block, line: Line, context: Context) -> None:
    """A total, group or part is named: its figures are in those of the units."""
    context.findings.add(
        Code.SUBTOTAL_SKIPPED,
        sheet=block.view.name,
        cell=line.anchor,
        found=line.name.text,
        name=line.name.text,
    )


def name_hidden(block: Block, row: int, name: Cell, context: Context) -> None:
    context.findings.add(
        Code.HIDDEN_ROW, sheet=block.view.name, cell=block.view.anchor(row), found=name.text, name=name.text
    )


def _line_kind(
    block: Block, row: int, name: Cell, cells: dict[int, Cell | None], found: UnitFound
) -> LineKind:
    if is_whole_province(name.text):
        return LineKind.PROVINCE
    if _TOTAL.match(tidy(name.text)):
        return LineKind.TOTAL
    if found not in (UnitFound.UNKNOWN, UnitFound.NEAR):
        return LineKind.UNIT
    if not any(is_figure(cell) for cell in cells.values()):
        return LineKind.NOTE if found is UnitFound.UNKNOWN or not any(cells.values()) else LineKind.UNIT
    if _PART.match(tidy(name.text)):
        return LineKind.PART
    return LineKind.GROUP if _looks_like_group(block, row, name) else LineKind.UNIT


def _looks_like_group(block: Block, row: int, name: Cell) -> bool:
    """A Roman or lettered row, or a region's name."""
    left = block.view.cell(row, block.name_column - 1) if block.name_column > 1 else None
    outlined = left is not None and bool(_OUTLINE.fullmatch(left.text.strip().rstrip(".)")))
    return outlined or bool(_GROUP.match(tidy(name.text)))
