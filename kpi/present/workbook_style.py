"""Every workbook sent out, and the one way a cell is written: text stays text, numbers numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from kpi.domain.period import VIETNAM
from kpi.present.signed_worksheet import SignedWorksheet
from kpi.present.storable import storable
from kpi.present.text_width import lines_of
from kpi.present.workbook_looks import FONT, LOOKS

_LINE_HEIGHT = 15.0
_MM_IN_AN_INCH = 25.4
_SIZE = 11
_MM_A_DIGIT = 7 * _MM_IN_AN_INCH / 96  # of the width of a column, where programs take the least for it
_LETTERS_A_DIGIT = 1.05  # of running text, which is set a little closer than digits but breaks at words
LARGEST_EXACT_WHOLE = 2**53  # a spreadsheet's numbers are binary floats: beyond it whole numbers blur


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page; margins in mm, by default those of Nghị định 30/2020/NĐ-CP.

    `starts` are the rows new pages begin with. `fitted` is False for a sheet printed as large as it is drawn.
    """

    landscape: bool = True
    starts: Sequence[int] = ()
    fitted: bool = True
    left: float = 30
    right: float = 20
    top: float = 20
    bottom: float = 20

    @property
    def margins(self) -> dict[str, float]:
        return {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}


class Book:
    """One workbook in the making. `bytes()` ends it; the same content and `made_at` give the same bytes."""

    def __init__(self, title: str, made_at: datetime | None = None, locale: str = "") -> None:
        """`locale` goes before every number format, for programs that write numbers as a format's language does."""
        self._bytes = BytesIO()
        self._locale = locale
        self._workbook = xlsxwriter.Workbook(self._bytes, _options())
        self._workbook.set_properties({"title": storable(title), "created": _utc(made_at)})
        self._formats: dict[tuple[str, ...], Any] = {}

    def sheet(self, name: str) -> SheetPen:
        return SheetPen(self._workbook.add_worksheet(name), self)

    def sheet_to_sign(self, name: str) -> SheetPen:
        """A sheet whose first page bears no number."""
        return SheetPen(self._workbook.add_worksheet(name, SignedWorksheet), self)

    def look(self, *names: str) -> Any:
        """The cell format that joins named looks, later ones over earlier; any other name is a number format."""
        if names not in self._formats:
            joined: dict[str, Any] = {"font_name": FONT, "font_size": _SIZE}
            for name in names:
                joined |= LOOKS.get(name) or {"num_format": name}
            if "num_format" in joined:
                joined["num_format"] = self.localised(joined["num_format"])
            self._formats[names] = self._workbook.add_format(joined)
        return self._formats[names]

    def localised(self, shape: str) -> str:
        """A number format for programs that write numbers as the format's language does."""
        return ";".join(self._locale + part for part in shape.split(";"))

    def name(self, name: str, cells: str) -> None:
        """Gives cells of a sheet («'Khoảng cách'!$E$5:$E$43») a name formulas can use."""
        self._workbook.define_name(name, f"={cells}")

    def chart(self, kind: str) -> Any:
        """A native chart to put on a sheet: `bar`, `column` or `line`."""
        return self._workbook.add_chart({"type": kind})

    def paint(self, **properties: Any) -> Any:
        """A format for conditional formatting: only what it changes."""
        return self._workbook.add_format(properties)

    def bytes(self) -> bytes:
        self._workbook.close()
        return self._bytes.getvalue()


