"""Which year a column's figures are of."""

from __future__ import annotations

from kpi.domain.issue import Choice, Code
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.tables.blocks import Block
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.periods import years_in


def period_of_column(block: Block, heading: Heading, context: Context) -> Period | None:
    """The one year the heading names, else the title's, else the one asked for; asked where there are several.

    What the title leaves open is asked once for all columns of the table.
    """
    if not heading.years and block.title.half_or_quarter:
        return block.title.half_or_quarter
    years = heading.years or block.title.years
    if not years:
        measured = (other for other in block.headings if other.kind is not HeadingKind.COMPARISON)
        years = list(dict.fromkeys(year for other in measured for year in other.years))
    if len(years) > 1 and not heading.years and context.request.year in years:
        years = [context.request.year]
    if len(years) == 1:
        return Period(years[0])
    if not years and context.request.year:
        return Period(context.request.year)
    cell = block.heading_cell(heading.column) if heading.years else _where_years_are_named(block)
    place = {"sheet": block.view.name, "cell": cell, "expected": "year"}
    if not years:
        context.findings.add(Code.YEAR_MISSING, **place)
        return None
    choices = [Choice(str(year), str(year)) for year in years]
    found = ", ".join(str(year) for year in years)
    answer = context.findings.ask(Code.YEAR_MISSING, "", choices, found=found, **place)
    return Period(int(answer)) if answer else None


def _where_years_are_named(block: Block) -> str | None:
    """The title's line that names years, else the first heading."""
    titles = (cell.address for cell in block.title.cells if years_in(cell.text))
    headings = (place for heading in block.headings if (place := block.heading_cell(heading.column)))
    return next(titles, None) or next(headings, None)
