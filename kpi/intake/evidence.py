"""What a sheet itself says for each answer to a question of year or stage: the cells that name it."""

from __future__ import annotations

from collections.abc import Set
from itertools import islice

from kpi.domain.issue import Code, Issue
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.words.periods import signing_date_in, stage_said, years_in
from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.grid import Cell, CellKind, Sheet

MOST_CELLS, LOOKED_THROUGH = 3, 400
_SAYING = {CellKind.TEXT, CellKind.NUMBER}


def cells_for(issue: Issue, sheet: Sheet) -> dict[str, list[Cell]]:
    """By choice, the first cells that speak for it, not below the cell asked about; a choice none names is left out."""
    says = {Code.YEAR_MISSING: _years, Code.STAGE_UNCLEAR: _stages}.get(issue.code)
    if says is None:
        return {}
    last = row_and_column(issue.cell)[0] if issue.cell else None
    found: dict[str, list[Cell]] = {choice.choice: [] for choice in issue.choices}
    for cell in islice(sheet.cells.values(), LOOKED_THROUGH):
        if cell.kind in _SAYING and (last is None or cell.row <= last):
            for choice in says(cell, issue) & found.keys():
                found[choice].append(cell)
    return {choice: cells[:MOST_CELLS] for choice, cells in found.items() if cells}


def _years(cell: Cell, issue: Issue) -> Set[str]:
    return {str(year) for year in years_in(cell.text)}


def _stages(cell: Cell, issue: Issue) -> Set[str]:
    """What the cell calls its figures; a day of signing before the period's end speaks for an estimate."""
    if cell.kind is not CellKind.TEXT:
        return set()
    period = dict(issue.detail).get("period")
    signed = next((day for line in cell.text.splitlines() if (day := signing_date_in(line))), None)
    if signed and period:
        return {Stage.ESTIMATE.value} if signed < Period.parse(period).last_day else {Stage.OFFICIAL.value}
    said = stage_said(cell.text)
    return {said.value} if said else set()
