"""The workbook a report is written into."""

from __future__ import annotations

from kpi.domain.report import GapReport
from kpi.present.words import Language, Words
from kpi.present.workbook_style import VIETNAMESE, Book


def new_book(report: GapReport, words: Words) -> Book:
    """An empty workbook with the plan's title and the report's hour; it writes numbers as its language does."""
    locale = VIETNAMESE if words.language is Language.VIETNAMESE else ""
    return Book(words.pick(report.plan.title, report.plan.title_en), report.made_at, locale)
