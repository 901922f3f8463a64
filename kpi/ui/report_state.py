"""What a report of a period would still lack."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.period import Period
from kpi.domain.report import NotReported
from kpi.present.sentences import period_text
from kpi.present.words import Words
from kpi.service.reports import not_reported
from kpi.ui.frame import View
from kpi.ui.glance import by_units, indicators_text, names_text


def what_is_unfinished(view: View, period: Period) -> list[str]:
    """A sentence each: made-up figures, a period still open, units that have not reported."""
    words, remarks = view.words, []
    if view.knowledge.illustrative:
        remarks.append(words("page.report.illustrative"))
    if view.plan.indicators and period not in view.knowledge.evaluator.closed:
        remarks.append(words("page.report.open", period=period_text(period, words)))
    return remarks + [_missing(group, words) for group in by_units(not_reported(view.knowledge, period))]


def _missing(group: Sequence[NotReported], words: Words) -> str:
    entry = group[0]
    return words(
        "page.report.missing",
        indicator=indicators_text(group, words),
        missing=len(entry.units),
        expected=entry.expected,
        names=names_text([unit.name for unit in entry.units], words),
    )
