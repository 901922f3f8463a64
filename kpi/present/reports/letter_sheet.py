"""The report's first sheet: the page that is signed, as far as a spreadsheet can be one.

Its text is the document's; its table shows the gap sheet's own cells, so that it follows a changed figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.as_made import said_when_changed
from kpi.present.reports.columns import Column
from kpi.present.reports.document import Document, Heading, Letterhead, Paragraph, Part, Row, Table
from kpi.present.reports.gap_sheet import GapSheet, shown
from kpi.present.reports.gap_table import colour_verdicts
from kpi.present.reports.pages import PrintedRow, page_starts
from kpi.present.reports.results import NOTHING, summary_table
from kpi.present.reports.shapes import actual_shape, counted_shape, points_shape
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.sentences import verdict_word
from kpi.present.text_width import lines_of
from kpi.present.words import Words
from kpi.present.workbook_style import Page, SheetPen, address

_PIXELS_IN_A_MM = 96 / 25.4
_PIXELS_A_DIGIT = (
    7.33  # of Times New Roman at 11 points: some programs take 7, and the columns are narrower there
)
_ROOM_ACROSS = 150.0  # mm for text where columns are narrow
_ROOM_DOWN = (
    690.0  # points for rows on a page; 728 are there, and programs print rows a little taller or lower
)
_SIGNATURE_ROWS, _PLAIN_ROW = 4, 15.0
_LEFT_COLUMNS = 3  # of the head: the issuer to the left, the nation to the right
_ROW, _LINE = 17.0, 15.6  # points; a line of running text of 13 points is set closer than a row by itself
_VERDICT, _CLAUSE = 6, 7


def write_letter_sheet(
    pen: SheetPen,
    report: GapReport,
    written: Document,
    gaps: GapSheet | None,
    sheets: Mapping[Part, str],
    words: Words,
) -> None:
    """`sheets` names the sheet that shows each part of the document's tables."""
    letter = _LetterSheet(pen, report, gaps, sheets, words)
    letter.head(written.letterhead)
    letter.body(written)
    letter.foot(written.letterhead)
    page = Page(landscape=False, starts=page_starts(letter.rows, _ROOM_DOWN))
    pen.a4(footer_of(report, words), warning_of(report, words), page=page)


