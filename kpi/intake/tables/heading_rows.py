"""Which rows above the body of a table are its heading: not the title, not the line of codes."""

from __future__ import annotations

import re

from kpi.intake.tables.cell_kinds import is_code_row
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.measure_words import speaks_of_measure
from kpi.intake.words.text import tidy

DEEPEST_HEADING = 4
FOOT = re.compile(
    r"(?:ghi chú|nguồn|người lập|nơi nhận|lưu ý|\(\*+\)|\*|chú thích|thủ trưởng|giám đốc|kt\.|tm\.|ký hiệu|chú giải)"
)


def heading_rows_above(view: SheetView, top: int, name_column: int, above: int) -> tuple[int, ...]:
    """The rows of the heading from the top down: above the body, below the title."""
    rows: list[int] = []
    row = top - 1
    while row > above and len(rows) < DEEPEST_HEADING:
        if is_code_row(view.in_row(row)):
            row -= 1
            continue
        if not _is_heading_row(view, row, name_column) and (
            rows or not _is_lowest_level(view, row, name_column)
        ):
            break
        rows.insert(0, row)
        row -= 1
    return tuple(rows)


def _is_heading_row(view: SheetView, row: int, name_column: int) -> bool:
    """Several cells side by side, or one over a part of the columns; a title spans all or stands at the left."""
    columns = range(1, view.last_column + 1)
    shown = [cell for column in columns if (cell := view.filled(row, column)) is not None]
    apart = {cell.address for cell in shown}
    if not apart or all(speaks_of_measure(cell.text) for cell in shown):
        return False
    if len(apart) > 1:
        return not FOOT.match(tidy(shown[0].text))
    return shown[0].column > name_column and len(shown) < view.last_column - 1


def _is_lowest_level(view: SheetView, row: int, name_column: int) -> bool:
    """«(nghìn người)», «Kế hoạch» alone over a column, right below a row of several headings."""
    cells = view.in_row(row)
    return len(cells) == 1 and cells[0].column > name_column and len(view.in_row(row - 1)) > 1
