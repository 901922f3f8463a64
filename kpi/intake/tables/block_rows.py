"""What the rows of an office's table report, and what they are not: totals, groups, means, notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kpi.domain.issue import Choice, Code, Severity
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.block_columns import figure_columns
from kpi.intake.tables.block_scales import measure_of_row
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.contradictions import counts_signed_up, follows_others
from kpi.intake.tables.count_or_share import Evidence, settled
from kpi.intake.tables.figure_column import FigureColumn, name_rest
from kpi.intake.tables.measures import in_their_measure, of_row_in_its_measure
from kpi.intake.tables.qualified import without_qualified
from kpi.intake.tables.row_slots import period_of_row, slots_of_cell
from kpi.intake.tables.rows_beside import names_other_year, strange_parts
from kpi.intake.tables.sections import without_ruled_out
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
from kpi.intake.tables.year_labels import name_other_row, year_label
from kpi.intake.words.heading_words import says_more
from kpi.intake.words.headings import measures_count, says_count
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.text import fold
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
        together[period_of_row(block, line.row, columns[0])].append(line)
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
        for slot in slots_of_cell(block, line.row, line.row, column, column.meanings, line.name, context)
    ]


def _indicator_rows(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    """Rows of indicators: of the unit of the column, of a row above, of the sheet, else of the province.

    Rows of units below an indicator's hold their figures of it: «I. Số người tham gia …», «1. Huyện Kỳ Anh».
    """
    found: list[Slot] = []
    unit_above: Cell | None = None
    indicator_above: Cell | None = None
    group = block.body_rows[0]
    strange = strange_parts(block, columns, context)
    for row in block.body_rows:
        name = block.view.filled(row, block.name_column)
        cells = [cell for c in columns if (cell := block.view.cell(row, c.column)) is not None]
        if name is None:
            _name_unnamed(block, cells, context)
            continue
        of_unit = bool(cells) and block.unit_column is None and context.names_unit(name.text)
        if not of_unit:
            indicator_above = name if context.indicators.meanings(name.text) else None
        if not cells:
            if context.may_name_unit(name.text):
                unit_above, group = name, row
            continue
        if block.view.row_hidden(row):
            name_hidden(block, row, name, context)
            continue
        if block.unit_column is not None:
            unit_above, group = _unit_of_row(block, row, unit_above, group)
        indicator, unit = (indicator_above, name) if of_unit and indicator_above else (name, unit_above)
        meanings = _figures_of_row(block, row, indicator, columns, strange.get(row, []), context)
        for column in columns:
            of_column = without_rates_of_counts(_in_column(meanings, column), column, block, context)
            of_row = row if unit is name else group
            found += slots_of_cell(block, row, of_row, column, of_column, column.unit or unit, context)
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
    same = cell is None or (above is not None and fold(cell.text) == fold(above.text))
    return (above, group) if same or cell is None else (cell, cell.row)


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
            found += slots_of_cell(block, row, row, column, column.meanings, column.unit, context)
    return found


def _one_line(block: Block, columns: list[FigureColumn], context: Context) -> list[Slot]:
    """The one line of a table: of the unit of the sheet, else of the province; asked where it has another name."""
    row = block.body_rows[0]
    name = block.view.cell(row, block.name_column)
    if name is not None and not _is_of_the_whole(block, name, context):
        return []
    return [
        slot
        for column in columns
        for slot in slots_of_cell(block, row, row, column, column.meanings, None, context)
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
