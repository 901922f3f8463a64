"""A grid understood: which tables are in it, what they report, and everything to be said about that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kpi.domain.issue import Code, Issue
from kpi.domain.observation import SourcedObservation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import ReportingUnit
from kpi.intake.assemble import entries
from kpi.intake.commented import without_commented
from kpi.intake.context import Context
from kpi.intake.covers import unless_covered
from kpi.intake.cross_checks import checked_readings
from kpi.intake.doubted_cells import name_links
from kpi.intake.effort import EffortSpent
from kpi.intake.filtered_rows import with_filtered_rows
from kpi.intake.findings import Settled
from kpi.intake.labelled_numbers import with_labels_read
from kpi.intake.legacy_fonts import in_modern_text
from kpi.intake.pivots import in_plain_words
from kpi.intake.request import Request
from kpi.intake.slots import Role, Slot
from kpi.intake.tables.block_rows import read_block
from kpi.intake.tables.coded_period import in_stated_period
from kpi.intake.tables.coded_table import MACHINE_SHEET, find_coded_table, plan_of_template, read_coded_table
from kpi.intake.tables.coded_words import without_reworded
from kpi.intake.tables.find_blocks import find_blocks, is_empty_form
from kpi.intake.tables.long_table import find_long_table, read_long_table
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.workbook.grid import Cell, CellKind, Grid, Sheet
from kpi.intake.workbook.refusal import Fault

MOST_TEXTS = 2_000  # looked at for names of places


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell was understood as: to be shown on the person's own grid."""

    sheet: str
    cell: Cell
    indicator: Indicator
    role: Role
    unit: ReportingUnit | None
    period: Period
    stage: Stage | None


@dataclass(frozen=True)
class Understanding:
    """What an upload reports, and the findings about it; nothing may be stored while any of them blocks.

    `grid` is the workbook as it was read, `slots` what its cells were understood as, `settled` the questions
    that were answered.
    """

    readings: tuple[SourcedObservation, ...]
    issues: tuple[Issue, ...]
    grid: Grid | None = None
    slots: tuple[Slot, ...] = ()
    settled: tuple[Settled, ...] = ()

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The cells that were understood, each with its meaning; made only for those who show them."""
        return tuple(
            Mark(s.sheet, s.cell, s.indicator, s.role, s.unit, s.period, s.stage)
            for s in self.slots
            if s.cell
        )


def understand(grid: Grid, request: Request) -> Understanding:
    """Reads every visible sheet of a workbook in the layout it has; one that takes too long to read is too big."""
    try:
        return _understood(grid, Context(request))
    except EffortSpent:
        return Understanding((), (Issue.of(Code.WORKBOOK_TOO_BIG, reason=Fault.TOOK_TOO_LONG.value),))


def _understood(grid: Grid, context: Context) -> Understanding:
    request = context.request
    made_for = plan_of_template(grid)
    if made_for not in (None, request.plan.id):
        context.findings.add(
            Code.PLAN_MISMATCH,
            found=made_for,
            expected=request.plan.id,
            file_plan=made_for,
            asked_plan=request.plan.id,
        )
        return Understanding((), tuple(context.findings.all()), grid)
    readable = in_modern_text(grid, context)
    if readable is None:
        return Understanding((), tuple(context.findings.all()), grid)
    context.sheet_names = [sheet.name for sheet in _shown(readable)]
    slots = _slots(in_plain_words(readable), context)
    slots = slots and with_labels_read(slots)
    name_links(slots or (), readable, context)
    readings = checked_readings(entries(slots or [], context), context)
    if slots is None and any(is_empty_form(view, context) for view in _views(readable, context)):
        context.findings.add(Code.NO_VALUES, expected="values")
    elif slots is None:
        context.findings.add(Code.NO_TABLE_FOUND, expected="table")
    elif not readings:
        _say_why_empty(readable, context)
    found = context.findings
    return Understanding(
        tuple(readings), tuple(found.all()), readable, tuple(slots or ()), tuple(found.settled())
    )


def _slots(grid: Grid, context: Context) -> list[Slot] | None:
    """The slots of all visible sheets; None where none of them holds a table."""
    views = _views(grid, context)
    read = [(view, _read_sheet(view, context)) for view in views]
    _name_hidden_tables(grid, context)
    if all(slots is None for _, slots in read):
        return None
    found = with_filtered_rows([slot for _, slots in read for slot in slots or ()], grid, context)
    found = without_commented(found, grid, context)
    return unless_covered(found, [view for view, slots in read if slots is None], context)


def _views(grid: Grid, context: Context) -> list[SheetView]:
    return [SheetView(sheet, context.effort) for sheet in _shown(grid)]


def _shown(grid: Grid) -> list[Sheet]:
    return [sheet for sheet in grid.sheets if sheet.visible and sheet.name != MACHINE_SHEET]


def _name_hidden_tables(grid: Grid, context: Context) -> None:
    """A hidden sheet that holds a table is named; its figures are not read."""
    for sheet in grid.sheets:
        if (
            not sheet.visible
            and sheet.name != MACHINE_SHEET
            and find_blocks(SheetView(sheet, context.effort), context)
        ):
            context.findings.add(Code.HIDDEN_ROW, sheet=sheet.name, found=sheet.name, name=sheet.name)


def _say_why_empty(grid: Grid, context: Context) -> None:
    asked, seen = context.request.year, context.years_seen
    if asked is not None and seen and asked not in seen:
        years = ", ".join(str(year) for year in sorted(seen))
        context.findings.add(
            Code.YEAR_MISMATCH, found=years, expected="year", file_year=years, asked_year=asked
        )
    elif not context.findings.blocking:
        _say_whose(grid, context)


def _say_whose(grid: Grid, context: Context) -> None:
    """A file without any figure of the plan may be another province's."""
    cells = (cell for view in _views(grid, context) for cell in view.sheet.cells.values())
    texts = (cell.text for cell in cells if cell.kind is CellKind.TEXT)
    other, own = context.units.province_elsewhere(islice(texts, MOST_TEXTS)), context.province.name
    if other is None:
        context.findings.add(Code.NO_VALUES, expected="values")
    else:
        context.findings.add(
            Code.PLAN_MISMATCH, found=other.name, expected=own, file_plan=other.name, asked_plan=own
        )


def _read_sheet(view: SheetView, context: Context) -> list[Slot] | None:
    """The slots of a sheet, None where it holds no table of a known layout."""
    coded = find_coded_table(view, context)
    if coded is not None:
        stated = in_stated_period(coded, context)
        return without_reworded(read_coded_table(stated, context), stated, context)
    long = find_long_table(view)
    if long is not None:
        return read_long_table(long, context)
    blocks = find_blocks(view, context)
    return [slot for block in blocks for slot in read_block(block, context)] if blocks else None
