"""One sheet to look at by place: cells, merged cells filled, what stands above a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kpi.intake.effort import Effort
from kpi.intake.workbook.grid import Cell, CellKind, Sheet, column_letters


class SheetView:
    """Reading access to a sheet; rows and columns count from 1. `rows` are those that hold something, in order.

    Whoever looks at cells spends `effort`: looking raises EffortSpent once that is used up.
    """

    def __init__(self, sheet: Sheet, effort: Effort) -> None:
        self.sheet = sheet
        self.name = sheet.name
        self._effort = effort
        self._rows: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in sorted(sheet.cells.items()):
            self._rows[row][column] = cell
        self.rows = list(self._rows)
        self.last_column = max((column for _, column in sheet.cells), default=0)
        self._merged_from = {
            (row, column): (area.first_row, area.first_column)
            for area in sheet.merged
            for row in range(area.first_row, area.last_row + 1)
            for column in range(area.first_column, area.last_column + 1)
        }
        self._rows_with_merged = {row for row, _ in self._merged_from}

    def row(self, row: int) -> Mapping[int, Cell]:
        """The cells of a row that hold something, by column, from the left."""
        self._effort.look()
        return self._rows.get(row, {})

    def cell(self, row: int, column: int) -> Cell | None:
        return self.row(row).get(column)

    def in_row(self, row: int) -> list[Cell]:
        """The cells of a row that hold something, from the left."""
        return list(self.row(row).values())

    def filled(self, row: int, column: int) -> Cell | None:
        """The cell shown at a place: of a merged range its first cell."""
        return self.cell(*self._merged_from.get((row, column), (row, column)))

    def shown(self, row: int) -> Mapping[int, Cell]:
        """The cells shown in a row, by column: the first cell of a merged range at every place it covers."""
        cells = self.row(row)
        if row not in self._rows_with_merged:
            return cells
        filled = ((column, self.filled(row, column)) for column in range(1, self.last_column + 1))
        return {column: cell for column, cell in filled if cell is not None}

    def anchor(self, row: int) -> str:
        """The address of the first cell of a row that holds something."""
        first = next(iter(self._rows[row])) if row in self._rows else 1
        return f"{column_letters(first)}{row}"

    def texts_above(self, row: int) -> list[Cell]:
        """The title block: text cells in the rows above."""
        return [c for r in self.rows if r < row for c in self.in_row(r) if c.kind is CellKind.TEXT]

    def texts_below(self, row: int) -> list[Cell]:
        """The foot: text cells in the rows below."""
        return [c for r in self.rows if r > row for c in self.in_row(r) if c.kind is CellKind.TEXT]

    def row_hidden(self, row: int) -> bool:
        return row in self.sheet.hidden_rows

    def column_hidden(self, column: int) -> bool:
        return column in self.sheet.hidden_columns
