"""The whole report, composed from what was found: one text for the workbook, the document and the page."""

from __future__ import annotations

from kpi.domain.report import GapReport
from kpi.present.formats import day, moment
from kpi.present.reports.by_unit import by_unit
from kpi.present.reports.document import Block, Document, Heading
from kpi.present.reports.duties import duties, unreported
from kpi.present.reports.evidence import method, sources
from kpi.present.reports.letterhead import document_text, issuer_in_full, letterhead
from kpi.present.reports.results import results
from kpi.present.reports.through_years import through_years
from kpi.present.sentences import period_text
from kpi.present.words import Words

_BODY = (results, by_unit, through_years, duties, unreported)
_ANNEX = (method, sources)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def compose(report: GapReport, words: Words) -> Document:
    """The report as headings, paragraphs and tables, with its head and foot."""
    period = period_text(report.period, words)
    title = words.pick(report.plan.title, report.plan.title_en)
    return Document(
        letterhead(report, words),
        words(
            "report_text.opening",
            document=document_text(report.plan, words),
            as_of=day(report.as_of, words.language),
            period=period,
        ),
        _numbered([block for part in _BODY for block in part(report, words)]),
        words(
            "report_text.closing",
            period=period,
            title=title,
            recipient=issuer_in_full(report.plan, words),
        ),
        words("report_text.annex"),
        _numbered([block for part in _ANNEX for block in part(report, words)]),
        words(
            "gap_report.footer",
            plan=words.pick(report.plan.short, report.plan.short_en),
            period=report.period,
            made_at=moment(report.made_at, words.language),
        ),
    )


def _numbered(blocks: list[Block]) -> tuple[Block, ...]:
    """Headings with their numbers: I, II … and within each 1, 2 …"""
    numbered: list[Block] = []
    major = minor = 0
    for block in blocks:
        if not isinstance(block, Heading):
            numbered.append(block)
        elif block.level == 1:
            major, minor = major + 1, 0
            numbered.append(Heading(f"{_ROMAN[major - 1]}. {block.text}", 1))
        else:
            minor += 1
            numbered.append(Heading(f"{minor}. {block.text}", 2))
    return tuple(numbered)
