"""A workbook as the person sees it: cells with address, kind, text and look; nothing interpreted yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class CellKind(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF!, #DIV/0! …
    DATE = "date"  # a number shown as a date or time, or an ISO date
    NO_RESULT = "no-result"  # a formula saved without its value


class Cell(NamedTuple):
    """One cell that holds something. Rows and columns count from 1, as Excel shows them.

    A tuple, as a workbook makes hundreds of thousands of them.

    `text` is NFC text; of a number its plain decimal form to the 15 digits Excel keeps ("0.9134", "1750").
    `percent` tells a percent number format, `legacy_font` a TCVN3/VNI font, `struck` a line through it or
    letters as white as the paper; `shown_as` is the format of a number that may show something else than it:
    «0" nghìn"».
    """

    row: int
    column: int
    kind: CellKind
    text: str
    percent: bool = False
    formula: bool = False
    legacy_font: bool = False
    struck: bool = False
    shown_as: str = ""

    @property
    def address(self) -> str:
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class MergedRange:
    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: only cells that hold something are in `cells`, by (row, column).

    `filtered_rows` are those a filter keeps out of sight; `hidden_rows` those that somebody hid. `linked` are the
    places of formulas that take their figures from another file; `comments` hold what people wrote at a place.
    """

    name: str
    visible: bool
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[MergedRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered_rows: frozenset[int] = frozenset()
    linked: frozenset[tuple[int, int]] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole workbook, sheets in their order."""

    sheets: tuple[Sheet, ...]


@cache
def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
