"""At which scale counts are given: «ĐVT: nghìn người», and when that is doubtful."""

from __future__ import annotations

import re

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.words.headings import HeadingKind
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell, CellKind

HUNDRED, THOUSAND = 100, 1000
_HUNDREDS = re.compile(r"(?<!\bphần )\btrăm\b")  # «phần trăm» is per cent
_THOUSANDS = re.compile(r"\b(?:nghìn|ngàn|1\.?000)\b")
_MONEY = re.compile(r"\b(?:đồng|vnđ|tỷ|triệu)\b")


def scale_of(block: Block, row: int, column: FigureColumn, context: Context) -> int | None:
    """What the counts of a column are multiplied with; None while that is in question.

    Under «nghìn người» a column with decimals is in thousands; one of whole numbers may as well be people, and a
    measure of money over people contradicts itself: both are asked about, as are «trăm người».
    """
    said = _measure(block, row, column)
    if said is None:
        return 1
    thousands = bool(_THOUSANDS.search(tidy(said)))
    hundreds = bool(_HUNDREDS.search(tidy(said)))
    if not thousands and not hundreds and not _MONEY.search(tidy(said)):
        return 1
    if thousands and not _MONEY.search(tidy(said)) and _has_decimals(block, column):
        return THOUSAND
    scale = HUNDRED if hundreds else THOUSAND
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


def _measure(block: Block, row: int, column: FigureColumn) -> str | None:
    """The measure of the row, of the heading, of a line above the row, else of the lines above the table."""
    if (own_row := measure_of_row(block, row)) is not None:
        return own_row
    own = [
        level
        for level in column.heading.levels
        if any(scale.search(tidy(level)) for scale in (_THOUSANDS, _HUNDREDS, _MONEY))
    ]
    between = [block.measures[row]] if row in block.measures else []
    return next(iter([*own, *between, *block.title.measures]), None)


def _has_decimals(block: Block, column: FigureColumn) -> bool:
    cells = (block.view.cell(row, column.column) for row in block.body_rows)
    return any(_is_decimal(cell) for cell in cells if cell is not None)


def _is_decimal(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER and "." in cell.text
