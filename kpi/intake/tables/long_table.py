"""The tidy layout: one row for each observation, columns in any order, heading in any row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kpi.domain.issue import Choice, Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role, Slot, roles_of
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.long_headings import Column, column_named
from kpi.intake.tables.long_measures import in_their_measure
from kpi.intake.tables.long_values import role_of_value, stage_titled
from kpi.intake.tables.qualified import without_qualified_rows
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.tables.titles import Title
from kpi.intake.words.numbers import NumberKind, read_number
from kpi.intake.words.periods import period_in, stage_in
from kpi.intake.words.text import fold
from kpi.intake.workbook.grid import Cell, CellKind

_MAY_TELL_STAGE = {fold(name) for name in ["Trạng thái", "Tình trạng", "Ghi chú"]}
_IGNORED = {fold(name) for name in ["STT", "TT", "Số TT", "Ghi chú", "Nguồn", "note", "id", "no"]}
DEEPEST_HEADING = 200  # rows that hold something, up to the heading
_NEEDED = {Column.UNIT, Column.INDICATOR}
_FIGURES = {Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE}
_ROLES = {Role.NUMERATOR: Column.NUMERATOR, Role.DENOMINATOR: Column.DENOMINATOR, Role.VALUE: Column.VALUE}


@dataclass(frozen=True, slots=True)
class LongTable:
    """Where the heading is, and which column holds what."""

    view: SheetView
    heading_row: int
    columns: dict[Column, int]


def find_long_table(view: SheetView) -> LongTable | None:
    """The first row that names unit, indicator and a figure is the heading; None if there is none."""
    for row in view.rows[:DEEPEST_HEADING]:
        columns: dict[Column, int] = {}
        for cell in view.in_row(row):
            column = column_named(cell.text)
            if column is not None and not view.column_hidden(cell.column):
                columns.setdefault(column, cell.column)
        if columns.keys() >= _NEEDED and columns.keys() & _FIGURES:
            stage = None if Column.STAGE in columns else _column_of_stages(view, row)
            return LongTable(view, row, columns | ({Column.STAGE: stage} if stage else {}))
    return None


def _column_of_stages(view: SheetView, heading_row: int) -> int | None:
    """A column under another name, such as «Trạng thái», that holds nothing but stages."""
    rows = [row for row in view.rows if row > heading_row]
    for heading in view.in_row(heading_row):
        cells = (view.cell(row, heading.column) for row in rows)
        if fold(heading.text) in _MAY_TELL_STAGE and not view.column_hidden(heading.column):
            texts = {cell.text for cell in cells if cell is not None}
            if texts and all(stage_in(text) for text in texts):
                return heading.column
    return None


def read_long_table(table: LongTable, context: Context) -> list[Slot]:
    """The slots of every row whose unit, indicator, period and stage are settled; the rest becomes findings."""
    table = _with_counts_asked(table, context)
    _check_columns(table, context)
    title = Title(table.view, table.heading_row, last_row=table.view.rows[-1])
    rows = [row for row in table.view.rows if row > table.heading_row]
    slots = [slot for row in rows for slot in _read_row(table, row, title, context)]
    measures = table.columns.get(Column.MEASURE)
    slots = list(in_their_measure(slots, table.view, measures, title.measures, context))
    known = frozenset(table.columns.values())
    return without_qualified_rows(slots, table.view, table.heading_row, known, context)


def _with_counts_asked(table: LongTable, context: Context) -> LongTable:
    """The table, and in it the counts a person says an unknown column beside shares without counts holds."""
    columns = dict(table.columns)
    missing = [column for column in (Column.NUMERATOR, Column.DENOMINATOR) if column not in columns]
    if Column.VALUE not in columns or not missing:
        return table
    choices = [Choice(column.value, column.value) for column in missing]
    for cell in table.view.in_row(table.heading_row):
        if _is_stranger(cell, table) and _holds_whole_numbers(cell.column, table):
            answer = context.findings.ask(
                Code.INDICATOR_UNKNOWN,
                "",
                [*choices, Choice("none", "–")],
                sheet=table.view.name,
                cell=cell.address,
                found=cell.text,
                expected="column-name",
            )
            if answer in missing:
                columns.setdefault(Column(answer), cell.column)
    return replace(table, columns=columns)


def _is_stranger(cell: Cell, table: LongTable) -> bool:
    known = column_named(cell.text) is not None or fold(cell.text) in _IGNORED
    return (
        not known and cell.column not in table.columns.values() and not table.view.column_hidden(cell.column)
    )


def _holds_whole_numbers(column: int, table: LongTable) -> bool:
    below = (table.view.cell(row, column) for row in table.view.rows if row > table.heading_row)
    figures = [cell for cell in below if is_figure(cell)]
    whole = (read_number(cell, NumberKind.COUNT).number is not None for cell in figures)
    return bool(figures) and all(whole)


def _check_columns(table: LongTable, context: Context) -> None:
    seen: set[Column] = set()
    for cell in table.view.in_row(table.heading_row):
        column = column_named(cell.text)
        place = {"sheet": table.view.name, "cell": cell.address, "found": cell.text}
        asks = context.findings.asks_at(table.view.name, cell.address)
        if column is None and not asks and _is_stranger(cell, table):
            context.findings.add(Code.COLUMN_UNKNOWN, **place, expected="column-name")
        elif column is not None and column in seen:
            context.findings.add(
                Code.COLUMN_UNKNOWN, severity=Severity.ERROR, **place, expected="column-once", name=cell.text
            )
        if column is not None:
            seen.add(column)
        if table.view.column_hidden(cell.column):
            context.findings.add(Code.HIDDEN_COLUMN, **place, name=cell.text)


def _read_row(table: LongTable, row: int, title: Title, context: Context) -> list[Slot]:
    view, anchor = table.view, table.view.anchor(row)
    in_row, shown = view.row(row), view.shown(row)
    cells = {
        column: (in_row if column in _FIGURES else shown).get(number)
        for column, number in table.columns.items()
    }
    if not any(cells.values()) or _is_note(cells, row, view, context):
        return []
    if view.row_hidden(row):
        context.findings.add(Code.HIDDEN_ROW, sheet=view.name, cell=anchor, name=str(row))
        return []
    period = _period(cells.get(Column.PERIOD), row, view, context)
    if period is None or not context.wants(period):
        return []
    indicator = _named(cells[Column.INDICATOR], Column.INDICATOR, row, view, context)
    chosen = context.indicator(view.name, indicator) if indicator else None
    unit_cell = _named(cells[Column.UNIT], Column.UNIT, row, view, context)
    unit = context.unit(view.name, unit_cell, period) if unit_cell else None
    begun = context.period_has_begun(period, view.name, anchor)
    stage = _stage(cells.get(Column.STAGE), period, table, title, context) if begun else None
    if chosen is None or not begun:
        return []
    if not context.reports(chosen, unit, view.name, anchor):
        return []
    roles = roles_of(chosen)
    held = _held(table, indicator, chosen, context)
    _note_unused(chosen, roles, held, cells, view, context)
    return [
        Slot(
            chosen,
            unit,
            period,
            stage,
            role,
            view.name,
            row,
            table.columns[column],
            cells[column],
            anchor,
        )
        for role in roles
        if (column := held.get(role)) is not None
    ]


def _held(table: LongTable, name: Cell | None, indicator: Indicator, context: Context) -> dict[Role, Column]:
    """Which column holds which figure of a row's indicator: «Giá trị» alone what the row's name counts."""
    held = {role: column for role, column in _ROLES.items() if column in table.columns}
    if name is None or list(held) != [Role.VALUE]:
        return held
    heading = table.view.cell(table.heading_row, table.columns[Column.VALUE])
    return {role_of_value(heading.text if heading else "", name.text, indicator, context): Column.VALUE}


def _is_note(cells: dict[Column, Cell | None], row: int, view: SheetView, context: Context) -> bool:
    """A line of text below the table: no indicator and no figure in it."""
    if cells[Column.INDICATOR] or any(cells.get(column) for column in (*_FIGURES, Column.PERIOD)):
        return False
    context.findings.add(
        Code.NOTE_SKIPPED, sheet=view.name, cell=view.anchor(row), found=view.in_row(row)[0].text
    )
    return True


def _named(cell: Cell | None, column: Column, row: int, view: SheetView, context: Context) -> Cell | None:
    if cell is None:
        code = Code.UNIT_UNKNOWN if column is Column.UNIT else Code.INDICATOR_UNKNOWN
        context.findings.add(code, sheet=view.name, cell=view.anchor(row), expected=f"{column.value}-name")
    return cell


def _period(cell: Cell | None, row: int, view: SheetView, context: Context) -> Period | None:
    if cell is None:
        if context.request.year:
            return Period(context.request.year)
        context.findings.add(Code.YEAR_MISSING, sheet=view.name, cell=view.anchor(row), expected="year")
        return None
    period = period_in(cell.text) if cell.kind in (CellKind.NUMBER, CellKind.TEXT) else None
    if period is None:
        code = Code.VALUE_IS_DATE if cell.kind is CellKind.DATE else Code.YEAR_MISSING
        context.findings.add(code, sheet=view.name, cell=cell.address, found=cell.text, expected="year")
    return period


def _stage(
    cell: Cell | None,
    period: Period,
    table: LongTable,
    title: Title,
    context: Context,
) -> Stage | None:
    """The stage a row says, else the title; asked once for all rows of a year where none does."""
    view = table.view
    said = stage_in(cell.text) if cell else stage_titled(title, period, context)
    if cell is not None and said is None:
        answer = context.findings.ask(
            Code.STAGE_UNCLEAR,
            "",
            [Choice(stage.value, stage.value) for stage in Stage],
            sheet=view.name,
            cell=cell.address,
            found=cell.text,
            expected="stage",
        )
        if answer is None:
            return None
        said = Stage(answer)
    first = next(row for row in view.rows if row > table.heading_row)
    place = cell.address if cell else view.anchor(first)
    return context.stage(said, period, view.name, place, title.dated)


def _note_unused(
    indicator: Indicator,
    roles: tuple[Role, ...],
    held: Mapping[Role, Column],
    cells: dict[Column, Cell | None],
    view: SheetView,
    context: Context,
) -> None:
    """A figure the indicator has no place for (a denominator of a count) is named, not dropped in silence."""
    for role, column in held.items():
        cell = cells.get(column)
        if cell is not None and role not in roles and cell.text.strip() not in ("-", ""):
            context.findings.add(
                Code.COLUMN_UNKNOWN,
                sheet=view.name,
                cell=cell.address,
                found=cell.text,
                expected="no-value-here",
                indicator=indicator.name,
            )
