"""Lines between the rows of a table that name the year of those below: «Năm 2018», «Ước thực hiện năm 2019»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.measure_words import measure_in, speaks_of_measure
from kpi.intake.words.text import fold
from kpi.intake.workbook.grid import Cell, CellKind

OUTLINE = re.compile(r"[IVX]{1,4}|[A-ZĐa-zđ]|\d{1,2}")
_OF_A_PLAN = set(
    fold("kế hoạch chỉ tiêu mục dự toán kiến nhiệm vụ phấn đấu giao được của theo đầu ubnd tỉnh").split()
)


@dataclass(frozen=True, slots=True)
class Band:
    """What a line says of the rows below it; without a period they are no year's actuals."""

    cell: Cell
    period: Period | None
    stage: Stage | None


def bands_of(view: SheetView, rows: Iterable[int], name_column: int) -> dict[int, Band]:
    """The band each row stands below; rows above the first band have none."""
    found: dict[int, Band] = {}
    current: Band | None = None
    for row in rows:
        current = band_in(view, row, name_column) or current
        if current is not None:
            found[row] = current
    return found


def measures_of(view: SheetView, rows: Iterable[int], name_column: int) -> dict[int, str]:
    """The measure of the line «(ĐVT: nghìn người)» each row stands below; rows above the first have none."""
    found: dict[int, str] = {}
    current: str | None = None
    for row in rows:
        line = line_in(view, row, name_column)
        current = measure_in(line.text) if line is not None and speaks_of_measure(line.text) else current
        if current is not None:
            found[row] = current
    return found


def band_in(view: SheetView, row: int, name_column: int) -> Band | None:
    """The band a row is; None where it says more than a year, or holds figures."""
    cell = line_in(view, row, name_column)
    if cell is None:
        return None
    heading = Heading(cell.column, (cell.text,))
    wording, kind = one_wording(cell.text), heading.kind
    if kind in (HeadingKind.FIGURE, HeadingKind.PERIOD) and not wording and len(heading.years) == 1:
        return Band(cell, Period(heading.years[0]), heading.stage)
    planned = kind is HeadingKind.PLANNED and set(wording.split()) <= _OF_A_PLAN
    if planned or kind is HeadingKind.PART_OF_YEAR:
        return Band(cell, None, None)
    return None


def line_in(view: SheetView, row: int, name_column: int) -> Cell | None:
    """The one text of a row that holds nothing else, but for an outline's letter, and nothing right of the names."""
    cells = view.in_row(row)
    if not cells or cells[-1].column > name_column or any(is_figure(c) for c in cells[1:]):
        return None
    texts = [c for c in cells if not OUTLINE.fullmatch(c.text.strip().rstrip(".)"))]
    return texts[0] if len(texts) == 1 and texts[0].kind is CellKind.TEXT else None
