"""What the reading child sends back: plain columns as JSON, made into a grid only on this side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Any

from kpi.intake.workbook.addresses import LAST_COLUMN, LAST_ROW
from kpi.intake.workbook.grid import Cell, CellKind, Grid, MergedRange, Sheet

COLUMN_BITS = 14
COLUMN_MASK = (1 << COLUMN_BITS) - 1
PERCENT, FORMULA, LEGACY_FONT, STRUCK = 8, 16, 32, 64
FORMAT = 128  # from here on a look counts the number formats, 0 for one that shows the number alone
KINDS = tuple(CellKind)
_LOOKS: dict[int, tuple[CellKind, bool, bool, bool, bool]] = {
    number | percent * PERCENT | formula * FORMULA | legacy * LEGACY_FONT | struck * STRUCK: (
        kind,
        percent,
        formula,
        legacy,
        struck,
    )
    for number, kind in enumerate(KINDS)
    for percent, formula, legacy, struck in product((False, True), repeat=4)
}
KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(slots=True)
class SheetRecord:
    """One sheet in columns: the place, look and text of each cell stand at the same index.

    A place is `row << 14 | column - 1`; a look is the number of the kind plus the four marks plus 128 times the place
    in `formats`, from 1; a text is its number in `wordings`, which holds each once: most cells of a long table repeat
    what others say.
    Hidden rows and columns are closed ranges; `linked` are places, `comments` places with a text.
    """

    name: str
    visible: bool
    places: list[int] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    merged: list[list[int]] = field(default_factory=list)
    hidden_rows: list[list[int]] = field(default_factory=list)
    hidden_columns: list[list[int]] = field(default_factory=list)
    filtered_rows: list[list[int]] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def ranges_of(numbers: Iterable[int]) -> list[list[int]]:
    """{1, 2, 3, 7} → [[1, 3], [7, 7]]."""
    in_order = sorted(numbers)
    if not in_order:
        return []
    gaps = [(left, right) for left, right in pairwise(in_order) if right > left + 1]
    starts = [in_order[0], *(right for _, right in gaps)]
    ends = [*(left for left, _ in gaps), in_order[-1]]
    return [[start, end] for start, end in zip(starts, ends, strict=True)]


def grid_from(answer: dict[str, Any]) -> Grid:
    """The grid of a child's answer. Raises ValueError, TypeError, KeyError or IndexError for anything unclear."""
    return Grid(tuple(_sheet(SheetRecord(**record)) for record in answer["sheets"]))


def _sheet(record: SheetRecord) -> Sheet:
    if not set(map(type, [*record.wordings, *record.formats])) <= {str}:
        raise ValueError("a text that is none")
    if min(record.texts, default=0) < 0 or min(record.looks, default=0) < 0:
        raise ValueError("a number that is none")
    cells = dict(_placed_cells(record))
    if len(cells) != len(record.texts):
        raise ValueError("cells contradict each other")
    rows = [place >> COLUMN_BITS for place in (min(record.places), max(record.places))] if cells else [1]
    if not 0 < rows[0] <= rows[-1] <= LAST_ROW:
        raise ValueError("a cell off the sheet")
    return Sheet(
        str(record.name),
        record.visible is True,
        cells,
        tuple(_merged(corners) for corners in record.merged),
        _numbers(record.hidden_rows, LAST_ROW),
        _numbers(record.hidden_columns, LAST_COLUMN),
        _numbers(record.filtered_rows, LAST_ROW),
        frozenset(map(_row_and_column, record.linked)),
        {_row_and_column(place): str(text) for place, text in record.comments},
    )


def _placed_cells(record: SheetRecord) -> Iterable[tuple[tuple[int, int], Cell]]:
    wordings, formats = record.wordings, ["", *record.formats]
    for place, look, text in zip(record.places, record.looks, record.texts, strict=True):
        row, column = place >> COLUMN_BITS, (place & COLUMN_MASK) + 1
        kind, percent, formula, legacy_font, struck = _LOOKS[look % FORMAT]
        shown_as = formats[look // FORMAT]
        yield (
            (row, column),
            Cell(row, column, kind, wordings[text], percent, formula, legacy_font, struck, shown_as),
        )


def _row_and_column(place: int) -> tuple[int, int]:
    return place >> COLUMN_BITS, (place & COLUMN_MASK) + 1


def _merged(corners: list[int]) -> MergedRange:
    first_row, first_column, last_row, last_column = corners
    if not (0 < first_row <= last_row <= LAST_ROW and 0 < first_column <= last_column <= LAST_COLUMN):
        raise ValueError("a merged range off the sheet")
    return MergedRange(first_row, first_column, last_row, last_column)


def _numbers(ranges: list[list[int]], last: int) -> frozenset[int]:
    if any(not 0 < start <= end <= last for start, end in ranges):
        raise ValueError("a hidden range off the sheet")
    return frozenset(number for start, end in ranges for number in range(start, end + 1))
