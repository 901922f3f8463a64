"""The program's own template: a hidden row of codes says what each column holds, whatever was moved since."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.domain.issue import Choice, Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.effort import Effort
from kpi.intake.slots import Role, Slot, roles_of
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.periods import period_in, stage_in
from kpi.intake.words.text import fold
from kpi.intake.workbook.grid import Cell, Grid

MACHINE_SHEET = "_kpi"
DEEPEST_CODE_ROW = 200  # rows that hold something, up to the codes
_UNIT_CODE = "kpi:unit"
NAME_HEADINGS = {fold("Đơn vị"), fold("Unit")}
_STAGE_LABELS = {fold("Loại số liệu"), fold("Kind of figures")}


@dataclass(frozen=True, slots=True)
class CodedColumn:
    column: int
    indicator: Indicator
    role: Role
    period: Period


@dataclass(frozen=True, slots=True)
class CodedTable:
    """Where the code row and the unit names are, and what each coded column holds."""

    view: SheetView
    code_row: int
    unit_column: int
    columns: tuple[CodedColumn, ...]


def plan_of_template(grid: Grid) -> str | None:
    """The plan the template was made for; None where the workbook is not one of the program's templates."""
    machine = next((sheet for sheet in grid.sheets if sheet.name == MACHINE_SHEET), None)
    if machine is None:
        return None
    view = SheetView(machine, Effort())
    facts = {
        label.text: value.text
        for row in view.rows
        if (label := view.cell(row, 1)) and (value := view.cell(row, 2))
    }
    return facts.get("plan")


def find_coded_table(view: SheetView, context: Context) -> CodedTable | None:
    """The code row of a template's sheet; None if the sheet has none."""
    for row in view.rows[:DEEPEST_CODE_ROW]:
        codes = {cell.column: cell.text for cell in view.in_row(row) if cell.text.startswith("kpi:")}
        unit_column = next((column for column, code in codes.items() if code == _UNIT_CODE), None)
        if unit_column is not None:
            columns = (_coded(column, code, context) for column, code in codes.items())
            return CodedTable(view, row, unit_column, tuple(c for c in columns if c is not None))
    return None


def _coded(column: int, code: str, context: Context) -> CodedColumn | None:
    parts = code.split(":")
    if len(parts) != 4:
        return None
    indicator, period = context.request.plan.indicator(parts[1]), period_in(parts[3])
    if indicator is None or period is None or parts[2] not in set(Role):
        return None
    return CodedColumn(column, indicator, Role(parts[2]), period)


def read_coded_table(table: CodedTable, context: Context) -> list[Slot]:
    """The slots of every row that names a unit. What is hidden is named and left aside."""
    stated = _stated_stage(table, context)
    columns = [c for c in table.columns if context.wants(c.period) and not _hidden_column(table, c, context)]
    rows = [row for row in table.view.rows if row > table.code_row]
    return [slot for row in rows for slot in _read_row(table, row, columns, stated, context)]


def _read_row(
    table: CodedTable, row: int, columns: list[CodedColumn], stated: Stage | None, context: Context
) -> list[Slot]:
    view = table.view
    name = view.cell(row, table.unit_column)
    if name is not None and fold(name.text) in NAME_HEADINGS:
        return []
    filled = {(c.indicator.id, c.period) for c in columns if _filled(view.cell(row, c.column))}
    if name is None or not filled:
        _note_leftover(table, row, context)
        return []
    if view.row_hidden(row):
        context.findings.add(
            Code.HIDDEN_ROW, sheet=view.name, cell=name.address, found=name.text, name=name.text
        )
        return []
    wanted = (c for c in columns if (c.indicator.id, c.period) in filled and c.role in roles_of(c.indicator))
    slots = (_slot(table, row, name, coded, stated, context) for coded in wanted)
    return [slot for slot in slots if slot is not None]


def _slot(
    table: CodedTable, row: int, name: Cell, coded: CodedColumn, stated: Stage | None, context: Context
) -> Slot | None:
    view, anchor = table.view, table.view.anchor(row)
    unit = context.unit(view.name, name, coded.period)
    if not context.period_has_begun(coded.period, view.name, anchor):
        return None
    stage = context.stage(stated, coded.period, view.name, None, None)
    if not context.reports(coded.indicator, unit, view.name, name.address):
        return None
    cell = view.cell(row, coded.column)
    return Slot(
        coded.indicator, unit, coded.period, stage, coded.role, view.name, row, coded.column, cell, anchor
    )


def _hidden_column(table: CodedTable, coded: CodedColumn, context: Context) -> bool:
    """Whether an input column is hidden; says so where it holds something."""
    view = table.view
    if not view.column_hidden(coded.column):
        return False
    code = view.cell(table.code_row, coded.column)
    if code is not None and any(
        _filled(view.cell(row, coded.column)) for row in view.rows if row > table.code_row
    ):
        context.findings.add(
            Code.HIDDEN_COLUMN,
            sheet=view.name,
            cell=code.address,
            found=coded.indicator.short,
            name=coded.indicator.short,
        )
    return True


def _filled(cell: Cell | None) -> bool:
    return cell is not None and cell.text.strip() != ""


def _note_leftover(table: CodedTable, row: int, context: Context) -> None:
    """Figures in a row without a unit must not vanish."""
    view = table.view
    for coded in table.columns:
        cell = view.cell(row, coded.column)
        if view.cell(row, table.unit_column) is None and is_figure(cell):
            context.findings.add(
                Code.UNIT_UNKNOWN, sheet=view.name, cell=cell.address, found=cell.text, expected="unit-name"
            )


def _stated_stage(table: CodedTable, context: Context) -> Stage | None:
    """What the sheet's «Loại số liệu» cell says; asked where it says something else."""
    label = stage_label(table)
    beside = table.view.in_row(label.row) if label else []
    value = next((cell for cell in beside if label and cell.column > label.column), None)
    said = stage_in(value.text) if value else None
    if said is not None or value is None:
        return said
    answer = context.findings.ask(
        Code.STAGE_UNCLEAR,
        "",
        [Choice(stage.value, stage.value) for stage in Stage],
        sheet=table.view.name,
        cell=value.address,
        found=value.text,
        expected="stage",
    )
    return Stage(answer) if answer else None


def stage_label(table: CodedTable) -> Cell | None:
    """The cell «Loại số liệu», right of which stands the stage."""
    texts = table.view.texts_above(table.code_row + 1)
    return next((cell for cell in texts if fold(cell.text) in _STAGE_LABELS), None)
