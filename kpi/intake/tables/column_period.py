"""Which year a column's figures are of."""

from __future__ import annotations

from kpi.domain.issue import Choice, Code
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.part_of_year import half_or_quarter
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.periods import years_in
from kpi.intake.words.text import tidy


def period_of_column(block: Block, heading: Heading, context: Context) -> Period | None:
    """The one year the heading names, else the title's, else the one asked for; asked where there are several.

    What the title leaves open is asked once for all columns of the table.
    """
    within = half_or_quarter(block, heading, context)
    if within is not None:
        return within
    years = heading.years or _years_of_table(block)
    asked = context.request.year
    in_doubt = not heading.years and _is_in_doubt(block, context)
    if len(years) == 1 and not in_doubt:
        return Period(years[0])
    if not years and asked and not in_doubt:
        return Period(asked)
    offered = list(dict.fromkeys([*years, *([asked] if asked and in_doubt else [])]))
    cell = block.heading_cell(heading.column) if heading.years else _where_years_are_named(block)
    place = {"sheet": block.view.name, "cell": cell, "expected": "year"}
    if not offered:
        context.findings.add(Code.YEAR_MISSING, **place)
        return None
    choices = [Choice(str(year), str(year)) for year in offered]
    choices += [Choice("none", "–")] if in_doubt else []
    found = ", ".join(str(year) for year in offered)
    answer = context.findings.ask(Code.YEAR_MISSING, "", choices, found=found, **place)
    return Period(int(answer)) if answer and answer != "none" else None


def _years_of_table(block: Block) -> list[int]:
    """The years of the title, else of the headings of figures."""
    if block.title.years:
        return block.title.years
    measured = (other for other in block.headings if other.kind is not HeadingKind.COMPARISON)
    return list(dict.fromkeys(year for other in measured for year in other.years))


def _is_in_doubt(block: Block, context: Context) -> bool:
    """Whether the title's one year may be a cited paper's, or the title speaks of several years as one.

    Behind the plan's own number another year than the plan's is the report's.
    """
    asked, plan, doubtful = context.request.year, context.request.plan, block.title.doubtful_year
    names_plan = bool(plan.number) and any(tidy(plan.number) in tidy(text) for text in block.title.subjects())
    sure = names_plan and plan.issued is not None and plan.issued.year != doubtful
    of_paper = doubtful not in (None, asked) and not sure
    return of_paper or (asked is not None and block.title.of_several_years)


def _where_years_are_named(block: Block) -> str | None:
    """The title's line that names years, else the first heading."""
    titles = (cell.address for cell in block.title.cells if years_in(cell.text))
    headings = (place for heading in block.headings if (place := block.heading_cell(heading.column)))
    return next(titles, None) or next(headings, None)
