"""Where an office's tables are on a sheet: found by what their rows name, not by where they stand.

A row of the body names a unit, an indicator or a year and has values to the right of the name; what stands above
the first of them is the heading, what stands above that the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.tables.bands import band_in, line_in
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.body_rows import TITLE_WORD, is_body_row, is_line_of_body
from kpi.intake.tables.cell_kinds import is_code_row, is_figure, is_value, is_year, may_be_value
from kpi.intake.tables.heading_rows import FOOT, heading_rows_above
from kpi.intake.tables.name_columns import columns_of_names
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.tables.titles import Title
from kpi.intake.tables.year_labels import year_label
from kpi.intake.words.headings import Heading, HeadingKind, is_period_heading
from kpi.intake.words.periods import years_in
from kpi.intake.words.text import fold, tidy
from kpi.intake.words.unit_names import UnitFound
from kpi.intake.workbook.grid import Cell, CellKind

FARTHEST_TABLE = 3_000  # rows: where as many name nothing, it is a list of something else
_RUNS_ON = re.compile(r"\(?(?:phần )?tiếp(?: theo)?\)?")  # wherever it stands between two pages of a table
_KNOWN_UNITS = (UnitFound.ONE, UnitFound.AMBIGUOUS, UnitFound.ELSEWHERE, UnitFound.REMARKED)


def find_blocks(view: SheetView, context: Context) -> list[Block]:
    """The tables of a sheet, from the top, and those side by side from the left."""
    blocks: list[Block] = []
    above = 0
    while (found := _next_blocks(view, above, context)) is not None:
        blocks += found
        above = max(block.body_rows[-1] for block in found)
    return blocks or _one_line(view, context)


def _one_line(view: SheetView, context: Context) -> list[Block]:
    """A sheet's only line of figures, right below headings that name several: the province's, or its centre's."""
    rows = [row for row in view.rows[:FARTHEST_TABLE] if not is_code_row(view.in_row(row))]
    for place, (heading, line) in enumerate(pairwise(rows)):
        if not _heads_several(view, heading, line, context):
            continue
        if any(_holds_figures(view.in_row(row)) for row in rows[place + 2 :]):
            return []
        texts = (c for c in view.in_row(line) if c.kind is CellKind.TEXT and not is_value(c))
        name = next((cell.column for cell in texts), 0)
        heads = heading_rows_above(view, line, name, 0) or (heading,)
        title = Title(view, heads[0], 0, line)
        return [Block(view, Axis.ONE_LINE, name, None, view.last_column, heads, (line,), title)]
    return []


def _heads_several(view: SheetView, heading: int, line: int, context: Context) -> bool:
    """Whether a row names two figures at least, one of them outright, and the line below holds figures under them."""
    texts = [cell for cell in view.in_row(heading) if cell.kind is CellKind.TEXT]
    named = [cell for cell in texts if context.indicators.meanings(cell.text)]
    near = [c for c in texts if named and c not in named and context.indicators.near_meanings(c.text)]
    return len(named + near) > 1 and all(is_figure(view.cell(line, c.column)) for c in named + near)


def is_empty_form(view: SheetView, context: Context) -> bool:
    """Whether a sheet without any table names units and what to report of them, or indicators in its rows."""
    cells = [cell for row in view.rows[:FARTHEST_TABLE] for cell in view.in_row(row)]
    named = {axis for cell in cells if (axis := _names(view, cell, context)) is not None}
    figures = sum(is_figure(cell) and not is_year(cell) and cell.column > 1 for cell in cells)
    return Axis.INDICATORS in named and not figures


def _next_blocks(view: SheetView, above: int, context: Context) -> list[Block] | None:
    rows = [row for row in view.rows if row > above]
    near = rows[:FARTHEST_TABLE]
    anchor = next((found for row in near if (found := _anchor(view, row, context))), None)
    if anchor is None:
        _name_what_was_not_searched(view, rows[len(near) :], context)
        return None
    row, column, axis = anchor
    top = _top_of_body(view, row, column, above)
    heading_rows = heading_rows_above(view, top, column, above)
    body = _body(view, top, column, heading_rows, context)
    title = Title(view, (heading_rows or (top,))[0], above, body[-1])
    named = {
        other: _columns_naming(view, body, column, other, context) for other in (Axis.UNITS, Axis.INDICATORS)
    }
    if axis is Axis.UNITS and named[Axis.INDICATORS]:
        name, unit = named[Axis.INDICATORS][0], column
        return [Block(view, Axis.INDICATORS, name, unit, view.last_column, heading_rows, body, title)]
    if axis is Axis.INDICATORS and named[Axis.UNITS]:
        return [Block(view, axis, column, named[Axis.UNITS][0], view.last_column, heading_rows, body, title)]
    if axis is Axis.UNITS and _stand_below_indicators(view, body, column, heading_rows, context):
        axis = Axis.INDICATORS
    if axis is Axis.INDICATORS and len(body) == 1 and _heads_others(view, heading_rows, row, column, context):
        axis = Axis.ONE_LINE
    starts = [column]
    if axis is Axis.UNITS:
        starts = columns_of_names(view, heading_rows, body, [column, *named[Axis.UNITS]], context)
    if len(starts) == 1:
        return [Block(view, axis, starts[0], None, view.last_column, heading_rows, body, title)]
    return _side_by_side(view, starts, above, heading_rows, body)


