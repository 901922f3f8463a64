"""A workbook in an old font made readable where that is sure, refused where it is not."""

from __future__ import annotations

from dataclasses import replace

from kpi.domain.issue import Code, Severity
from kpi.intake.context import Context
from kpi.intake.words.legacy_text import converted, is_legacy, legacy_cells
from kpi.intake.workbook.grid import Cell, Grid, Sheet

FEWEST_PROOFS = 3  # converted names that must turn out to be known before the conversion is believed


def in_modern_text(grid: Grid, context: Context) -> Grid | None:
    """The grid with TCVN3 text converted; None, after saying so, where some text can't be read for sure."""
    cells = legacy_cells(grid)
    if not cells:
        return grid
    sheet, first = cells[0]
    sure = sum(_is_known(converted(cell.text), context) for _, cell in cells) >= FEWEST_PROOFS
    context.findings.add(
        Code.LEGACY_FONT,
        severity=Severity.INFO if sure else Severity.ERROR,
        sheet=sheet,
        cell=first.address,
        found=converted(first.text) if sure else first.text,
    )
    return Grid(tuple(_converted(s) for s in grid.sheets)) if sure else None


def _is_known(text: str, context: Context) -> bool:
    return context.names_unit(text) or context.indicators.knows(text)


def _converted(sheet: Sheet) -> Sheet:
    return replace(sheet, cells={place: _in_modern_text(cell) for place, cell in sheet.cells.items()})


def _in_modern_text(cell: Cell) -> Cell:
    return cell._replace(text=converted(cell.text)) if is_legacy(cell) else cell
