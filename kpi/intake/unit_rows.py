"""Office tables with a reporting unit in each row.

Only what is certain is read: a column whose heading is a known name, or whose heading names a year or stage
under a title that is a known name. The rest is left aside and named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpi.domain.issue import Code
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.grid import Cell, CellKind
from kpi.intake.headings import Heading, HeadingKind
from kpi.intake.indicator_names import Meaning, without_passing
from kpi.intake.numbers import NumberKind, read_number
from kpi.intake.office_table import OfficeTable, find_office_table, is_figure, period_of
from kpi.intake.sheet_view import SheetView
from kpi.intake.slots import Role, Slot, roles_of
from kpi.intake.text import fold, tidy
from kpi.intake.totals import Line, LineKind, check_totals
from kpi.intake.unit_names import UnitFound, is_whole_province

_UNIT_HEADINGS = {
    fold(name)
    for name in [
        "Đơn vị",
        "Tên đơn vị",
        "Địa phương",
        "Huyện",
        "Huyện, thành phố, thị xã",
        "Huyện, thị xã, thành phố",
        "Các huyện, thị xã, thành phố",
        "Huyện/thành phố/thị xã",
        "Địa bàn",
        "Đơn vị hành chính",
    ]
}
_ADDS_NOTHING = {"", fold("Tổng số"), fold("Tổng cộng"), fold("Số lượng")}
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng|toàn tỉnh|cả tỉnh)\b")


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column whose figures are read: what they mean, for which period."""

    heading: Heading
    meanings: tuple[Meaning, ...]
    period: Period

    @property
    def holds_counts(self) -> bool:
        return all(meaning.role is not Role.VALUE for meaning in self.meanings)


def find_unit_rows(view: SheetView) -> OfficeTable | None:
    """The table of units of a sheet, if it has one."""
    return find_office_table(view, _UNIT_HEADINGS)


def read_unit_rows(table: OfficeTable, context: Context) -> list[Slot]:
    """The slots of the rows that name a unit, in the columns that are certain; totals are checked, not stored."""
    columns = [c for h in table.headings if (c := _figure_column(table, h, context)) is not None]
    if not columns:
        context.findings.add(Code.NO_TABLE_FOUND, sheet=table.view.name, expected="table")
        return []
    lines = [line for row in table.body_rows() if (line := _line(table, row, columns, context)) is not None]
    check_totals(table.view.name, lines, context)
    return [slot for line in lines for slot in _slots(table, line, columns, context)]


def _figure_column(table: OfficeTable, heading: Heading, context: Context) -> FigureColumn | None:
    if heading.column == table.name_column or heading.kind is not HeadingKind.FIGURE:
        return None
    meanings = _meanings(table, heading, context)
    if not meanings:
        _name_unknown(table, heading, context)
        return None
    if table.view.column_hidden(heading.column):
        _name_hidden(table, heading, context)
        return None
    period = period_of(table, heading, context)
    return FigureColumn(heading, meanings, period) if period and context.wants(period) else None


def _meanings(table: OfficeTable, heading: Heading, context: Context) -> tuple[Meaning, ...]:
    """The known name at the lowest level that names anything; of the title, if the heading names nothing.

    An unknown word below a known name may narrow it: «Trong đó: doanh nghiệp».
    """
    for level in reversed(heading.levels):
        found = context.indicators.meanings(level)
        if found:
            return tuple(found)
        if without_passing(level) not in _ADDS_NOTHING:
            return ()
    if any(without_passing(level) for level in heading.levels):
        return ()
    titled = (context.indicators.meanings(cell.text) for cell in table.title.cells)
    return next((tuple(found) for found in titled if found), ())


def _name_unknown(table: OfficeTable, heading: Heading, context: Context) -> None:
    hidden = table.view.column_hidden(heading.column)
    cell = table.heading_cell(heading)
    if not any(is_figure(table.view.cell(row, heading.column)) for row in table.body_rows()):
        return
    code = Code.HIDDEN_COLUMN if hidden else Code.COLUMN_UNKNOWN
    context.findings.add(
        code, sheet=table.view.name, cell=cell, found=heading.text, expected="column-name", name=heading.text
    )


