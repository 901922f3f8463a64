"""The program's own template: a hidden row of codes says what each column holds, whatever was moved since."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.domain.issue import Choice, Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.intake.blocks import is_figure
from kpi.intake.context import Context
from kpi.intake.grid import Cell, Grid
from kpi.intake.periods import period_in, stage_in
from kpi.intake.sheet_view import SheetView
from kpi.intake.slots import Role, Slot, roles_of
from kpi.intake.text import fold

MACHINE_SHEET = "_kpi"
_UNIT_CODE = "kpi:unit"
_NAME_HEADINGS = {fold("Đơn vị"), fold("Unit")}
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
    view = SheetView(machine)
    facts = {
        label.text: value.text
        for row in view.rows
        if (label := view.cell(row, 1)) and (value := view.cell(row, 2))
    }
    return facts.get("plan")


def find_coded_table(view: SheetView, context: Context) -> CodedTable | None:
    """The code row of a template's sheet; None if the sheet has none."""
    for row in view.rows:
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
    """The slots of every row that names a unit."""
    stated = _stated_stage(table, context)
    rows = [row for row in table.view.rows if row > table.code_row]
    return [slot for row in rows for slot in _read_row(table, row, stated, context)]


def _read_row(table: CodedTable, row: int, stated: Stage | None, context: Context) -> list[Slot]:
    view = table.view
    name = view.cell(row, table.unit_column)
    columns = [c for c in table.columns if context.wants(c.period)]
    if name is not None and fold(name.text) in _NAME_HEADINGS:
        return []
    if name is None or not any(_filled(view.cell(row, c.column)) for c in columns):
        _note_leftover(table, row, context)
        return []
    slots = []
    for coded in columns:
        cell = view.cell(row, coded.column)
        same = [c for c in columns if c.indicator is coded.indicator and c.period == coded.period]
        if not any(_filled(view.cell(row, c.column)) for c in same) or coded.role not in roles_of(
            coded.indicator
        ):
            continue
        unit = context.unit(view.name, name, coded.period)
        if not context.period_has_begun(coded.period, view.name, view.anchor(row)):
            continue
        stage = context.stage(stated, coded.period, view.name, None, None)
        if context.reports(coded.indicator, unit, view.name, name.address):
            slots.append(
                Slot(
                    coded.indicator,
                    unit,
                    coded.period,
                    stage,
                    coded.role,
                    view.name,
                    row,
                    coded.column,
                    cell,
                    view.anchor(row),
                )
            )
    return slots


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
    for label in table.view.texts_above(table.code_row + 1):
        if fold(label.text) not in _STAGE_LABELS:
            continue
        value = next((c for c in table.view.in_row(label.row) if c.column > label.column), None)
        if value is None:
            return None
        said = stage_in(value.text)
        if said is not None:
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
    return None
