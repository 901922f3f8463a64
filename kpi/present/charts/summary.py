"""Charts in words, for people who do not see them: one line a bar, in the order of the bars."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import Indicator
from kpi.present.charts.gaps import worst_first
from kpi.present.sentences import (
    actual_text,
    figure_status,
    outlook_sentence,
    period_text,
    target_sentence,
    verdict_word,
)
from kpi.present.words import Words


def path_summary(indicator: Indicator, evaluations: Sequence[Evaluation], words: Words) -> str:
    """What `path_chart` shows, as plain text: title, a line a year, the projection."""
    yearly = sorted((e for e in evaluations if e.period.is_year), key=lambda e: e.period)
    if not yearly:
        return words.pick(indicator.name, indicator.name_en)
    title = words(
        "chart.path-title",
        indicator=words.pick(indicator.name, indicator.name_en),
        unit=yearly[0].unit.name,
    )
    last = next((e for e in reversed(yearly) if e.actual is not None), yearly[-1])
    return "\n".join([title, *(_year(e, words) for e in yearly), outlook_sentence(last, words)])


def gap_summary(evaluations: Sequence[Evaluation], words: Words) -> str:
    """What `gap_chart` shows, as plain text: title with the target, a line a unit; empty without evaluations."""
    rows = worst_first(evaluations)
    if not rows:
        return ""
    first = rows[0]
    title = words(
        "chart.gap-title",
        indicator=words.pick(first.indicator.name, first.indicator.name_en),
        period=period_text(first.period, words),
    )
    target = target_sentence(first, words)
    return "\n".join([f"{title}; {target}" if target else title, *(_unit(e, words) for e in rows)])


def _year(evaluation: Evaluation, words: Words) -> str:
    target = target_sentence(evaluation, words)
    shown = "chart.summary-year" if target else "chart.summary-year-untargeted"
    return words(
        "chart.summary-empty-year" if evaluation.actual is None else shown,
        period=period_text(evaluation.period, words),
        actual=actual_text(evaluation, words),
        status=figure_status(evaluation, words),
        target=target,
        verdict=verdict_word(evaluation, words),
    )


def _unit(evaluation: Evaluation, words: Words) -> str:
    return words(
        "chart.summary-unit-empty" if evaluation.actual is None else "chart.summary-unit",
        unit=evaluation.unit.name,
        actual=actual_text(evaluation, words),
        status=figure_status(evaluation, words),
        verdict=verdict_word(evaluation, words),
    )
