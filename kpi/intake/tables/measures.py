"""Whether a unit of measure is one a figure can have: people where people are counted, per cent for a share.

«Lượt người», «hồ sơ», «điểm» beside a known name may make another figure of it: that is asked about.
"""

from __future__ import annotations

from kpi.intake.context import Context
from kpi.intake.tables.block_scales import measure_of_heading, measure_of_row
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn, chosen, shares_of
from kpi.intake.words.counted_in import fits, is_percent, is_usual
from kpi.intake.words.headings import HeadingKind, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.workbook.grid import Cell


def of_row_in_its_measure(
    block: Block, row: int, name: Cell, meanings: tuple[Meaning, ...], context: Context
) -> tuple[Meaning, ...]:
    """What a row is about, asked where its own unit of measure says otherwise."""
    measure = measure_of_row(block, row)
    if measure is None or all(fits(measure, meaning) for meaning in meanings):
        return meanings
    offered = [*meanings, *shares_of(meanings)] if says_share(measure) else list(meanings)
    place = block.view.cell(row, block.columns_by_kind[HeadingKind.MEASURE]) or name
    return tuple(context.meanings_chosen(offered, block.view.name, place.address, measure))


def in_their_measure(block: Block, columns: list[FigureColumn], context: Context) -> list[FigureColumn]:
    """The columns whose figures can be in the measure their heading or the table says; others are asked about.

    A heading that says itself what it counts, «Số đơn vị …», is not held against people or employers.
    """
    rows = [measure for row in block.body_rows if (measure := measure_of_row(block, row))]
    lines = [*block.measures.values(), *block.measures_said]
    all_counts = all(column.holds_counts for column in columns)
    return [
        column
        for column in columns
        if not (_doubted_by_row(column, rows) if rows else _doubted(column, lines, all_counts))
        or chosen(list(column.meanings), block, column.heading, context)
    ]


def _doubted_by_row(column: FigureColumn, rows: list[str]) -> bool:
    """Whether a row's own measure is none of the column's: of rows that are units each says the same."""
    return bool(column.meanings) and any(
        not is_percent(row) and not any(fits(row, m) for m in column.meanings) for row in rows
    )


def _doubted(column: FigureColumn, lines: list[str], all_counts: bool) -> bool:
    own = measure_of_heading(column)
    said = [own] if own else lines
    if not said or not column.meanings:
        return False
    if all_counts and not own and all(map(is_percent, said)):
        return True
    usual = not own and any(is_usual(line) or says_share(line) for line in said)
    if usual and (says_count(column.heading.text) or not column.holds_counts):
        return False
    return not any(is_percent(line) or fits(line, m) for line in said for m in column.meanings)
