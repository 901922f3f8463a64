"""Columns whose words don't tell what they hold: a rate of who knows what, a month beside its running total."""

from __future__ import annotations

import re

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.slots import Role, roles_of
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn, name_aside, place_of
from kpi.intake.words.headings import Heading, HeadingKind, is_running_total, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.said import of_health_insurance_alone
from kpi.intake.words.text import tidy

_BARE_RATE = re.compile(
    r"(?:%|\(%\)|t[ỷỉ] lệ|tl)[\s%()]*(?:(?:thực hiện|th|đạt|đạt được)\b)?[\s%()]*(?:(?:năm )?\d{4})?[\s%()]*"
    r"(?:(?:thực hiện|th)\b(?: năm)?(?: \d{4})?)?"
)
_WHOLE_YEAR = ("cả năm", "năm", "tổng năm")
_SUMS = (*_WHOLE_YEAR, "tổng", "tổng số", "tổng cộng", "cộng")
_PARTS_OF_A_YEAR = (4, 12)  # quarters, months
_NO_FIGURES = (HeadingKind.NUMBERING, HeadingKind.REMARK, HeadingKind.MEASURE, HeadingKind.PERIOD)


def without_completion_rates(
    columns: list[FigureColumn], block: Block, context: Context
) -> list[FigureColumn]:
    """The columns; a bare rate is asked about, or left aside where another column holds the actual.

    It stays beside both counts of its share, which it repeats and is held against, and where there is nothing else
    in the table that it could be a rate of.
    """
    return [c for c in columns if not _is_bare_rate(c.heading) or _is_actual(c, columns, block, context)]


def without_running_totals(columns: list[FigureColumn], block: Block, context: Context) -> list[FigureColumn]:
    """Columns beside a running total, under the same group, are of some month; those that name a year are not."""
    totals = [h.levels[:-1] for h in block.headings if h.levels and is_running_total(h.levels[-1])]
    for_some_month = [c for c in columns if c.heading.levels[:-1] in totals and not c.heading.years]
    for column in for_some_month:
        name_aside(Code.COLUMN_UNKNOWN, block, column.heading, context)
    return [column for column in columns if column not in for_some_month]


def without_sums_of_others(columns: list[FigureColumn], block: Block, context: Context) -> list[FigureColumn]:
    """The columns, but sums of the months or changes beside them that, as a person says, are no year's figures."""
    return [
        c for c in columns if not (others := _added_up(c, block)) or _holds_year(c, others, block, context)
    ]


def _added_up(column: FigureColumn, block: Block) -> list[Heading]:
    """What a bare «Tổng», «Cả năm» under a group may add up: parts of a year, changes, another insurance."""
    levels = column.heading.levels
    if len(levels) < 2 or tidy(levels[-1]) not in _SUMS:
        return []
    beside = [h for h in block.headings if h.levels[:-1] == levels[:-1] and h.column != column.column]
    parts = [h for h in beside if h.kind is HeadingKind.PART_OF_YEAR]
    if tidy(levels[-1]) in _WHOLE_YEAR and len(parts) in _PARTS_OF_A_YEAR:
        return []
    others = (
        h for h in beside if h.kind is HeadingKind.COMPARISON or of_health_insurance_alone(tidy(h.levels[-1]))
    )
    return [*parts, *others]


def _holds_year(column: FigureColumn, others: list[Heading], block: Block, context: Context) -> bool:
    added = ", ".join(heading.levels[-1] for heading in others)
    return context.holds_whole(block.view.name, column.place, column.heading.text, added)


def without_rates_of_counts(
    meanings: tuple[Meaning, ...], column: FigureColumn, block: Block, context: Context
) -> tuple[Meaning, ...]:
    """What a row's figure under a heading is; «Kết quả (%)» beside a count that has no share is left aside."""
    if not says_share(column.heading.text) or says_count(column.heading.text):
        return meanings
    kept = tuple(m for m in meanings if Role.VALUE in roles_of(m.indicator))
    if len(kept) < len(meanings):
        name_aside(Code.COLUMN_UNKNOWN, block, column.heading, context)
    return kept


def _is_bare_rate(heading: Heading) -> bool:
    return bool(heading.levels) and bool(_BARE_RATE.fullmatch(tidy(heading.levels[-1])))


def _is_actual(column: FigureColumn, columns: list[FigureColumn], block: Block, context: Context) -> bool:
    beside = [c for c in columns if c is not column and c.period == column.period]
    if _repeats_counts(beside) or not _may_be_read(column) or not _has_rivals(column, columns, block):
        return True
    if any(not _is_bare_rate(c.heading) and not _names_a_count(c) for c in beside):
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


def _repeats_counts(beside: list[FigureColumn]) -> bool:
    """Whether both counts of a share stand beside: «Tử số» and «Mẫu số», or those of one indicator by name."""
    bare = {column.role for column in beside}
    named = {(m.indicator.id, m.role) for c in beside if not c.by_title for m in c.meanings}
    both = {indicator for indicator, role in named if role is Role.NUMERATOR} & {
        indicator for indicator, role in named if role is Role.DENOMINATOR
    }
    return bool(both) or bare >= {Role.NUMERATOR, Role.DENOMINATOR}


def _has_rivals(column: FigureColumn, columns: list[FigureColumn], block: Block) -> bool:
    """Whether the table holds a plan, or figures nobody knows, that the rate could be of."""
    read = {c.column for c in columns}
    others = (h for h in block.headings if h.column not in read and block.has_values(h.column))
    kinds = [heading.kind for heading in others if heading.levels]
    if any(_names_a_count(c) for c in columns):
        return any(kind not in _NO_FIGURES for kind in kinds)
    return HeadingKind.PLANNED in kinds


def _may_be_read(column: FigureColumn) -> bool:
    """Not where the title names an indicator that is never reported as a share."""
    return not column.meanings or any(m.role in roles_of(m.indicator) for m in column.meanings)


def _names_a_count(column: FigureColumn) -> bool:
    counted = (Role.NUMERATOR, Role.DENOMINATOR)
    return column.role in counted or (
        not column.by_title and any(meaning.role in counted for meaning in column.meanings)
    )
