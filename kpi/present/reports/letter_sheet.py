"""The report's first sheet: the page that is signed, as far as a spreadsheet can be one.

Its text is the document's; its table shows the gap sheet's own cells, so that it follows a changed figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.reports.columns import Column
from kpi.present.reports.document import Document, Heading, Letterhead, Paragraph, Part, Row, Table
from kpi.present.reports.gap_sheet import GapSheet, shown
from kpi.present.reports.gap_table import colour_verdicts
from kpi.present.reports.results import NOTHING, summary_table
from kpi.present.reports.shapes import actual_shape, counted_shape, points_shape
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.sentences import verdict_word
from kpi.present.words import Words
from kpi.present.workbook_style import Page, SheetPen, address

_PIXELS_IN_A_MM = 96 / 25.4
_LEFT_COLUMNS = 3  # of the head: the issuer to the left, the nation to the right
_ROW, _LINE = 17.0, 15.6  # points; a line of running text of 13 points is set closer than a row by itself
_LETTERS_ON_A_LINE = {13.0: 78, 14.0: 68}  # of the 160 mm between the margins
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
    pen.a4(footer_of(report, words), warning_of(report, words), page=Page(landscape=False))


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
        self._row = 0
        for column, head in enumerate(self._table.heads):
            pen.worksheet.set_column(column, column, (head.width * _PIXELS_IN_A_MM - 5) / 7)

    def head(self, head: Letterhead) -> None:
        if head.warning:
            self._line(head.warning, "banner", height=22)
        self._two((head.superior, "small_caps_line"), (head.motto, "small_caps_line", "strong"))
        self._two(
            (head.office, "small_caps_line", "strong"),
            (head.motto_below, "small_caps_line", "size13", "strong", "ruled"),
        )
        self._two((head.number, "small_caps_line"), (head.place_and_date, "small_caps_line", "slanted"))
        self._row += 1
        self._line(head.kind, "body_centred", "size14", "strong", height=20)
        self._line(head.subject, "body_centred", "size14", "strong", size=14.0)
        self._line(head.to, "body_centred", height=26)

    def body(self, written: Document) -> None:
        self._line(written.opening, "body")
        pointed: set[Part] = set()
        for block in written.blocks:
            if isinstance(block, Heading):
                slant = ("slanted",) if block.level > 1 else ()
                self._line(block.text, "body", "left", "strong", *slant, height=_ROW + 3)
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif block.part is Part.SUMMARY:
                self._summary(block)
            elif block.part not in pointed:
                pointed.add(block.part)
                self._point_to(self._sheets[block.part])
        self._line(written.closing, "body")

    def foot(self, head: Letterhead) -> None:
        self._row += 1
        signatory, signing = head.signature
        left = [(line, "slanted" if n == 0 else "left") for n, line in enumerate(head.recipients)]
        self._two((left[0][0], "strong", "slanted"), (signatory, "small_caps_line", "size13", "strong"))
        self._two((left[1][0], "left"), (signing, "small_caps_line", "slanted"))
        for text, _ in left[2:]:
            self._two((text, "left"), ("", "left"))
        self._pen.worksheet.print_area(0, 0, self._row + 4, self._width - 1)

    def _line(self, text: str, *looks: str, height: float | None = None, size: float = 13.0) -> None:
        self._pen.line(self._row, self._width, text, *looks, height=height or _height(text, size))
        self._row += 1

    def _two(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        self._pen.worksheet.set_row(self._row, _ROW + 1)
        self._pen.across(self._row, 0, _LEFT_COLUMNS, left[0], *left[1:])
        right_width = self._width - _LEFT_COLUMNS
        self._pen.across(self._row, _LEFT_COLUMNS, right_width, right[0], *right[1:])
        self._row += 1

    def _paragraph(self, block: Paragraph) -> None:
        if not block.lead:
            self._line(block.text, "body")
            return
        self._pen.worksheet.set_row(self._row, _height(block.lead + block.text, 13.0))
        self._pen.led(self._row, self._width, block.lead, block.text, "body")
        self._row += 1

    def _point_to(self, sheet: str) -> None:
        text = self._words("report_letter.see_sheet", sheet=sheet)
        self._pen.worksheet.set_row(self._row, _ROW)
        self._pen.link_to_sheet(self._row, self._width, text, sheet, "body", "left")
        self._row += 1

    def _summary(self, table: Table) -> None:
        self._line(table.caption, "body_centred", "strong", height=_ROW + 3)
        self._pen.worksheet.set_row(self._row, 3 * 15)
        for column, head in enumerate(table.heads):
            self._pen.text(self._row, column, head.text, "cell", "head")
        first = self._row + 1
        for row, evaluation in zip(table.rows, self._report.own, strict=True):
            self._row += 1
            self._pen.worksheet.set_row(self._row, 15.0 * _lines_in(row, table))
            self._summary_row(row, evaluation)
        verdicts = f"{address(first, _VERDICT)}:{address(self._row, _VERDICT)}"
        colour_verdicts(self._pen, verdicts, self._report.own, self._words)
        self._row += 1
        self._line(self._words("report_letter.follows"), "hint", height=30)

    def _summary_row(self, row: Row, evaluation: Evaluation) -> None:
        for column in (0, 1, 2, _CLAUSE):
            align = ("left",) if column == 1 else ("centre",)
            self._pen.text(self._row, column, row.cells[column], "cell", "middle", *align)
        words, verdict = self._words, evaluation.verdict
        self._linked(evaluation, 3, Column.ACTUAL, evaluation.actual, f'{actual_shape(evaluation, words)}"%"')
        self._linked(evaluation, 4, Column.POINTS, verdict.gap_points, points_shape(evaluation, words))
        self._linked(evaluation, 5, Column.MISSING, verdict.gap_units, counted_shape(evaluation, words))
        self._linked(evaluation, _VERDICT, Column.VERDICT, verdict_word(evaluation, words), "centre")

    def _linked(self, evaluation: Evaluation, column: int, shows: Column, result: object, look: str) -> None:
        assert self._gaps is not None
        cell = self._gaps.cell(self._gaps.row_of(evaluation), shows)
        dashed = NOTHING if result is None else result
        self._pen.formula(self._row, column, shown(cell, NOTHING), dashed, "cell", "middle", "right", look)  # type: ignore[arg-type]


def _height(text: str, size: float) -> float:
    return _LINE / 13.0 * size * ceil(len(text) / _LETTERS_ON_A_LINE[size]) + 5


def _lines_in(row: Row, table: Table) -> int:
    """How many lines the row needs: some half a letter of 11 points to a mm."""
    needed = (
        ceil(len(text) / (head.width * 0.46)) for text, head in zip(row.cells, table.heads, strict=True)
    )
    return max(needed)
