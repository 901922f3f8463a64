"""The gap report as a workbook: the page to sign, then a sheet for each of its parts, with live formulas."""

from __future__ import annotations

from kpi.domain.report import GapReport
from kpi.present.reports.book import new_book
from kpi.present.reports.chart_sheet import write_chart_sheet
from kpi.present.reports.composition import compose
from kpi.present.reports.document import Part
from kpi.present.reports.gap_sheet import write_gap_sheet
from kpi.present.reports.letter_sheet import write_letter_sheet
from kpi.present.reports.sheets import (
    write_method_sheet,
    write_source_sheet,
    write_task_sheet,
    write_trend_sheet,
    write_unreported_sheet,
)
from kpi.present.reports.units_sheet import write_units_sheet
from kpi.present.reports.years_sheet import write_change_sheet, write_years_sheet
from kpi.present.words import Words


def write_gap_report(report: GapReport, words: Words) -> bytes:
    """The report as .xlsx bytes; the same report gives the same bytes.

    Actual, gap, missing units and verdict of a row are formulas over the numbers beside them, saved with this
    program's own exact results. No macro and no link to another file.
    """
    written = compose(report, words)
    book = new_book(report, words)
    letter = book.sheet_to_sign(words("gap_report.sheet"))
    gaps = write_gap_sheet(book, report, words)
    write_letter_sheet(letter, report, written, gaps, _sheets(words), words)
    if gaps is not None:
        write_units_sheet(book, report, gaps, words)
        write_years_sheet(book, report, gaps, words)
        write_change_sheet(book, report, gaps, words)
        write_chart_sheet(book, report, gaps, words)
    write_task_sheet(book, report, words)
    write_unreported_sheet(book, report, words)
    write_trend_sheet(book, report, words)
    write_source_sheet(book, report, words)
    write_method_sheet(book, report, words)
    return book.bytes()


def _sheets(words: Words) -> dict[Part, str]:
    """The sheet that shows each part of the document in full."""
    keys = {Part.UNITS: "units_sheet", Part.YEARS: "years_sheet", Part.TASKS: "task_sheet"}
    return {part: words(f"{key}.sheet") for part, key in keys.items()}