class _LetterSheet:
    """Writes downwards, row after row."""

    def __init__(
        self,
        pen: SheetPen,
        report: GapReport,
        gaps: GapSheet | None,
        sheets: Mapping[Part, str],
        words: Words,
    ) -> None:
        self._pen, self._report, self._gaps = pen, report, gaps
        self._sheets, self._words = sheets, words
        self._table = summary_table(report.own, words)
        self._width = len(self._table.heads)
        self.rows: list[PrintedRow] = []
        for column, head in enumerate(self._table.heads):
            pen.worksheet.set_column(column, column, (head.width * _PIXELS_IN_A_MM - 5) / _PIXELS_A_DIGIT)

    def head(self, head: Letterhead) -> None:
        if head.warning:
            self._line(head.warning, "banner", height=22)
        self._two((head.superior, "small_caps_line"), (head.motto, "small_caps_line", "strong"))
        self._two(
            (head.office, "small_caps_line", "strong"),
            (head.motto_below, "small_caps_line", "size13", "strong", "ruled"),
        )
        self._two((head.number, "small_caps_line"), (head.place_and_date, "small_caps_line", "slanted"))
        self._notice()
        self._line(head.kind, "body_centred", "size14", "strong", height=20)
        self._line(head.subject, "body_centred", "size14", "strong", size=14.0)
        self._line(head.to, "body_centred", height=26)

    def body(self, written: Document) -> None:
        self._line(written.opening, "body")
        pointed: set[Part] = set()
        for block in written.blocks:
            if isinstance(block, Heading):
                slant = ("slanted",) if block.level > 1 else ()
                self._line(block.text, "body", "left", "strong", *slant, height=_ROW + 3, with_next=True)
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif block.part is Part.SUMMARY:
                self._summary(block)
            elif block.part not in pointed:
                pointed.add(block.part)
                self._point_to(self._sheets[block.part])
        self._line(written.closing, "body", with_next=True)

    def foot(self, head: Letterhead) -> None:
        """The signature and the room for it, on the page of the sentence before."""
        self._take(_PLAIN_ROW, with_next=True)
        signatory, signing = head.signature
        left = [(line, "slanted" if n == 0 else "left") for n, line in enumerate(head.recipients)]
        self._two((left[0][0], "strong", "slanted"), (signatory, "small_caps_line", "size13", "strong"))
        self._two((left[1][0], "left"), (signing, "small_caps_line", "slanted"))
        for text, _ in left[2:]:
            self._two((text, "left"), ("", "left"))
        for _ in range(_SIGNATURE_ROWS):
            self._take(_PLAIN_ROW, with_next=True)
        self._pen.worksheet.print_area(0, 0, len(self.rows) - 1, self._width - 1)

    def _take(self, height: float, with_next: bool = False) -> int:
        """The next row, made so high."""
        row = len(self.rows)
        self.rows.append(PrintedRow(height, with_next))
        self._pen.worksheet.set_row(row, height)
        return row

    def _notice(self) -> None:
        """Blank, until a figure of the gap sheet is changed: the words below it do not follow."""
        row = self._take(_ROW)
        if self._gaps is not None:
            said = said_when_changed(self._gaps, self._words("report_letter.changed"))
            self._pen.formula_line(row, self._width, said, "", "alarm")

    def _line(
        self,
        text: str,
        *looks: str,
        height: float | None = None,
        size: float = 13.0,
        with_next: bool = False,
    ) -> None:
        tall = height or _height(text, size, "strong" in looks)
        self._pen.line(self._take(tall, with_next), self._width, text, *looks, height=tall)

    def _two(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        row = self._take(_ROW + 1, with_next=True)
        self._pen.across(row, 0, _LEFT_COLUMNS, left[0], *left[1:])
        self._pen.across(row, _LEFT_COLUMNS, self._width - _LEFT_COLUMNS, right[0], *right[1:])

    def _paragraph(self, block: Paragraph) -> None:
        if not block.lead:
            self._line(block.text, "body")
            return
        row = self._take(_height(block.lead + block.text, 13.0))
        self._pen.led(row, self._width, block.lead, block.text, "body")

    def _point_to(self, sheet: str) -> None:
        text = self._words("report_letter.see_sheet", sheet=sheet)
        self._pen.link_to_sheet(self._take(_ROW), self._width, text, sheet, "body", "left")

    def _summary(self, table: Table) -> None:
        self._line(table.caption, "body_centred", "strong", height=_ROW + 3, with_next=True)
        heads = self._take(3 * _PLAIN_ROW, with_next=True)
        for column, head in enumerate(table.heads):
            self._pen.text(heads, column, head.text, "cell", "head")
        for row, evaluation in zip(table.rows, self._report.own, strict=True):
            at = self._take(_PLAIN_ROW * _lines_in(row, table), with_next=True)
            self._summary_row(at, row, evaluation)
        verdicts = f"{address(heads + 1, _VERDICT)}:{address(len(self.rows) - 1, _VERDICT)}"
        colour_verdicts(self._pen, verdicts, self._report.own, self._words)
        self._line(self._words("report_letter.follows"), "hint", height=30)

    def _summary_row(self, at: int, row: Row, evaluation: Evaluation) -> None:
        for column in (0, 1, 2, _CLAUSE):
            align = ("left",) if column == 1 else ("centre",)
            self._pen.text(at, column, row.cells[column], "cell", "middle", *align)
        words, verdict = self._words, evaluation.verdict
        self._linked(
            at, evaluation, 3, Column.ACTUAL, evaluation.actual, f'{actual_shape(evaluation, words)}"%"'
        )
        self._linked(at, evaluation, 4, Column.POINTS, verdict.gap_points, points_shape(evaluation, words))
        self._linked(at, evaluation, 5, Column.MISSING, verdict.gap_units, counted_shape(evaluation, words))
        self._linked(at, evaluation, _VERDICT, Column.VERDICT, verdict_word(evaluation, words), "centre")

    def _linked(
        self, at: int, evaluation: Evaluation, column: int, shows: Column, result: object, look: str
    ) -> None:
        assert self._gaps is not None
        cell = self._gaps.cell(self._gaps.row_of(evaluation), shows)
        dashed = NOTHING if result is None else result
        self._pen.formula(at, column, shown(cell, NOTHING), dashed, "cell", "middle", "right", look)  # type: ignore[arg-type]


def _height(text: str, size: float, bold: bool = False) -> float:
    return _LINE / 13.0 * size * lines_of(text, _ROOM_ACROSS, size, bold) + 5


def _lines_in(row: Row, table: Table) -> int:
    """How many lines the row needs: some half a letter of 11 points to a mm."""
    needed = (
        ceil(len(text) / (head.width * 0.46)) for text, head in zip(row.cells, table.heads, strict=True)
    )
    return max(needed)
