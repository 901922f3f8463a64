"""The slots of one cell of a table: whose it is, for which year and stage, at which scale."""

from __future__ import annotations

from kpi.domain.issue import Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.unit import ReportingUnit
from kpi.intake.context import Context
from kpi.intake.slots import Slot, roles_of
from kpi.intake.tables.block_scales import scale_of
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.tables.sheet_units import unit_of_sheet
from kpi.intake.tables.year_labels import YearLabel, year_label
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.unit_names import names_kind_alone, split_kind
from kpi.intake.workbook.grid import Cell


def slots_of_cell(
    block: Block,
    row: int,
    group: int,
    column: FigureColumn,
    meanings: tuple[Meaning, ...],
    unit_cell: Cell | None,
    context: Context,
) -> list[Slot]:
    """The slots of one cell. Figures of one observation stand in rows of the same `group`."""
    view, anchor = block.view, block.view.anchor(row)
    cell = view.cell(row, column.column)
    period = column.period or period_of_row(block, row, column)
    band = None if column.period or column.years_in else block.bands.get(row)
    if band is not None and band.period is None:
        context.findings.add(Code.NOTE_SKIPPED, sheet=view.name, cell=band.cell.address, found=band.cell.text)
        return []
    if period is None and block.axis is not Axis.YEARS and is_figure(cell):
        context.findings.add(Code.YEAR_MISSING, sheet=view.name, cell=anchor, expected="year")
    fitting = [m for m in meanings if m.role in roles_of(m.indicator)]
    if not fitting or period is None or not context.wants(period):
        return []
    if not context.period_has_begun(period, view.name, column.place):
        return []
    unit = _unit(block, unit_cell, period, context)
    by_row = _label_of_row(block, row, column)
    of_name = Stage.ESTIMATE if block.is_estimated(row) else None
    said = (band and band.stage) or (by_row and by_row.stage) or of_name or column.said
    stage = context.stage(said, period, view.name, None, block.title.dated)
    scale = scale_of(block, row, column, fitting, context)
    if scale is None:
        return []
    return [
        Slot(m.indicator, unit, period, stage, m.role, view.name, group, column.column, cell, anchor, scale)
        for m in fitting
        if context.reports(m.indicator, unit, view.name, anchor)
    ]


def _unit(block: Block, cell: Cell | None, period: Period, context: Context) -> ReportingUnit | None:
    if cell is not None:
        return context.unit(block.view.name, _with_kind_beside(block, cell), period)
    return unit_of_sheet(block.view.name, block.title, period, context)


def _with_kind_beside(block: Block, cell: Cell) -> Cell:
    """«Kỳ Anh» right of «Thị xã» is «Thị xã Kỳ Anh»: one name in two columns."""
    beside = block.view.filled(cell.row, cell.column - 1) if cell.column > 1 else None
    if beside is None or not names_kind_alone(beside.text) or split_kind(cell.text)[0]:
        return cell
    return cell._replace(text=f"{beside.text} {cell.text}")


def period_of_row(block: Block, row: int, column: FigureColumn) -> Period | None:
    if not column.years_in:
        band = block.bands.get(row)
        return band.period if band else None
    label = _label_of_row(block, row, column)
    return label.period if label else None


def _label_of_row(block: Block, row: int, column: FigureColumn) -> YearLabel | None:
    """What the row's cell in the column of years says."""
    cell = block.view.filled(row, column.years_in) if column.years_in else None
    return year_label(cell.text) if cell is not None else None
