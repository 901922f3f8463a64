"""Cells get another look; those that are not there yet are put where they belong."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from kpi.intake.workbook.addresses import row_and_column, row_number
from kpi.intake.workbook.grid import column_letters
from kpi.intake.workbook.marking.outline import Address, SheetOutline
from kpi.intake.workbook.marking.part_edits import EditedPart, Place, Places, Tag, needed
from kpi.intake.workbook.marking.styles import MarkedStyles
from kpi.intake.workbook.worksheet import TRUE
from kpi.intake.workbook.xml_parts import Element

Severities = dict[int, str]  # by column


def colour_cells(
    part: EditedPart, severities: Mapping[Address, str], styles: MarkedStyles, outline: SheetOutline
) -> None:
    """Put each of the cells on the ground of its severity, and change nothing else of it.

    Raises Refusal for what the reader refuses.
    """
    by_row: dict[int, Severities] = {}
    for (row, column), severity in sorted(severities.items()):
        by_row.setdefault(row, {})[column] = severity
    painter = _Painter(part, by_row, styles, outline)
    part.parse(painter.document())
    painter.add_rows()


class _Painter:
    def __init__(
        self, part: EditedPart, by_row: dict[int, Severities], styles: MarkedStyles, outline: SheetOutline
    ) -> None:
        self._part, self._styles, self._outline = part, styles, outline
        self._to_come = by_row
        self._sheet_data, self._row_places = Places(part), Places(part)
        self._row, self._column = 0, 0
        self._rows, self._row_starts = array("L"), array("Q")
        self._wanted: Severities = {}  # in this row
        self._row_look: str | None = None
        self._cells: list[tuple[int, Tag, str]] = []  # of a row with wanted ones: column, tag, style

    def document(self) -> Element:
        cell = Element(opened=self._cell_starts)
        row = Element({"c": cell}, opened=self._row_starts_at, closed=self._row_ends)
        data = Element({"row": row}, opened=self._sheet_data.opened, closed=self._sheet_data.closed)
        return Element({"worksheet": Element({"sheetData": data})}, complete=True)

    def add_rows(self) -> None:
        """Rows that were not there, each before the first row that has a greater number."""
        data, greatest_so_far = needed(self._sheet_data, "sheetData"), list(accumulate(self._rows, max))
        behind_all = []
        for number, severities in self._to_come.items():
            row = self._new_row(data, number, severities)
            following = bisect_right(greatest_so_far, number)
            if following < len(self._rows):
                self._part.insert(self._row_starts[following], row)
            else:
                behind_all.append(row)
        self._part.extend(data, "".join(behind_all))

    def _new_row(self, data: Place, number: int, severities: Severities) -> str:
        name, cell = data.tag.beside("row"), data.tag.beside("c")
        cells = (self._new_cell(cell, number, column, severity) for column, severity in severities.items())
        return f'<{name} r="{number}">{"".join(cells)}</{name}>'

    def _new_cell(self, name: str, row: int, column: int, severity: str) -> str:
        own = self._outline.look_of_column(column) if self._row_look is None else self._row_look
        return f'<{name} r="{column_letters(column)}{row}" s="{self._styles.of(own, severity)}"/>'

    def _row_starts_at(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r")
        self._row, self._column = self._row + 1 if given is None else row_number(given), 0
        self._rows.append(self._row)
        self._row_starts.append(self._part.here)
        self._wanted = self._to_come.pop(self._row, {})
        if self._wanted:
            self._row_places.opened(attributes)
            self._row_look = attributes.get("s") if attributes.get("customFormat") in TRUE else None

    def _cell_starts(self, attributes: dict[str, str]) -> None:
        if not self._wanted:
            return
        address = attributes.get("r")
        self._column = self._column + 1 if address is None else row_and_column(address)[1]
        self._cells.append((self._column, self._part.tag_here(), attributes.get("s", "0")))

    def _row_ends(self) -> None:
        if not self._wanted:
            return
        self._row_places.closed()
        present = {column: (tag, style) for column, tag, style in self._cells}
        for column in self._wanted.keys() & present.keys():
            tag, style = present[column]
            self._part.replace(tag, tag.with_attributes(s=self._styles.of(style, self._wanted.pop(column))))
        self._add_cells(self._wanted)
        self._cells, self._wanted, self._row_look = [], {}, None

    def _add_cells(self, severities: Severities) -> None:
        """Cells that were not there, each before the first cell farther right."""
        row, behind_all = needed(self._row_places, "row"), []
        for column, severity in severities.items():
            cell = self._new_cell(row.tag.beside("c"), self._row, column, severity)
            following = next((tag for other, tag, _ in self._cells if other > column), None)
            if following is not None:
                self._part.insert(following.start, cell)
            else:
                behind_all.append(cell)
        self._part.extend(row, "".join(behind_all))