class SheetPen:
    """Writes one sheet. Rows and columns count from 0, as XlsxWriter does."""

    def __init__(self, worksheet: Any, book: Book) -> None:
        self.worksheet = worksheet
        self._book = book
        self._widths: dict[int, float] = {}
        self._lines: dict[int, int] = {}

    def text(self, row: int, column: int, text: str, *looks: str) -> None:
        """Writes text as text, whatever its first letter: a name such as «=cmd» never becomes a formula."""
        self._make_room(row, column, text)
        self._put(row, column, text, self._book.look(*looks))

    def _put(self, row: int, column: int, text: str, look: Any) -> None:
        if text:
            self.worksheet.write_string(row, column, storable(text), look)
        else:
            self.worksheet.write_blank(row, column, None, look)

    def number(self, row: int, column: int, value: int | Decimal | Fraction | None, *looks: str) -> None:
        """Writes a number; blank for None, and text for a whole number a spreadsheet would round."""
        if value is None:
            self.worksheet.write_blank(row, column, None, self._book.look(*looks))
        elif isinstance(value, int) and abs(value) > LARGEST_EXACT_WHOLE:
            self.text(row, column, str(value), *looks)
        else:
            self.worksheet.write_number(row, column, float(value), self._book.look(*looks))

    def formula(
        self, row: int, column: int, formula: str, result: int | Fraction | str | None, *looks: str
    ) -> None:
        """Writes a formula with the program's own result as the value shown until someone recalculates."""
        cached = "" if result is None else result if isinstance(result, str) else float(result)
        self._make_room(row, column, str(cached) if isinstance(result, str) else "")
        self.worksheet.write_formula(row, column, f"={formula}", self._book.look(*looks), cached)

    def day(self, row: int, column: int, value: date | None, *looks: str) -> None:
        if value is None:
            self.text(row, column, "", *looks)
        else:
            self.worksheet.write_datetime(row, column, value, self._book.look(*looks, "day"))

    def moment(self, row: int, column: int, value: datetime, *looks: str) -> None:
        local = value.astimezone(VIETNAM).replace(tzinfo=None)
        self.worksheet.write_datetime(row, column, local, self._book.look(*looks, "moment"))

    def _make_room(self, row: int, column: int, text: str) -> None:
        """Notes how many lines the row needs: not every program grows a row to its wrapped text by itself."""
        if column in self._widths and len(text) > self._widths[column]:
            lines = ceil(len(text) / (self._widths[column] * _LETTERS_A_DIGIT))
            self._lines[row] = max(lines, self._lines.get(row, 1))

    def line(self, row: int, width: int, text: str, *looks: str, height: float = 18) -> None:
        """A line of text across `width` columns."""
        self.worksheet.set_row(row, height)
        self.across(row, 0, width, text, *looks)

    def across(self, row: int, column: int, width: int, text: str, *looks: str) -> None:
        """Text over `width` columns from `column` on, as one cell."""
        look = self._book.look(*looks)
        if width > 1:
            self.worksheet.merge_range(row, column, row, column + width - 1, "", look)
        self._put(row, column, text, look)

    def down(self, first_row: int, last_row: int, column: int, text: str, *looks: str) -> None:
        """Text over several rows of a column, as one cell."""
        look = self._book.look(*looks)
        self.worksheet.merge_range(first_row, column, last_row, column, "", look)
        self._put(first_row, column, text, look)

    def formula_line(self, row: int, width: int, formula: str, result: str, *looks: str) -> None:
        """A line across `width` columns whose text is computed."""
        self.worksheet.set_row(row, 18)
        self.worksheet.merge_range(row, 0, row, width - 1, "", self._book.look(*looks))
        self.formula(row, 0, formula, result, *looks)

    def led(self, row: int, width: int, lead: str, text: str, *looks: str) -> None:
        """A line across `width` columns whose first words are bold."""
        look = self._book.look(*looks)
        self.worksheet.merge_range(row, 0, row, width - 1, "", look)
        bold, plain = self._book.look(*looks, "strong"), self._book.look(*looks, "plain")
        self.worksheet.write_rich_string(row, 0, bold, storable(lead), plain, storable(text), look)

    def link_to_sheet(self, row: int, width: int, text: str, sheet: str, *looks: str) -> None:
        """A link to another sheet of the same workbook, across `width` columns."""
        look = self._book.look(*(looks or ("subtitle",)), "link")
        self.worksheet.merge_range(row, 0, row, width - 1, "", look)
        self.worksheet.write_url(row, 0, f"internal:'{sheet}'!A1", look, string=text)

    def heads(self, row: int, heads: Sequence[tuple[str, float]], height: float = 32) -> None:
        """A header row of (text, column width), at least so high, and high enough for every text."""
        lines = max(lines_of(text, _MM_A_DIGIT * width, _SIZE, bold=True) for text, width in heads)
        self.worksheet.set_row(row, max(height, _LINE_HEIGHT * lines + 2))
        for column, (text, width) in enumerate(heads):
            self.worksheet.set_column(column, column, width)
            self.text(row, column, text, "head")
            self._widths[column] = width

    def colour(self, cells: str, equal_to: str, tone: Mapping[str, str]) -> None:
        """Tints those of the cells that show the value, now or after a change."""
        paint = self._book.paint(**tone)
        rule = {"type": "cell", "criteria": "==", "value": equal_to, "format": paint}
        self.worksheet.conditional_format(cells, rule)

    def as_table(self, head_row: int, last_row: int, columns: int, pinned_columns: int = 0) -> None:
        """Filter buttons on the header, which stays in sight and is printed on every page."""
        for row, lines in self._lines.items():
            self.worksheet.set_row(row, _LINE_HEIGHT * lines + 2)
        if last_row > head_row:
            self.worksheet.autofilter(head_row, 0, last_row, columns - 1)
        self.worksheet.freeze_panes(head_row + 1, pinned_columns)
        self.worksheet.repeat_rows(head_row)

    def a4(
        self, footer: str = "", header: str = "", *, page: Page | None = None, pages_wide: int = 1
    ) -> None:
        """So many pages wide, as many long as needed; the page's number above, as the decree on documents asks."""
        page = page or Page()
        if page.landscape:
            self.worksheet.set_landscape()
        self.worksheet.set_paper(9)
        if page.fitted:
            self.worksheet.fit_to_pages(pages_wide, 0)
        self.worksheet.set_h_pagebreaks(page.starts)
        self.worksheet.set_margins(**{side: mm / _MM_IN_AN_INCH for side, mm in page.margins.items()})
        self.worksheet.hide_gridlines(2)
        self.worksheet.set_footer(f'&C&"{FONT}"&9{_plain(footer)}', {"margin": 10 / _MM_IN_AN_INCH})
        warning = f'\n&"{FONT},Bold"&11&KB42318{_plain(header)}' if header else ""
        self.worksheet.set_header(f'&C&"{FONT}"&12&P{warning}', {"margin": 8 / _MM_IN_AN_INCH})


def _options() -> dict[str, Any]:
    """How a workbook is written; anew for each, as XlsxWriter changes what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        # Column widths count digits of the default font: with the font of the text they are the same everywhere.
        "default_format_properties": {"font_name": FONT, "font_size": _SIZE},
    }


def address(row: int, column: int, fixed: bool = False) -> str:
    """(7, 4) → E8, or $E$8 where it is not to move."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def on_sheet(sheet: str, cells: str) -> str:
    """Cells of another sheet: «'Khoảng cách'!E8»."""
    quoted_name = sheet.replace("'", "''")
    return f"'{quoted_name}'!{cells}"


def quoted(text: str) -> str:
    """Text as it stands in a formula."""
    return '"' + text.replace('"', '""') + '"'


def decimals(places: int, signed: bool = False) -> str:
    """The number format with so many decimals: 0.00, or with its sign."""
    shape = "#,##0." + "0" * places if places else "#,##0"
    return f"+{shape};-{shape};{shape}" if signed else shape


def _plain(text: str) -> str:
    return storable(text).replace("&", "&&")[:120]


def _utc(moment: datetime | None) -> datetime:
    if moment is None:
        return datetime(2000, 1, 1, tzinfo=UTC)
    return moment.astimezone(UTC)
