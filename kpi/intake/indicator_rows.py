"""Office tables with an indicator in each row, for the province: «Tên chỉ tiêu | Kế hoạch | Thực hiện»."""

from __future__ import annotations

from kpi.domain.issue import Choice, Code, Severity
from kpi.intake.context import Context
from kpi.intake.grid import Cell
from kpi.intake.headings import Heading, HeadingKind
from kpi.intake.indicator_names import Meaning, without_passing
from kpi.intake.office_table import OfficeTable, find_office_table, is_figure, period_of
from kpi.intake.sheet_view import SheetView
from kpi.intake.slots import Slot, roles_of
from kpi.intake.text import fold

_INDICATOR_HEADINGS = {
    fold(name) for name in ["Chỉ tiêu", "Tên chỉ tiêu", "Nội dung chỉ tiêu", "Nội dung", "Chỉ số"]
}


def find_indicator_rows(view: SheetView) -> OfficeTable | None:
    """The table of indicators of a sheet, if it has one."""
    return find_office_table(view, _INDICATOR_HEADINGS)


def read_indicator_rows(table: OfficeTable, context: Context) -> list[Slot]:
    """The slots of the rows that name an indicator, in the columns of achieved figures."""
    columns = [heading for heading in table.headings if _holds_actuals(table, heading, context)]
    if not columns:
        context.findings.add(Code.NO_TABLE_FOUND, sheet=table.view.name, expected="table")
    return [slot for row in table.body_rows() for slot in _read_row(table, row, columns, context)]


def _holds_actuals(table: OfficeTable, heading: Heading, context: Context) -> bool:
    """A column of figures whose heading says no more than a year and that they were achieved."""
    if heading.column == table.name_column or heading.kind is not HeadingKind.FIGURE:
        return False
    if (
        not any(is_figure(table.view.cell(row, heading.column)) for row in table.body_rows())
        and not heading.stage
    ):
        return False
    place = {"sheet": table.view.name, "cell": table.heading_cell(heading), "found": heading.text}
    if table.view.column_hidden(heading.column):
        context.findings.add(Code.HIDDEN_COLUMN, **place, name=heading.text)
        return False
    if any(without_passing(level) for level in heading.levels):
        context.findings.add(Code.COLUMN_UNKNOWN, **place, expected="column-name", name=heading.text)
        return False
    return True


def _read_row(table: OfficeTable, row: int, columns: list[Heading], context: Context) -> list[Slot]:
    view = table.view
    name = view.filled(row, table.name_column)
    cells = {heading.column: view.cell(row, heading.column) for heading in columns}
    if name is None or not any(cells.values()):
        return []
    if view.row_hidden(row):
        context.findings.add(
            Code.HIDDEN_ROW, sheet=view.name, cell=view.anchor(row), found=name.text, name=name.text
        )
        return []
    meanings = _meanings(name, view, context)
    slots = (_slot(table, row, heading, meaning, context) for heading in columns for meaning in meanings)
    return [slot for slot in slots if slot is not None]


def _meanings(name: Cell, view: SheetView, context: Context) -> list[Meaning]:
    """What a row is about; asked where a known name is near, left aside with a warning where none is."""
    known = context.indicators.meanings(name.text)
    if known:
        return known
    near = context.indicators.near_meanings(name.text)
    place = {"sheet": view.name, "cell": name.address, "found": name.text, "expected": "indicator-name"}
    if not near:
        context.findings.add(Code.INDICATOR_UNKNOWN, severity=Severity.WARNING, **place)
        return []
    choices = [Choice(f"{m.indicator.id}/{m.role}", context.indicators.name_of(m)) for m in near]
    answer = context.findings.ask(Code.INDICATOR_UNKNOWN, "", [*choices, Choice("none", "–")], **place)
    return [m for m in near if f"{m.indicator.id}/{m.role}" == answer]


def _slot(table: OfficeTable, row: int, heading: Heading, meaning: Meaning, context: Context) -> Slot | None:
    period = period_of(table, heading, context)
    if period is None or not context.wants(period) or meaning.role not in roles_of(meaning.indicator):
        return None
    place = table.heading_cell(heading)
    if not context.period_has_begun(period, table.view.name, place):
        return None
    said = heading.stage or table.title.stage
    stage = context.stage(said, period, table.view.name, None, table.title.signed_on)
    view = table.view
    cell = view.cell(row, heading.column)
    return Slot(
        meaning.indicator,
        context.province,
        period,
        stage,
        meaning.role,
        view.name,
        row,
        heading.column,
        cell,
        view.anchor(row),
    )
