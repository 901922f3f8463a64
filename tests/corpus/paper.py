"""A workbook as an office fills it: pages of cells, written with XlsxWriter."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range


@dataclass(frozen=True)
class Formula:
    """A formula and the result saved with it; an empty text stands for no saved result."""

    result: Any = ""
    text: str = "=1+1"


@dataclass(frozen=True)
class Shown:
    """A number under a number format: `Shown(0.7134, "0.00%")` is shown as 71.34%."""

    number: float
    look: str


@dataclass(frozen=True)
class Drawn:
    """A number or text under a font or ground of its own, by XlsxWriter's words for them."""

    content: float | str
    look: Mapping[str, Any]


STRUCK = {"font_strikeout": True}
WHITE = {"font_color": "#FFFFFF"}


@dataclass
class Page:
    """One sheet. `row` writes the next row from column A on, None leaves a cell empty."""

    name: str = "Sheet1"
    font: str = "Times New Roman"
    hidden: bool = False
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    filtered: str | None = None
    filter_by: tuple[str, str] | None = None  # a column and what is shown of it: ("C", "x >= 400")
    comments: dict[str, str] = field(default_factory=dict)
    next_row: int = 1

    def row(self, *contents: Any, start: str = "A") -> int:
        """Write a row at the next free line and return its number, as Excel shows it."""
        column = xl_cell_to_rowcol(f"{start}1")[1]
        for offset, content in enumerate(contents):
            if content is not None:
                self.cells[self.next_row, column + 1 + offset] = content
        self.next_row += 1
        return self.next_row - 1

    def rows(self, lines: Iterable[Iterable[Any]], start: str = "A") -> None:
        for line in lines:
            self.row(*line, start=start)

    def skip(self, lines: int = 1) -> None:
        self.next_row += lines

    def at(self, address: str, content: Any) -> None:
        """Write one cell; the next row is the one below the lowest cell written."""
        row, column = xl_cell_to_rowcol(address)
        self.cells[row + 1, column + 1] = content
        self.next_row = max(self.next_row, row + 2)

    def merge(self, *areas: str) -> None:
        """Merge ranges; the top left cell of each keeps what was written in it."""
        self.merged.extend(areas)


def workbook(*pages: Page, chart_sheet: bool = False) -> bytes:
    """The bytes of a workbook with these pages; `chart_sheet` adds a sheet that is a chart alone."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        if not pages:
            book.add_worksheet("Sheet1")
        for page in pages:
            _write(book, page)
        if chart_sheet:
            _add_chart_sheet(book, pages)
    return stream.getvalue()


def _write(book: Any, page: Page) -> None:
    sheet = book.add_worksheet(page.name)
    areas = dict(_corners(page))
    for (row, column), content in page.cells.items():
        area = areas.pop((row, column), None)
        if area is not None:
            sheet.merge_range(area, "")
        _put(book, sheet, (row - 1, column - 1), content, page.font)
    for area in areas.values():
        sheet.merge_range(area, "")
    _dress(sheet, page)


def _corners(page: Page) -> Iterable[tuple[tuple[int, int], str]]:
    for area in page.merged:
        row, column = xl_cell_to_rowcol(area.split(":")[0])
        yield (row + 1, column + 1), area


def _dress(sheet: Any, page: Page) -> None:
    for number in page.hidden_rows:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for letter in page.hidden_columns:
        sheet.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
    if page.filtered:
        sheet.autofilter(page.filtered)
    if page.filter_by:
        sheet.filter_column(*page.filter_by)
    for address, text in page.comments.items():
        sheet.write_comment(address, text)
    if page.hidden:
        sheet.hide()


def _put(book: Any, sheet: Any, place: tuple[int, int], content: Any, font: str) -> None:
    plain = book.add_format({"font_name": font})
    if isinstance(content, bool):
        sheet.write_boolean(*place, content, plain)
    elif isinstance(content, str):
        sheet.write_string(*place, content, plain)
    elif isinstance(content, int | float):
        sheet.write_number(*place, content, plain)
    elif isinstance(content, Shown):
        sheet.write_number(*place, content.number, book.add_format({"num_format": content.look}))
    elif isinstance(content, Drawn):
        sheet.write(*place, content.content, book.add_format(dict(content.look)))
    elif isinstance(content, Formula):
        sheet.write_formula(*place, content.text, plain, content.result)
    elif isinstance(content, date):
        sheet.write_datetime(*place, content, book.add_format({"num_format": "dd/mm/yyyy"}))
    else:
        raise TypeError(f"no such cell content: {content!r}")


def _add_chart_sheet(book: Any, pages: tuple[Page, ...]) -> None:
    chart = book.add_chart({"type": "column"})
    source = pages[0].name if pages else "Sheet1"
    chart.add_series({"values": f"='{source}'!{xl_range(8, 2, 20, 2)}"})
    book.add_chartsheet("Biểu đồ").set_chart(chart)
