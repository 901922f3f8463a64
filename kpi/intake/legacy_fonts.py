"""A workbook in an old font made readable where that is sure, refused where it is not."""

from __future__ import annotations

from dataclasses import replace

from kpi.domain.issue import Code, Severity
from kpi.intake.context import Context
from kpi.intake.words.legacy_text import ENCODINGS, Encoding, legacy_cells
from kpi.intake.workbook.grid import Cell, Grid, Sheet

FEWEST_PROOFS = 3  # converted names that must turn out to be known before the conversion is believed


def in_modern_text(grid: Grid, context: Context) -> Grid | None:
    """The grid with old text converted; None, after saying so, where some text can't be read for sure."""
    cells = legacy_cells(grid)
    if not cells:
        return grid
    sheet, first = cells[0]
    proved = _proved([cell for _, cell in cells], context)
    context.findings.add(
        Code.LEGACY_FONT,
        severity=Severity.INFO if proved else Severity.ERROR,
        sheet=sheet,
        cell=first.address,
        found=proved.converted(first.text) if proved else first.text,
    )
    return Grid(tuple(_converted(s, proved) for s in grid.sheets)) if proved else None


def _proved(cells: list[Cell], context: Context) -> Encoding | None:
    """The encoding in which most of the texts are known names, and enough of them."""
    known = {
        encoding: sum(_is_known(encoding.converted(cell.text), context) for cell in cells)
        for encoding in ENCODINGS
    }
    best = max(ENCODINGS, key=lambda encoding: known[encoding])
    return best if known[best] >= FEWEST_PROOFS else None


def _is_known(text: str, context: Context) -> bool:
    return context.names_unit(text) or context.indicators.knows(text)


def _converted(sheet: Sheet, encoding: Encoding) -> Sheet:
    cells = {place: _in_modern_text(cell, encoding) for place, cell in sheet.cells.items()}
    return replace(sheet, cells=cells)


def _in_modern_text(cell: Cell, encoding: Encoding) -> Cell:
    return cell._replace(text=encoding.converted(cell.text)) if encoding.holds(cell) else cell
