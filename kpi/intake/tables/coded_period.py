"""The period of a returned template: what its hidden codes say, held against what a person sees on the sheet.

Who takes last year's form and writes this year over the title means this year; the codes stay last year's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpi.domain.issue import Choice, Code
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.tables.cell_kinds import is_year
from kpi.intake.tables.coded_table import NAME_HEADINGS, CodedTable
from kpi.intake.words.periods import part_of_year_in, signing_date_in, years_in
from kpi.intake.words.text import fold
from kpi.intake.workbook.grid import Cell, CellKind


@dataclass(frozen=True, slots=True)
class _Stated:
    """A visible text that names other periods than the codes of its columns."""

    cell: str | None  # None for the sheet's name
    text: str
    periods: tuple[Period, ...]


def in_stated_period(table: CodedTable, context: Context) -> CodedTable:
    """The table in the period its codes name; asked, with every period named, where a visible text differs."""
    others = list(_differing(table, context))
    if not others:
        return table
    coded = {column.period for column in table.columns}
    offered = sorted(coded.union(*(stated.periods for stated in others)))
    answer = context.findings.ask(
        Code.YEAR_MISMATCH,
        "",
        [Choice(str(period), str(period)) for period in offered],
        sheet=table.view.name,
        cell=others[0].cell,
        found=others[0].text,
        expected="year",
        coded_year=", ".join(map(str, sorted(coded))),
    )
    meant = next((period for period in offered if str(period) == answer), None)
    if meant is None or meant in coded:
        return table
    return replace(table, columns=tuple(replace(column, period=meant) for column in table.columns))


def _differing(table: CodedTable, context: Context) -> Iterator[_Stated]:
    coded = {column.period for column in table.columns}
    if not coded:
        return
    seen: list[tuple[str | None, str, set[Period]]] = [(None, table.view.name, coded)]
    seen += [(cell.address, without_plan(cell, context), coded) for cell in title_cells(table)]
    for column in table.columns:
        named = {fold(column.indicator.name), fold(column.indicator.name_en)}
        headings = (cell for cell in headings_of(table, column.column) if fold(cell.text) not in named)
        seen += [(cell.address, cell.text, {column.period}) for cell in headings]
    for address, text, expected in seen:
        periods = _periods_in(text, min(expected).part)
        if periods and not expected.intersection(periods):
            yield _Stated(address, text, periods)


def title_cells(table: CodedTable) -> Iterator[Cell]:
    """What stands above the codes and tells what the form is about: not the day it was filled in."""
    for row in table.view.rows:
        if row >= table.code_row:
            return
        for cell in table.view.in_row(row):
            if is_year(cell) or (cell.kind is CellKind.TEXT and not signing_date_in(cell.text)):
                yield cell


def without_plan(cell: Cell, context: Context) -> str:
    """A title's text without the plan's own name, whose years are the plan's."""
    plan = context.request.plan
    names = [fold(name) for name in (plan.title, plan.title_en, plan.number) if name]
    return "" if any(name in fold(cell.text) for name in names) else cell.text


def headings_of(table: CodedTable, column: int) -> Iterator[Cell]:
    """The texts in a column between the codes and the first row of a unit."""
    for row in (row for row in table.view.rows if row > table.code_row):
        name = table.view.cell(row, table.unit_column)
        if name is not None and fold(name.text) not in NAME_HEADINGS:
            return
        cell = table.view.cell(row, column)
        if cell is not None and cell.kind is CellKind.TEXT:
            yield cell


def _periods_in(text: str, part: str) -> tuple[Period, ...]:
    within = part_of_year_in(text)
    return (within,) if within else tuple(Period(year, part) for year in years_in(text))
