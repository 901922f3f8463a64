"""«% TH», «Tỷ lệ (%)» beside a plan: the share achieved, or how much of the plan was? The words don't tell."""

from __future__ import annotations

import re

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.slots import Role, roles_of
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn, name_aside, place_of
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.text import tidy

_BARE_RATE = re.compile(
    r"(?:%|\(%\)|t[ỷỉ] lệ|tl)[\s%()]*(?:(?:thực hiện|th|đạt|đạt được)\b)?[\s%()]*(?:(?:năm )?\d{4})?[\s%()]*"
    r"(?:(?:thực hiện|th)\b(?: năm)?(?: \d{4})?)?"
)


def without_completion_rates(
    columns: list[FigureColumn], block: Block, context: Context
) -> list[FigureColumn]:
    """The columns, bare rates beside a plan asked about, or left aside where another column holds the actual.

    A rate beside the counts of its share stays: it repeats them, and is held against them.
    """
    planned = any(h.kind is HeadingKind.PLANNED and block.has_values(h.column) for h in block.headings)
    if not planned:
        return columns
    return [c for c in columns if not _is_bare_rate(c.heading) or _is_actual(c, columns, block, context)]


def _is_bare_rate(heading: Heading) -> bool:
    return bool(heading.levels) and bool(_BARE_RATE.fullmatch(tidy(heading.levels[-1])))


def _is_actual(column: FigureColumn, columns: list[FigureColumn], block: Block, context: Context) -> bool:
    beside = [c for c in columns if c is not column and c.period == column.period]
    if any(_names_a_count(c) for c in beside) or not _may_be_read(column):
        return True
    if any(not _is_bare_rate(c.heading) for c in beside):
        name_aside(Code.COLUMN_UNKNOWN, block, column.heading, context)
        return False
    answer = context.findings.ask(
        Code.INDICATOR_UNKNOWN,
        "",
        [Choice(Role.VALUE.value, column.heading.text), Choice("none", "–")],
        sheet=block.view.name,
        cell=place_of(block, column.heading),
        found=column.heading.text,
        expected="share-or-completion",
    )
    return answer == Role.VALUE.value


def _may_be_read(column: FigureColumn) -> bool:
    """Not where the title names an indicator that is never reported as a share."""
    return not column.meanings or any(m.role in roles_of(m.indicator) for m in column.meanings)


def _names_a_count(column: FigureColumn) -> bool:
    counted = (Role.NUMERATOR, Role.DENOMINATOR)
    return column.role in counted or (
        not column.by_title and any(meaning.role in counted for meaning in column.meanings)
    )
