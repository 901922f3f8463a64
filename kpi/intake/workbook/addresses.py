"""Cell addresses as they stand in a sheet's XML: `D9`, `A1:C4`."""

from __future__ import annotations

import re

from kpi.intake.workbook.grid import MergedRange
from kpi.intake.workbook.refusal import Fault, damaged

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
ROW = re.compile("[1-9][0-9]{0,6}")


class _ColumnNumbers(dict[str, int]):
    """A → 1, AA → 27; worked out once for each column."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - ord("A") + 1
        self[letters] = number
        return number


_COLUMN_NUMBERS = _ColumnNumbers()


def row_number(text: str) -> int:
    """Raises Refusal (damaged) outside 1 to 1,048,576."""
    if not ROW.fullmatch(text) or int(text) > LAST_ROW:
        raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=text)
    return int(text)


def row_and_column(address: str) -> tuple[int, int]:
    """`D9` → (9, 4). Raises Refusal (damaged) outside A1 to XFD1048576."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=address)
    row, column = int(match[2]), _COLUMN_NUMBERS[match[1]]
    if row > LAST_ROW or column > LAST_COLUMN:
        raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=address)
    return row, column


def merged_range(reference: str) -> MergedRange:
    """`A1:C4`, or one address. Raises Refusal (damaged) out of range or with its corners swapped."""
    first, _, last = reference.partition(":")
    first_row, first_column = row_and_column(first)
    last_row, last_column = row_and_column(last or first)
    if last_row < first_row or last_column < first_column:
        raise damaged(Fault.ADDRESS_OUT_OF_RANGE, found=reference)
    return MergedRange(first_row, first_column, last_row, last_column)
