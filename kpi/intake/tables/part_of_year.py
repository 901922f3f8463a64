"""Columns under a title about nine months, a month or a half-year: which of them hold a whole year's figures."""

from __future__ import annotations

from kpi.domain.issue import Code
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import name_aside
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.title_times import until_years_end


def headings_in_time(block: Block, context: Context) -> list[Heading]:
    """The headings whose figures are of a whole year, or of the half or quarter the title is about.

    The others are left aside and named; where only those hold figures, the table is refused.
    """
    if block.title.part_of_year is None:
        return list(block.headings)
    kept = [heading for heading in block.headings if _is_in_time(heading, block, context)]
    figures = [heading for heading in block.headings if _may_be_figure(block, heading, context)]
    if not any(heading in kept for heading in figures):
        cell = block.title.cells[0].address if block.title.cells else None
        place = {"sheet": block.view.name, "cell": cell}
        context.findings.add(
            Code.YEAR_MISSING, **place, found=block.title.part_of_year, expected="whole-year"
        )
        return []
    for heading in (h for h in figures if h not in kept):
        name_aside(Code.COLUMN_UNKNOWN, block, heading, context)
    return kept


def half_or_quarter(block: Block, heading: Heading, context: Context) -> Period | None:
    """The half or quarter of the title that a column is of, where no year was asked for and it says no other time."""
    of_year = heading.years or until_years_end(heading.text) or context.request.year is not None
    return None if of_year else block.title.half_or_quarter


def _is_in_time(heading: Heading, block: Block, context: Context) -> bool:
    """Whether a column says itself that it is a year's, or is one of the title's own time.

    A column of the part beside, «9 tháng 2018», makes those that name a year alone whole years'. A plain column
    is the year's only where the title speaks of the year too, and another column tells the two apart.
    """
    if until_years_end(heading.text) or (heading.stage is Stage.ESTIMATE and heading.years):
        return True
    if half_or_quarter(block, heading, context) is not None:
        return True
    part_beside = any(other.kind is HeadingKind.PART_OF_YEAR for other in block.headings)
    if part_beside and heading.years:
        return True
    if not block.title.of_whole_year_too or heading.stage is Stage.OFFICIAL:
        return False
    estimated = any(other.stage is Stage.ESTIMATE for other in block.headings)
    return heading.stage is Stage.ESTIMATE or part_beside or estimated


def _may_be_figure(block: Block, heading: Heading, context: Context) -> bool:
    kind = heading.kind_among(context.indicators.knows)
    return (
        kind is HeadingKind.FIGURE and heading.column > block.name_column and block.has_values(heading.column)
    )
