"""What the rows of an office's table report, and what they are not: totals, groups, means, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kpi.domain.issue import Choice, Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.unit import ReportingUnit
from kpi.intake.context import Context
from kpi.intake.slots import Slot, roles_of
from kpi.intake.tables.block_columns import figure_columns
from kpi.intake.tables.block_scales import measure_of_row, scale_of
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.contradictions import counts_signed_up, follows_others
from kpi.intake.tables.count_or_share import Evidence, settled
from kpi.intake.tables.figure_column import FigureColumn, name_rest
from kpi.intake.tables.measures import in_their_measure, of_row_in_its_measure
from kpi.intake.tables.qualified import without_qualified
from kpi.intake.tables.rows_beside import names_other_year, strange_parts
from kpi.intake.tables.sections import without_ruled_out
from kpi.intake.tables.sheet_units import unit_of_sheet
from kpi.intake.tables.totals import Line, LineKind, check_totals, with_sums_as_groups
from kpi.intake.tables.unit_lines import (
    is_shared,
    line_of,
    name_hidden,
    name_nameless,
    name_skipped,
    with_parts_below,
)
from kpi.intake.tables.unsaid_columns import without_rates_of_counts
from kpi.intake.tables.year_labels import YearLabel, name_other_row, year_label
from kpi.intake.words.heading_words import says_more
from kpi.intake.words.headings import measures_count, says_count
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.workbook.grid import Cell


def read_block(block: Block, context: Context) -> list[Slot]:
    """The slots of a table's rows in its columns of actuals."""
    columns = in_their_measure(block, figure_columns(block, context), context)
    readers = {
        Axis.UNITS: _unit_rows,
        Axis.INDICATORS: _indicator_rows,
        Axis.YEARS: _year_rows,
        Axis.ONE_LINE: _one_line,
    }
    slots = readers[block.axis](block, columns, context) if columns else []
    if slots:
        name_rest(block, {column.column for column in columns}, context)
    return without_qualified(block, without_ruled_out(block, slots, columns, context), columns, context)