def _side_by_side(
    view: SheetView, starts: list[int], above: int, heading_rows: tuple[int, ...], body: tuple[int, ...]
) -> list[Block]:
    """Tables of units side by side, each below the title in its own columns; words over names alone are titles too."""
    names = {column for start in starts for column in (start, _edge(view, heading_rows, start))}
    while len(heading_rows) > 1 and all(_stands_over(view, heading_rows[0], names)):
        heading_rows = heading_rows[1:]
    ends = [start - 1 for start in starts[1:]] + [view.last_column]
    first, blocks = (heading_rows or body)[0], []
    for start, end in zip(starts, ends, strict=True):
        columns = range(1 if start == starts[0] else _edge(view, heading_rows, start), end + 1)
        title = Title(view, first, above, body[-1], columns)
        blocks.append(
            Block(view, Axis.UNITS, start, None, end, heading_rows, body, title, start == starts[0])
        )
    return blocks


def _stands_over(view: SheetView, row: int, names: set[int]) -> Iterator[bool]:
    """Of each text of a row, whether it stands over a column of names, and over no other."""
    shown = [(column, view.filled(row, column)) for column in range(1, view.last_column + 1)]
    return (column in names for column, cell in shown if cell is not None)


def _edge(view: SheetView, heading_rows: tuple[int, ...], start: int) -> int:
    """Where a table begins whose names are in a column: at the numbers left of them, if there are any."""
    heads = (view.filled(row, start - 1) for row in reversed(heading_rows))
    head = next((cell for cell in heads if cell is not None), None)
    numbers = head is not None and Heading(head.column, (head.text,)).kind is HeadingKind.NUMBERING
    return start - 1 if numbers else start


def _stand_below_indicators(
    view: SheetView, body: tuple[int, ...], name_column: int, heading_rows: tuple[int, ...], context: Context
) -> bool:
    """Whether lines among the names of units say what is counted, and the headings do not: «I. Số người tham gia …»."""
    lines = (line for row in body if (line := line_in(view, row, name_column)) is not None)
    if not any(context.indicators.meanings(line.text) for line in lines):
        return False
    heads = (cell for row in heading_rows for cell in view.in_row(row))
    return not any(context.indicators.meanings(cell.text) for cell in heads)


def _heads_others(
    view: SheetView, heading_rows: tuple[int, ...], row: int, name_column: int, context: Context
) -> bool:
    """Whether the headings name figures of other indicators than the line's name does: «Người tham gia BHTN»."""
    if not heading_rows or not _heads_several(view, heading_rows[-1], row, context):
        return False
    name = view.filled(row, name_column)
    own = {m.indicator.id for m in context.indicators.meanings(name.text)} if name else set()
    heads = view.in_row(heading_rows[-1])
    return not any(m.indicator.id in own for head in heads for m in context.indicators.meanings(head.text))


def _name_what_was_not_searched(view: SheetView, rows: list[int], context: Context) -> None:
    if rows:
        first = view.in_row(rows[0])[0]
        context.findings.add(Code.NOTE_SKIPPED, sheet=view.name, cell=first.address, found=first.text)


def _anchor(view: SheetView, row: int, context: Context) -> tuple[int, int, Axis] | None:
    """The first name of a row that has values to its right."""
    cells = view.in_row(row)
    values = (c for c in reversed(cells) if may_be_value(c) and not _names_a_year(c))
    last_value = next((c.column for c in values), 0)
    left = (cell for cell in cells if cell.column < last_value)
    named = [(cell, axis) for cell in left if (axis := _names(view, cell, context)) is not None]
    heads = [cell for cell, axis in named if axis is Axis.INDICATORS]
    if heads and not _holds_figures(cells) and (len(heads) > 1 or _figures_below(view, heads[0])):
        return None  # a heading: over several columns, or over figures and beside years
    named.sort(key=lambda found: found[1] is Axis.YEARS)  # a year stands beside units or indicators, or alone
    return (row, named[0][0].column, named[0][1]) if named else None


def _figures_below(view: SheetView, head: Cell) -> bool:
    below = view.cell(head.row + 1, head.column)
    return is_figure(below) and not is_year(below)


