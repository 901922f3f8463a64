"""What a report of a period would still lack."""

from __future__ import annotations

from kpi.domain.period import Period
from kpi.domain.report import NotReported
from kpi.present.sentences import period_text
from kpi.present.words import Words
from kpi.service.reports import not_reported
from kpi.ui.frame import View
from kpi.ui.glance import names_text


def what_is_unfinished(view: View, period: Period) -> list[str]:
    """A sentence each: made-up figures, a period still open, units that have not reported."""
    words, remarks = view.words, []
    if view.knowledge.illustrative:
        remarks.append(words("page.report.illustrative"))
    if view.plan.indicators and period not in view.knowledge.evaluator.closed:
        remarks.append(words("page.report.open", period=period_text(period, words)))
    return remarks + [_missing(entry, words) for entry in not_reported(view.knowledge, period)]


def _missing(entry: NotReported, words: Words) -> str:
    return words(
        "page.report.missing",
        indicator=words.pick(entry.indicator.short, entry.indicator.short_en),
        missing=len(entry.units),
        expected=entry.expected,
        names=names_text([unit.name for unit in entry.units], words),
    )
