"""The workbook a report is written into."""

from __future__ import annotations

from kpi.domain.report import GapReport
from kpi.present.words import Words
from kpi.present.workbook_looks import locale_of
from kpi.present.workbook_style import Book


def new_book(report: GapReport, words: Words) -> Book:
    """An empty workbook with the plan's title and the report's hour; it writes numbers as its language does."""
    return Book(words.pick(report.plan.title, report.plan.title_en), report.made_at, locale_of(words))
