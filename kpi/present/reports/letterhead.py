"""How an administrative report opens and ends, after Nghị định 30/2020/NĐ-CP, Phụ lục I.

What only the issuing office knows (its name, number, place, date, who signs) is left blank for it.
"""

from __future__ import annotations

import re
from datetime import date

from kpi.domain.plan import Plan
from kpi.domain.report import GapReport
from kpi.present.formats import day
from kpi.present.reports.document import Letterhead
from kpi.present.sentences import period_text
from kpi.present.words import Language, Words

_MONTHS_WITH_A_NOUGHT = (1, 2)


def letterhead(report: GapReport, words: Words) -> Letterhead:
    """The head and the foot of the report."""
    return Letterhead(
        superior=words.pick(report.plan.issuer, report.plan.issuer_en).upper(),
        office=words("report_letter.office"),
        number=words("report_letter.number"),
        motto=words("report_letter.motto"),
        motto_below=words("report_letter.motto_below"),
        place_and_date=words("report_letter.place_and_date"),
        kind=words("report_letter.kind"),
        subject=_subject(report, words),
        to=words("report_letter.to", recipient=issuer_in_full(report.plan, words)),
        warning=words("gap_report.illustrative") if report.illustrative else "",
        recipients=tuple(words(f"report_letter.{line}") for line in ("copies", "as_above", "on_file")),
        signature=tuple(words(f"report_letter.{line}") for line in ("signatory", "signing")),
    )


def document_text(plan: Plan, words: Words) -> str:
    """«Kế hoạch … (số 157/KH-UBND ngày 11 tháng 5 năm 2017 của UBND tỉnh Hà Tĩnh)»."""
    title = words.pick(plan.title, plan.title_en)
    key = "report_letter.document" if plan.number else "report_letter.document_without_number"
    issued = written_day(plan.issued, words) if plan.issued else ""
    return words(
        key, title=title, number=plan.number, issued=issued, issuer=words.pick(plan.issuer, plan.issuer_en)
    )


def written_day(value: date, words: Words) -> str:
    """«ngày 09 tháng 5 năm 2017»: days below ten and the months 1 and 2 with a nought, as the decree asks."""
    if words.language is not Language.VIETNAMESE:
        return day(value, words.language)
    month = f"{value.month:02}" if value.month in _MONTHS_WITH_A_NOUGHT else str(value.month)
    return words("report_letter.day", day=f"{value.day:02}", month=month, year=value.year)


def issuer_in_full(plan: Plan, words: Words) -> str:
    """The issuer with its abbreviation written out, as an address demands."""
    short, full = words("report_letter.committee_short"), words("report_letter.committee")
    return words.pick(re.sub(f"^{short}", full, plan.issuer), plan.issuer_en)


def _subject(report: GapReport, words: Words) -> str:
    title = words.pick(report.plan.title, report.plan.title_en)
    period = period_text(report.period, words)
    key = "report_letter.subject" if report.plan.indicators else "report_letter.subject_of_tasks"
    said = words(key, period=period, title=title)
    return f"{said} – {report.unit.name}" if report.unit else said
