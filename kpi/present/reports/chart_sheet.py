"""The sheet of charts, an indicator to a page."""

from __future__ import annotations

from itertools import groupby

from kpi.domain.report import GapReport
from kpi.present.reports.charts import draw_charts
from kpi.present.reports.gap_sheet import GapSheet
from kpi.present.reports.sheets import footer_of, warning_of
from kpi.present.words import Words
from kpi.present.workbook_style import Book, Page

_ROWS_ON_A_PAGE, _SECOND_ROW = 47, 17  # of the usual 20 pixels
_WITHIN = {
    "x_offset": 4,
    "y_offset": 4,
    "object_position": 1,
}  # a frame on a page's edge is printed on both pages


def write_chart_sheet(book: Book, report: GapReport, gaps: GapSheet, words: Words) -> None:
    """A page for each indicator with figures; no sheet without any."""
    drawn = draw_charts(book, report, gaps, words)
    pages = [list(names) for _, names in groupby(drawn, key=lambda name: name[1])]
    if not pages:
        return
    pen = book.sheet(words("chart_sheet.sheet"))
    for place, names in enumerate(pages):
        for row, name in zip((0, _SECOND_ROW), names, strict=False):
            at = place * _ROWS_ON_A_PAGE + row
            pen.worksheet.insert_chart(at, 0, drawn[name].chart, _WITHIN)
    pen.worksheet.print_area(0, 0, len(pages) * _ROWS_ON_A_PAGE - 1, 8)
    between = [place * _ROWS_ON_A_PAGE for place in range(1, len(pages))]
    page = Page(landscape=False, starts=between, fitted=False)
    pen.a4(footer_of(report, words), warning_of(report, words), page=page)
