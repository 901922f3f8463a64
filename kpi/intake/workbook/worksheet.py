"""One pass over a sheet's XML: cells, merged ranges, hidden rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kpi.intake.workbook.addresses import LAST_COLUMN, LAST_ROW, merged_range, row_and_column, row_number
from kpi.intake.workbook.cell_reading import CellParts, reading_of
from kpi.intake.workbook.cell_styles import CellStyles
from kpi.intake.workbook.grid import MergedRange, column_letters
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.refusal import Fault, Refusal, damaged, too_big
from kpi.intake.workbook.rich_text import RichText, RichTextReader, SharedStrings
from kpi.intake.workbook.wire import COLUMN_BITS, SheetRecord, ranges_of
from kpi.intake.workbook.xml_parts import Element, parse

OTHER_FILE = re.compile(r"\[[^\[\]]+\][^\[\]!]*!")  # «[1]Sheet1!B5», «'C:\bc\[2016.xlsx]Biểu 1'!B5»
TRUE = ("1", "true", "on")


@dataclass(slots=True)
class Room:
    """What may still be read, over all sheets of a workbook."""

    cells: int
    text_characters: int
    merged_ranges: int
    merged_places: int

    @classmethod
    def within(cls, limits: Limits) -> Room:
        return cls(limits.cells, limits.text_characters, limits.merged_ranges, limits.merged_places)


@dataclass(frozen=True, slots=True)
class Lookups:
    """The tables of the workbook that cells point into."""

    strings: SharedStrings
    styles: CellStyles


def read_worksheet(chunks: Iterable[bytes], record: SheetRecord, lookups: Lookups, room: Room) -> None:
    """Fill `record` from the XML of its sheet.

    Raises Refusal with the sheet's name and, where one is at fault, the cell's address.
    """
    reader = _WorksheetReader(record, lookups, room)
    try:
        parse(chunks, reader.document(), reader.characters)
        reader.finish()
    except Refusal as refusal:
        refusal.sheet = record.name
        refusal.cell = reader.current_address() if refusal.code.value == "workbook-damaged" else None
        raise


class _WorksheetReader:
    def __init__(self, record: SheetRecord, lookups: Lookups, room: Room) -> None:
        self.characters: list[str] = []
        self._record = record
        self._lookups = lookups
        self._room = room
        self._sheet_data = 0
        self._row = 0
        self._row_text = "0"
        self._rows_given = bytearray(LAST_ROW + 1)
        self._column = 0
        self._columns_given: set[int] = set()
        self._columns_named: dict[str, int] = {}
        self._in_cell = False
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._filter: MergedRange | None = None
        self._filters = False
        self._merged: list[MergedRange] = []
        self._wordings: dict[str, int] = {}
        self._start_of_cell({})

    def document(self) -> Element:
        inline = RichTextReader(self.characters, self._inline_ends).element()
        content = {
            "f": Element(text=True, closed=self._formula_ends),
            "v": Element(text=True, closed=self._value_ends),
            "is": inline,
            "extLst": Element(),
        }
        cell = Element(content, opened=self._cell_starts, closed=self._cell_ends, complete=True)
        row = Element({"c": cell, "extLst": Element()}, opened=self._row_starts, complete=True)
        parts = {
            "sheetData": Element({"row": row}, opened=self._sheet_data_starts, complete=True),
            "cols": Element({"col": Element(opened=self._column_range)}),
            "mergeCells": Element({"mergeCell": Element(opened=self._merge)}),
            "autoFilter": Element(
                {"filterColumn": Element(opened=self._filter_by)}, opened=self._filter_over
            ),
        }
        return Element({"worksheet": Element(parts)}, complete=True)

    def current_address(self) -> str | None:
        inside = self._in_cell and 0 < self._column <= LAST_COLUMN and 0 < self._row <= LAST_ROW
        return f"{column_letters(self._column)}{self._row}" if inside else None

    def finish(self) -> None:
        """Write down the texts, and what concerns the used area alone; nothing beyond it can be seen."""
        if self._sheet_data != 1:
            raise damaged(Fault.SHEETS_CONTRADICT)
        self._record.wordings = list(self._wordings)
        self._record.formats = self._lookups.styles.formats
        used_row = max(self._record.places, default=0) >> COLUMN_BITS
        used_column = max((place & (LAST_COLUMN - 1) for place in self._record.places), default=-1) + 1
        out_of_sight = {row for row in self._hidden_rows if row <= used_row}
        filtered = {row for row in out_of_sight if self._is_filtered(row)}
        self._record.hidden_rows = ranges_of(out_of_sight - filtered)
        self._record.filtered_rows = ranges_of(filtered)
        self._record.hidden_columns = ranges_of(
            column for column in self._hidden_columns if column <= used_column
        )
        seen = (_clipped(merged, used_row, used_column) for merged in self._merged)
        self._record.merged = [self._within_room(corners) for corners in seen if corners is not None]

    def _within_room(self, corners: list[int]) -> list[int]:
        first_row, first_column, last_row, last_column = corners
        self._room.merged_places -= (last_row - first_row + 1) * (last_column - first_column + 1)
        if self._room.merged_places < 0:
            raise too_big(Fault.MERGES_TOO_MANY)
        return corners

    def _sheet_data_starts(self, _attributes: dict[str, str]) -> None:
        self._sheet_data += 1

    def _row_starts(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r")
        self._row = self._row + 1 if given is None else row_number(given)
        if self._row > LAST_ROW:
            raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=str(self._row))
        if self._rows_given[self._row]:
            raise damaged(Fault.ROW_GIVEN_TWICE, found=str(self._row))
        self._rows_given[self._row] = 1
        self._row_text = str(self._row)
        self._column = 0
        self._columns_given.clear()
        if attributes.get("hidden") in TRUE or _is_nothing(attributes.get("ht")):
            self._hidden_rows.add(self._row)

    def _cell_starts(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        self._in_cell = True
        self._column = self._column + 1 if address is None else self._column_of(address)
        if self._column > LAST_COLUMN:
            raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=self._row_text)
        if self._column in self._columns_given:
            raise damaged(Fault.CELL_GIVEN_TWICE, found=address)
        self._columns_given.add(self._column)
        self._start_of_cell(attributes)

    def _column_of(self, address: str) -> int:
        column = self._columns_named.get(address.removesuffix(self._row_text))
        if column is None:
            column = self._column_read(address)
        return column

    def _column_read(self, address: str) -> int:
        row, column = row_and_column(address)
        if row != self._row:
            raise damaged(Fault.ADDRESS_CONTRADICTS_ROW, found=address)
        self._columns_named[column_letters(column)] = column
        return column

    def _start_of_cell(self, attributes: dict[str, str]) -> None:
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: RichText | None = None

    def _value_ends(self) -> None:
        if self._value is not None:
            raise damaged(Fault.CELL_CONTRADICTS_ITSELF)
        self._value = "".join(self.characters)

    def _formula_ends(self) -> None:
        if self._formula is not None:
            raise damaged(Fault.CELL_CONTRADICTS_ITSELF)
        self._formula = "".join(self.characters)

    def _inline_ends(self, item: RichText) -> None:
        if self._inline is not None:
            raise damaged(Fault.CELL_CONTRADICTS_ITSELF)
        self._inline = item

    def _cell_ends(self) -> None:
        style = self._lookups.styles.of(self._style)
        parts = CellParts(self._kind, self._value, self._formula, self._inline)
        reading = reading_of(parts, style, self._lookups.strings)
        if reading is not None:
            self._keep(*reading)
            if self._formula and OTHER_FILE.search(self._formula):
                self._record.linked.append(self._record.places[-1])
        self._in_cell = False

    def _keep(self, look: int, text: str) -> None:
        self._room.cells -= 1
        self._room.text_characters -= len(text)
        if self._room.cells < 0:
            raise too_big(Fault.CELLS_TOO_MANY)
        if self._room.text_characters < 0:
            raise too_big(Fault.TEXT_TOO_MUCH)
        self._record.places.append(self._row << COLUMN_BITS | self._column - 1)
        self._record.looks.append(look)
        self._record.texts.append(self._wordings.setdefault(text, len(self._wordings)))

    def _column_range(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in TRUE and not _is_nothing(attributes.get("width")):
            return
        first, last = (int(row_number(attributes.get(name, ""))) for name in ("min", "max"))
        self._hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _filter_over(self, attributes: dict[str, str]) -> None:
        """Where a filter stands; one at a place nobody can read filters nothing."""
        try:
            self._filter = merged_range(attributes.get("ref", ""))
        except Refusal:
            self._filter = None

    def _filter_by(self, _attributes: dict[str, str]) -> None:
        self._filters = True

    def _is_filtered(self, row: int) -> bool:
        """Whether a filter that is on keeps a row below its heading out of sight."""
        area = self._filter
        return area is not None and self._filters and area.first_row < row <= area.last_row

    def _merge(self, attributes: dict[str, str]) -> None:
        self._room.merged_ranges -= 1
        if self._room.merged_ranges < 0:
            raise too_big(Fault.MERGES_TOO_MANY)
        merged = merged_range(attributes.get("ref", ""))
        if (merged.first_row, merged.first_column) != (merged.last_row, merged.last_column):
            self._merged.append(merged)


def _clipped(merged: MergedRange, last_row: int, last_column: int) -> list[int] | None:
    """The corners of what can be seen of a merged range; None where nothing can."""
    if merged.first_row > last_row or merged.first_column > last_column:
        return None
    return [
        merged.first_row,
        merged.first_column,
        min(merged.last_row, last_row),
        min(merged.last_column, last_column),
    ]


def _is_nothing(length: str | None) -> bool:
    """Whether a height or width is zero: `0`, `0.0`, `0.00`."""
    return length is not None and length.strip("0. ") == "" and length != ""
