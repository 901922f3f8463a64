"""At which scale counts are given: «ĐVT: nghìn người», and when that is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.words.headings import HeadingKind
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.measure_words import measure_in, says_money, scale_said
from kpi.intake.workbook.grid import Cell, CellKind

THOUSAND = 1000
MONEY = "đồng"
MOST_MONEY = 10**14  # đồng: more than a province collects in a year


def scale_of(
    block: Block, row: int, column: FigureColumn, meanings: Sequence[Meaning], context: Context
) -> int | None:
    """What the counts of a column are multiplied with; None while that is in question.

    Under «nghìn người» a column with decimals is in thousands; one of whole numbers, or with one as large as people
    are counted, may as well be people: that is asked about, as are all other scales. «Triệu đồng» over money is
    plain, unless a figure is as large as money is in đồng.
    """
    said = _measure(block, row, column) if any(m.role is not Role.VALUE for m in meanings) else None
    scale = scale_said(said) if said else None
    if said is None or scale is None:
        return 1
    if scale == THOUSAND and not says_money(said) and _is_in_thousands(block, column):
        return scale
    if all(m.indicator.noun == MONEY for m in meanings) and _is_plain_money(said, scale, block, row, column):
        return scale
    answer = context.findings.ask(
        Code.SCALE_UNCLEAR,
        "",
        [Choice("1", "× 1"), Choice(str(scale), f"× {scale}")],
        sheet=block.view.name,
        cell=_place(block, row, column),
        found=said,
        expected="whole-number",
    )
    return int(answer) if answer else None


def _place(block: Block, row: int, column: FigureColumn) -> str | None:
    """The figure whose row has a measure of its own, else the column's heading."""
    cell = block.view.cell(row, column.column) if measure_of_row(block, row) is not None else None
    return cell.address if cell is not None else column.place


def measure_of_row(block: Block, row: int) -> str | None:
    """The unit of measure a row's own column gives."""
    measures = block.columns_by_kind.get(HeadingKind.MEASURE)
    cell = block.view.filled(row, measures) if measures is not None else None
    return cell.text if cell is not None else None


def measure_of_heading(column: FigureColumn) -> str | None:
    """The unit of measure a column's own heading gives, the lowest level first: «… (nghìn người)»."""
    return next((found for level in reversed(column.heading.levels) if (found := measure_in(level))), None)


def _measure(block: Block, row: int, column: FigureColumn) -> str | None:
    """The measure of the row, of the heading, of a line above the row, else of the lines around the table.

    Of several lines the one with a scale: which figures it is about, only a person can say.
    """
    if (own_row := measure_of_row(block, row)) is not None:
        return own_row
    levels = [level for level in column.heading.levels if scale_said(level)]
    own = measure_of_heading(column) or next(iter(levels), None)
    said = [said for said in (own, block.measures.get(row)) if said] or block.measures_said
    return next((line for line in said if scale_said(line)), None)


def _is_in_thousands(block: Block, column: FigureColumn) -> bool:
    cells = block.cells_of(column.column)
    people = any(
        c.kind is CellKind.NUMBER and not _is_decimal(c) and Decimal(c.text) >= THOUSAND for c in cells
    )
    return any(map(_is_decimal, cells)) and not people


def _is_plain_money(said: str, scale: int, block: Block, row: int, column: FigureColumn) -> bool:
    """Not where the row has a measure of its own: its neighbours' figures tell nothing about its size."""
    if not says_money(said) or measure_of_row(block, row) is not None:
        return False
    numbers = (Decimal(c.text) for c in block.cells_of(column.column) if c.kind is CellKind.NUMBER)
    return all(number * scale < MOST_MONEY for number in numbers)


def _is_decimal(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER and "." in cell.text
