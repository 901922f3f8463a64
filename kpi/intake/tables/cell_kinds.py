"""What a cell of a table is by its look: a figure, something in a figure's place, a year, a column's code."""

from __future__ import annotations

import re
from typing import TypeGuard

from kpi.domain.issue import Code
from kpi.intake.words.numbers import NumberKind, read_number
from kpi.intake.workbook.grid import Cell, CellKind

LONGEST_VALUE = 20  # letters: a longer text beside a name is no value, whatever it holds
_COLUMN_CODE = re.compile(r"\(?[A-Za-z]\)?|\(?\d{1,2}\)?|[(\[]?[\dA-Za-z]{1,2}[)\]]?\s*=.*")
_LIKELY_YEARS = range(1990, 2101)


def is_code_row(cells: list[Cell]) -> bool:
    """«A | B | 1 | 2 | 3=2/1», in any brackets: names the columns for the office's own use."""
    codes = [bool(_COLUMN_CODE.fullmatch(cell.text.strip())) for cell in cells]
    return len(codes) > 2 and all(codes)


def is_year(cell: Cell) -> bool:
    """A bare year such as 2018."""
    text = cell.text.strip()
    return text.isdecimal() and len(text) == 4 and int(text) in _LIKELY_YEARS


def is_value(cell: Cell) -> bool:
    """A figure, a fault in a figure's place, or a sign that there is none."""
    if cell.kind is not CellKind.TEXT:
        return True
    reading = read_number(cell, NumberKind.PERCENT)
    return reading.missing or reading.fault is not Code.VALUE_NOT_A_NUMBER


def may_be_value(cell: Cell) -> bool:
    """Something in a value's place, be it not a number: «4,2/5 điểm»."""
    short = len(cell.text) <= LONGEST_VALUE and any(letter.isdigit() for letter in cell.text)
    return is_value(cell) or short


def is_figure(cell: Cell | None) -> TypeGuard[Cell]:
    """Whether a cell holds a number, be it kept as text."""
    if cell is None:
        return False
    if cell.kind is not CellKind.TEXT:
        return cell.kind is CellKind.NUMBER
    reading = read_number(cell, NumberKind.PERCENT)
    return not reading.missing and reading.fault is not Code.VALUE_NOT_A_NUMBER