def _names_a_year(cell: Cell) -> bool:
    """«Đã tham gia năm 2018»: a short heading, no value."""
    return cell.kind is CellKind.TEXT and not is_value(cell) and bool(years_in(cell.text))


def _holds_figures(cells: list[Cell]) -> bool:
    return any(is_figure(cell) and not is_year(cell) for cell in cells)


def _names(view: SheetView, cell: Cell, context: Context) -> Axis | None:
    context.effort.look()
    if cell.kind is CellKind.TEXT and context.indicators.meanings(cell.text):
        return Axis.INDICATORS
    if cell.kind is CellKind.TEXT and (
        context.names_unit(cell.text, _KNOWN_UNITS) or context.units.spells(cell.text)
    ):
        return Axis.UNITS
    if year_label(cell.text) is not None and _stands_below_years(view, cell):
        return Axis.YEARS
    return None


def _stands_below_years(view: SheetView, cell: Cell) -> bool:
    above = next(
        (c for row in range(cell.row - 1, 0, -1) if (c := view.cell(row, cell.column)) is not None), None
    )
    return above is not None and is_period_heading(above.text)


def _columns_naming(
    view: SheetView, body: tuple[int, ...], name_column: int, axis: Axis, context: Context
) -> list[int]:
    """Columns right of the names where most rows name something too: another table's names, or the second of two."""
    found = []
    for column in range(name_column + 1, view.last_column + 1):
        cells = [cell for row in body if (cell := view.cell(row, column)) is not None]
        named = [cell for cell in cells if _names(view, cell, context) is axis]
        if len(named) > 1 and 2 * len(named) > len(cells):
            found.append(column)
    return found


def _top_of_body(view: SheetView, row: int, name_column: int, above: int) -> int:
    """Rows with values right above belong to the body too: totals, groups, lines nobody knows; and lines between."""
    while row - 1 > above:
        up = row - 1
        while up > above and is_line_of_body(view, up, name_column):
            up -= 1
        if is_body_row(view, up, name_column) and up > above:
            row = up
        elif up < row - 1 and up > above and _heads_columns(view, up, name_column):
            return up + 1
        else:
            break
    return row


def _heads_columns(view: SheetView, row: int, name_column: int) -> bool:
    return is_code_row(view.in_row(row)) or any(c.column > name_column for c in view.in_row(row))


def _body(
    view: SheetView, top: int, name_column: int, heading_rows: tuple[int, ...], context: Context
) -> tuple[int, ...]:
    """The rows from the top of the body to its foot, or to the title or heading of the next table."""
    rows = [top]
    headed = [_texts(view, row) for row in heading_rows]
    for row in (r for r in view.rows if r > top):
        cells = view.in_row(row)
        if is_code_row(cells) or (_texts(view, row) in headed and row - rows[-1] <= len(headed)):
            continue
        if _ends_table(view, row, name_column, context):
            break
        rows.append(row)
    while len(rows) > 1 and _is_note(view, rows[-1], name_column, context):
        rows.pop()
    return tuple(rows)


def _is_note(view: SheetView, row: int, name_column: int, context: Context) -> bool:
    """A lone text that names nothing, with no figure beside it: below the last figures it is no row of the table."""
    cells, name = view.in_row(row), view.filled(row, name_column)
    lone = len(cells) == 1 and cells[0].kind is CellKind.TEXT and not is_value(cells[0])
    return lone and (name is None or _names(view, name, context) is None)


def _ends_table(view: SheetView, row: int, name_column: int, context: Context) -> bool:
    """A row without values that is a foot, a title or another heading; a group's or unit's own line is none."""
    cells = view.in_row(row)
    if is_body_row(view, row, name_column) or _RUNS_ON.fullmatch(tidy(cells[0].text)):
        return False
    right = [c for c in cells if c.column > name_column and c.kind is CellKind.TEXT and not is_value(c)]
    name = view.filled(row, name_column)
    if name is not None and _names(view, name, context) is not None:
        return False
    figure = next((c.column for c in cells if is_figure(c) and not is_year(c)), 0)
    labelled = all(c.column < figure for c in right)
    if name is None and figure and labelled and view.in_row(row - 1):
        return False  # figures whose name is missing: to be said, not to be lost
    first = tidy(cells[0].text)
    ends = bool(FOOT.match(first) or TITLE_WORD.match(first))
    lone = len(cells) == 1 and cells[0].column < name_column and cells[0].kind is CellKind.TEXT
    between = band_in(view, row, name_column) or (not ends and (lone or line_in(view, row, name_column)))
    if between and is_body_row(view, row + 1, name_column):
        return False  # «Năm 2018», «(tiếp theo)», «II. Vùng miền núi» in the column of numbers
    return ends or len(right) > 0 or name is None


def _texts(view: SheetView, row: int) -> tuple[str, ...]:
    return tuple(fold(cell.text) for cell in view.in_row(row))