def _unit_rows(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    lines = [line for row in block.body_rows if (line := line_of(block, row, columns, context)) is not None]
    found = []
    lines = with_parts_below(lines, context)
    for same_period in _by_period(block, lines, columns):
        settled = with_sums_as_groups(same_period)
        check_totals(block.view.name, settled, context)
        name_nameless(block, settled, context)
        found += [slot for line in settled for slot in _slots_of_unit(block, line, columns, context)]
    return found


def _by_period(block: Block, lines: list[Line], columns: list[FigureColumn]) -> list[list[Line]]:
    """Lines of the same year together, where a column gives the year of each: only those add up."""
    together: dict[Period | None, list[Line]] = defaultdict(list)
    for line in lines:
        together[_period_of_row(block, line.row, columns[0])].append(line)
    return list(together.values())


def _slots_of_unit(block: Block, line: Line, columns: list[FigureColumn], context: Context) -> list[Slot]:
    if line.kind in (LineKind.TOTAL, LineKind.GROUP, LineKind.PART):
        name_skipped(block, line, context)
    if line.kind not in (LineKind.UNIT, LineKind.PROVINCE):
        return []
    return [
        slot
        for column in columns
        if not is_shared(block, line, column, context)
        for slot in _slots(block, line.row, line.row, column, column.meanings, line.name, context)
    ]


def _indicator_rows(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    """Rows of indicators: of the unit of the column, of a row above, of the sheet, else of the province."""
    found: list[Slot] = []
    unit_above: Cell | None = None
    group = block.body_rows[0]
    strange = strange_parts(block, columns, context)
    for row in block.body_rows:
        name = block.view.filled(row, block.name_column)
        cells = [cell for c in columns if (cell := block.view.cell(row, c.column)) is not None]
        if name is None:
            _name_unnamed(block, cells, context)
            continue
        if not cells:
            if context.may_name_unit(name.text):
                unit_above, group = name, row
            continue
        if block.view.row_hidden(row):
            name_hidden(block, row, name, context)
            continue
        if block.unit_column is not None:
            unit_above, group = _unit_of_row(block, row, unit_above, group)
        meanings = _figures_of_row(block, row, name, columns, strange.get(row, []), context)
        for column in columns:
            of_column = without_rates_of_counts(_in_column(meanings, column), column, block, context)
            found += _slots(block, row, group, column, of_column, column.unit or unit_above, context)
    return found


def _name_unnamed(block: Block, cells: list[Cell], context: Context) -> None:
    """Figures beside no indicator's name are refused, so that they are not lost."""
    for cell in filter(is_figure, cells):
        context.findings.add(
            Code.INDICATOR_UNKNOWN, sheet=block.view.name, cell=cell.address, expected="indicator-name"
        )


def _unit_of_row(block: Block, row: int, above: Cell | None, group: int) -> tuple[Cell | None, int]:
    """The unit a row's own column names, merged cells filled; its rows belong together from where it first stands."""
    assert block.unit_column is not None
    cell = block.view.filled(row, block.unit_column)
    return (cell, cell.row) if cell is not None else (above, group)


def _year_rows(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    """Rows of years, for the unit of the column, of the sheet, else the province; others with figures are named."""
    view = block.view
    found: list[Slot] = []
    for row in (r for r in block.body_rows if not view.row_hidden(r)):
        label = view.filled(row, block.name_column)
        figures = [cell for c in columns if is_figure(cell := view.cell(row, c.column))]
        if figures and (label is None or year_label(label.text) is None):
            name_other_row(label, figures, view.name, context)
            continue
        for column in columns:
            found += _slots(block, row, row, column, column.meanings, column.unit, context)
    return found


def _one_line(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    """The one line of a table: of the unit of the sheet, else of the province; asked where it has another name."""
    row = block.body_rows[0]
    name = block.view.cell(row, block.name_column)
    if name is not None and not _is_of_the_whole(block, name, context):
        return []
    return [
        slot for column in columns for slot in _slots(block, row, row, column, column.meanings, None, context)
    ]


def _is_of_the_whole(block: Block, name: Cell, context: Context) -> bool:
    unit = context.units.inside(block.title.lines) or context.province
    answer = context.findings.ask(
        Code.UNIT_UNKNOWN,
        "",
        [Choice(unit.id, unit.name), Choice("none", "–")],
        sheet=block.view.name,
        cell=name.address,
        found=name.text,
        expected="unit-name",
    )
    return answer == unit.id


def _figures_of_row(
    block: Block, row: int, name: Cell, columns: list[FigureColumn], parts: list[Meaning], context: Context
) -> tuple[Meaning, ...]:
    """What a row is about, and whether its columns of plain figures hold counts or shares."""
    plain = [c for c in columns if c.role is None and not c.meanings]
    levels = [level for c in plain for level in reversed(c.heading.levels)]
    measure = measure_of_row(block, row)
    if any(says_count(level) for level in levels) or (measure and measures_count(measure)):
        parts = [*parts, *context.indicators.without_noun(name.text)]
    meanings = _meanings_of_row(block, name, parts, context)
    if not plain:
        return tuple(meanings)
    words = [name.text, *levels]
    cells = [cell for c in plain if (cell := block.view.cell(row, c.column)) is not None]
    evidence = Evidence(words, [measure] if measure else block.measures_said, cells)
    known = settled(meanings, evidence, block.view.name, name.address, name.text, context)
    return of_row_in_its_measure(block, row, name, known, context)


def _meanings_of_row(block: Block, name: Cell, parts: list[Meaning], context: Context) -> list[Meaning]:
    """What a row is about; asked where its name is near a known one or says more, or its figures may be `parts`."""
    measured = context.indicators.in_measure(name.text, measure_of_row(block, name.row))
    known = measured or context.indicators.meanings(name.text)
    above = _name_above(block, name)
    more = says_more(name.text) or names_other_year(block, name.text)
    more = more or any(counts_signed_up(name.text, m.indicator, context) for m in known)
    if known and not more and not follows_others(known, name.text, above, context):
        return known
    near = known or context.indicators.near_meanings(name.text) or list(dict.fromkeys(parts))
    if near:
        return context.meanings_chosen(near, block.view.name, name.address, name.text)
    context.findings.add(
        Code.INDICATOR_UNKNOWN,
        severity=Severity.WARNING,
        sheet=block.view.name,
        cell=name.address,
        found=name.text,
        expected="indicator-name",
    )
    return []


def _name_above(block: Block, name: Cell) -> str | None:
    """What the row above, of figures or of words alone, is called."""
    above = (block.view.filled(row, block.name_column) for row in reversed(block.body_rows) if row < name.row)
    return next((cell.text for cell in above if cell is not None), None)


def _in_column(meanings: Sequence[Meaning], column: FigureColumn) -> tuple[Meaning, ...]:
    """The row's indicator in the role its column names; nothing where the column names another indicator."""
    role = column.role
    if column.meanings:
        named = {meaning.indicator.id for meaning in meanings}
        return tuple(meaning for meaning in column.meanings if meaning.indicator.id in named)
    if role is None:
        return tuple(meanings)
    return tuple(
        Meaning(indicator, role) for indicator in {m.indicator.id: m.indicator for m in meanings}.values()
    )


def _slots(
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
    period = column.period or _period_of_row(block, row, column)
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
        return context.unit(block.view.name, cell, period)
    return unit_of_sheet(block.view.name, block.title, period, context)


def _period_of_row(block: Block, row: int, column: FigureColumn) -> Period | None:
    if not column.years_in:
        band = block.bands.get(row)
        return band.period if band else None
    label = _label_of_row(block, row, column)
    return label.period if label else None


def _label_of_row(block: Block, row: int, column: FigureColumn) -> YearLabel | None:
    """What the row's cell in the column of years says."""
    cell = block.view.filled(row, column.years_in) if column.years_in else None
    return year_label(cell.text) if cell is not None else None
