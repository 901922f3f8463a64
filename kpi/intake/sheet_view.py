"""One sheet to look at by place: cells, merged cells filled, what stands above a row."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from kpi.domain.observation import Stage
from kpi.intake.grid import Cell, CellKind, Sheet, column_letters
from kpi.intake.periods import signing_date_in, stage_said, years_in

_NUMBERED = re.compile(r"(?:số|kèm theo|ban hành kèm|\(kèm|\(ban hành|căn cứ)\b")


class SheetView:
    """Reading access to a sheet; rows and columns count from 1."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.name = sheet.name
        self._rows: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in sheet.cells.items():
            self._rows[row][column] = cell
        self._merged_from = {
            (row, column): (area.first_row, area.first_column)
            for area in sheet.merged
            for row in range(area.first_row, area.last_row + 1)
            for column in range(area.first_column, area.last_column + 1)
        }

    @property
    def rows(self) -> list[int]:
        """Rows that hold something, in order."""
        return sorted(self._rows)

    @property
    def last_column(self) -> int:
        return max((column for row in self._rows.values() for column in row), default=0)

    def cell(self, row: int, column: int) -> Cell | None:
        return self._rows.get(row, {}).get(column)

    def in_row(self, row: int) -> list[Cell]:
        """The cells of a row that hold something, from the left."""
        return [cell for _, cell in sorted(self._rows.get(row, {}).items())]

    def filled(self, row: int, column: int) -> Cell | None:
        """The cell shown at a place: of a merged range its first cell."""
        return self.cell(*self._merged_from.get((row, column), (row, column)))

    def anchor(self, row: int) -> str:
        """The address of the first cell of a row that holds something."""
        columns = self._rows.get(row)
        return f"{column_letters(min(columns) if columns else 1)}{row}"

    def texts_above(self, row: int) -> list[Cell]:
        """The title block: text cells in the rows above."""
        return [c for r in self.rows if r < row for c in self.in_row(r) if c.kind is CellKind.TEXT]

    def row_hidden(self, row: int) -> bool:
        return row in self.sheet.hidden_rows

    def column_hidden(self, column: int) -> bool:
        return column in self.sheet.hidden_columns


class Title:
    """What the title block above a table says: years, stage, the day it was signed.

    A second table's own title stands between it and the one above; the sheet's title holds for it too.
    """

    def __init__(self, view: SheetView, first_row: int, above: int = 0) -> None:
        texts = view.texts_above(first_row)
        self.cells = [cell for cell in texts if cell.row > above]
        self.lines = [cell.text for cell in texts]
        self._all = texts
        self._sheet_name = view.name

    @property
    def signed_on(self) -> date | None:
        return next((day for cell in self._all if (day := signing_date_in(cell.text))), None)

    @property
    def stage(self) -> Stage | None:
        return next((stage for text in self.subjects() if (stage := stage_said(text))), None)

    @property
    def years(self) -> list[int]:
        """The years the title is about: of the table's own lines, else of the sheet's name, else of the lines above."""
        own = _years(_subjects(self.cells))
        return own or years_in(self._sheet_name) or _years(_subjects(self._all))

    def subjects(self) -> list[str]:
        """Title lines that tell what the table is about: not the letterhead, not the place and date."""
        return _subjects(self.cells)


def _subjects(cells: list[Cell]) -> list[str]:
    texts = (" ".join(cell.text.split()) for cell in cells)
    return [text for text in texts if not signing_date_in(text) and not _NUMBERED.match(text.casefold())]


def _years(texts: list[str]) -> list[int]:
    return list(dict.fromkeys(year for text in texts for year in years_in(text)))
