"""Which rows belong to the body of a table: a name with figures beside it, or a line between such rows."""

from __future__ import annotations

import re

from kpi.intake.tables.bands import band_in, line_in
from kpi.intake.tables.cell_kinds import is_code_row, is_figure, is_year
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.headings import is_period_heading
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell

TITLE_WORD = re.compile(
    r"(?:bảng|biểu|phụ lục|mẫu|tình hình|kết quả|tổng hợp|báo cáo)\b|.*\bnăm (?:19|20)\d{2}\b"
)
# «A | Địa bàn có khu công nghiệp từ năm 2015»: names a kind of unit, and no year of the rows below.
_SINCE = re.compile(r"\b(?:từ|trước|sau) năm \d{4}\b")
_SUM = re.compile(
    r"(?:tổng|cộng|bình quân|trung bình|toàn)\b"
)  # the name of a row, never over a column of names


def is_line_of_body(view: SheetView, row: int, name_column: int) -> bool:
    """«I. Kinh tế», «Năm 2018»: a line without figures among the rows, no title: that has no outline's letter."""
    line = line_in(view, row, name_column)
    if line is None:
        return False
    outlined = len(view.in_row(row)) > 1 and not _SINCE.search(line.text.casefold())
    return outlined or band_in(view, row, name_column) is not None or not TITLE_WORD.match(tidy(line.text))


def is_body_row(view: SheetView, row: int, name_column: int) -> bool:
    """A name with figures to its right; years alone are a heading's, unless the name is that of a row."""
    cells = view.in_row(row)
    figures = [cell for cell in cells if cell.column > name_column and is_figure(cell)]
    name = view.filled(row, name_column) or next((c for c in cells if c.column < name_column), None)
    if name is None or not figures or is_code_row(cells):
        return False
    return not all(is_year(cell) for cell in figures) or _names_a_row(view, row, name, figures)


def _names_a_row(view: SheetView, row: int, name: Cell, years: list[Cell]) -> bool:
    """«Tổng cộng | 2019», «1 | Huyện Vũ Quamg | 2019»: a row below the heading, whose figures look like years."""
    if name.row != row or is_period_heading(name.text):
        return False
    numbered = any(is_figure(cell) for cell in view.in_row(row) if cell.column < name.column)
    return numbered or bool(_SUM.match(tidy(name.text))) or _is_headed(view, row, name, years)


def _is_headed(view: SheetView, row: int, name: Cell, figures: list[Cell]) -> bool:
    """Whether the names and every one of the figures have headings of their own right above."""
    up = row - 1
    while up > 0 and (is_code_row(view.in_row(up)) or is_line_of_body(view, up, name.column)):
        up -= 1
    above = (view.filled(up, column) for column in (name.column, *(cell.column for cell in figures)))
    heads = {cell.address for cell in above if cell is not None and (is_year(cell) or not is_figure(cell))}
    return len(heads) == len(figures) + 1
