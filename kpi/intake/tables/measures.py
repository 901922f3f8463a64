"""Whether a unit of measure is one a figure can have: people where people are counted, per cent for a share.

«Lượt người», «hồ sơ», «điểm» beside a known name may make another figure of it: that is asked about.
"""

from __future__ import annotations

import re

from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.block_scales import measure_of_row
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn, chosen, shares_of
from kpi.intake.words.headings import HeadingKind, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.text import fold, tidy
from kpi.intake.workbook.grid import Cell

_LABEL = re.compile(
    r".*\b(?:đvt|đơn vị tính|đv tính|đ\.vị tính)\b"
)  # what stands before the measure on its line
_SCALE = re.compile(r"\b(?:nghìn|ngàn|1\.?000|(?<!phần )trăm|triệu|tỷ(?! lệ))\b")  # asked about as a scale
_BETWEEN = re.compile(r"[,;/]| và | hoặc ")  # «người, %»: each of some figures of the table
_MONEY = {"đồng", "vnđ", "vnd"}
_PEOPLE = {"người", "lao động", "người lao động", "nlđ", "lđ", "nhân sự", "cán bộ"}
_EMPLOYERS = {"đơn vị", "đv", "đơn vị sdlđ", "đơn vị sử dụng lao động"}
_BY_NOUN = {"người": _PEOPLE | {"phiếu"}, "đơn vị": _EMPLOYERS}
_USUAL = {fold(word) for word in _PEOPLE | _EMPLOYERS | _MONEY | {"phiếu"}}


def of_row_in_its_measure(
    block: Block, row: int, name: Cell, meanings: tuple[Meaning, ...], context: Context
) -> tuple[Meaning, ...]:
    """What a row is about, asked where its own unit of measure says otherwise."""
    measure = measure_of_row(block, row)
    if measure is None or all(_fits(measure, meaning) for meaning in meanings):
        return meanings
    offered = [*meanings, *shares_of(meanings)] if says_share(measure) else list(meanings)
    place = block.view.cell(row, block.columns_by_kind[HeadingKind.MEASURE]) or name
    return tuple(context.meanings_chosen(offered, block.view.name, place.address, measure))


def in_their_measure(block: Block, columns: list[FigureColumn], context: Context) -> list[FigureColumn]:
    """The columns whose figures can be in the measure a line of the table says; others are asked about.

    A heading that says itself what it counts, «Số đơn vị …», is not held against people or employers.
    """
    lines = [*block.measures.values(), *block.title.measures]
    return [
        column
        for column in columns
        if not _doubted(column, lines) or chosen(list(column.meanings), block, column.heading, context)
    ]


def _doubted(column: FigureColumn, lines: list[str]) -> bool:
    if not lines or not column.meanings:
        return False
    usual = any(_parts(line) <= _USUAL or says_share(line) for line in lines)
    if usual and (says_count(column.heading.text) or not column.holds_counts):
        return False
    return not any(says_share(line) or _fits(line, m) for line in lines for m in column.meanings)


def _fits(measure: str, meaning: Meaning) -> bool:
    """Whether a figure can be in a measure; one in money is asked about as a scale."""
    parts = _parts(measure)
    if not parts or parts & _MONEY:
        return not says_share(measure) or meaning.role is Role.VALUE
    if meaning.role is Role.VALUE:
        return says_share(measure)
    noun = meaning.indicator.noun
    counted = {fold(word) for word in _BY_NOUN.get(noun, {noun})}
    return bool(parts & counted) or (noun not in _BY_NOUN and not parts & _USUAL)


def _parts(measure: str) -> set[str]:
    """The units a measure names, without their scale and the sign of per cent."""
    plain = _SCALE.sub(" ", _LABEL.sub("", tidy(measure)))
    return {part for text in _BETWEEN.split(plain) if (part := fold(text))}