def _name_hidden(table: OfficeTable, heading: Heading, context: Context) -> None:
    cell = table.heading_cell(heading)
    context.findings.add(
        Code.HIDDEN_COLUMN, sheet=table.view.name, cell=cell, found=heading.text, name=heading.text
    )


def _line(table: OfficeTable, row: int, columns: list[FigureColumn], context: Context) -> Line | None:
    view = table.view
    name = view.cell(row, table.name_column) or _name_left(table, row)
    cells = {c.heading.column: view.cell(row, c.heading.column) for c in columns}
    if name is None:
        _name_nameless(table, row, cells, context)
        return None
    if view.row_hidden(row):
        context.findings.add(
            Code.HIDDEN_ROW, sheet=view.name, cell=view.anchor(row), found=name.text, name=name.text
        )
        return None
    kind = _line_kind(name, cells, columns[0].period, context)
    if kind is LineKind.NOTE:
        return None
    counts = {
        c.heading.column: int(number)
        for c in columns
        if c.holds_counts
        and (number := read_number(cells[c.heading.column], NumberKind.COUNT).number) is not None
    }
    return Line(kind, row, name, view.anchor(row), cells, counts)


def _name_left(table: OfficeTable, row: int) -> Cell | None:
    """A name that begins left of its column: «Tổng cộng» across merged cells."""
    left = [c for c in table.view.in_row(row) if c.column < table.name_column and c.kind is CellKind.TEXT]
    return left[0] if left and _TOTAL.match(tidy(left[0].text)) else None


def _name_nameless(table: OfficeTable, row: int, cells: dict[int, Cell | None], context: Context) -> None:
    for cell in cells.values():
        if cell is not None and is_figure(cell):
            context.findings.add(
                Code.UNIT_UNKNOWN,
                sheet=table.view.name,
                cell=cell.address,
                found=cell.text,
                expected="unit-name",
            )


def _line_kind(name: Cell, cells: dict[int, Cell | None], period: Period, context: Context) -> LineKind:
    if is_whole_province(name.text):
        return LineKind.PROVINCE
    if _TOTAL.match(tidy(name.text)):
        return LineKind.TOTAL
    if context.units.match(name.text, period).found is not UnitFound.UNKNOWN:
        return LineKind.UNIT
    if not any(cells.values()):
        return LineKind.NOTE
    has_figures = any(is_figure(cell) for cell in cells.values())
    return (
        LineKind.GROUP
        if has_figures and all(c is None or c.formula for c in cells.values())
        else LineKind.UNIT
    )


def _slots(table: OfficeTable, line: Line, columns: list[FigureColumn], context: Context) -> list[Slot]:
    if line.kind in (LineKind.TOTAL, LineKind.GROUP):
        context.findings.add(
            Code.SUBTOTAL_SKIPPED,
            sheet=table.view.name,
            cell=line.anchor,
            found=line.name.text,
            name=line.name.text,
        )
        return []
    found = []
    title = table.title
    for column in columns:
        unit = context.unit(table.view.name, line.name, column.period)
        place = table.heading_cell(column.heading)
        said = column.heading.stage or title.stage
        if not context.period_has_begun(column.period, table.view.name, place):
            continue
        stage = context.stage(said, column.period, table.view.name, None, title.signed_on)
        number = column.heading.column
        found += [
            Slot(
                meaning.indicator,
                unit,
                column.period,
                stage,
                meaning.role,
                table.view.name,
                line.row,
                number,
                line.cells[number],
                line.anchor,
            )
            for meaning in column.meanings
            if meaning.role in roles_of(meaning.indicator)
            and context.reports(meaning.indicator, unit, table.view.name, line.anchor)
        ]
    return found
