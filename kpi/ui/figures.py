"""Charts with their text alternative, and the tables that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import Indicator
from kpi.present.charts import gap_chart, gap_summary, path_chart, path_summary
from kpi.present.charts.gaps import worst_first
from kpi.present.formats import points
from kpi.present.sentences import actual_text, figure_status, period_text, target_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.ui.counts import counts_text
from kpi.ui.marks import verdict_badge
from kpi.ui.markup import Markup, show
from kpi.ui.tables import table

_FONT = "Be Vietnam Pro, sans-serif"
_FIXED = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


def show_path(indicator: Indicator, evaluations: Sequence[Evaluation], words: Words) -> None:
    """The lawful path against what was achieved, year by year."""
    figure = path_chart(indicator, evaluations, words)
    alt = path_summary(indicator, evaluations, words)
    _draw(figure, alt, "path")


def show_years(evaluations: Sequence[Evaluation], words: Words) -> None:
    """The same as the chart, as a table, with the counts."""
    rows = [[capitalised(period_text(e.period, words)), *_facts(e, words)] for e in evaluations]
    show(table([words("page.column.period"), *_headings(words)], rows, frozenset({1, 2, 5})))


def show_units(evaluations: Sequence[Evaluation], words: Words) -> None:
    """Units side by side, the furthest from the target first, as chart and table."""
    figure, alt = gap_chart(evaluations, words), gap_summary(evaluations, words)
    _draw(figure, alt, "units")
    rows = [[e.unit.name, *_facts(e, words)] for e in worst_first(evaluations)]
    show(table([words("page.column.unit"), *_headings(words)], rows, frozenset({1, 2, 5})))


def _draw(figure: Any, alt: str, key: str) -> None:
    figure.update_layout(font_family=_FONT)
    st.plotly_chart(figure, theme=None, config=_FIXED, alt=alt, key=key)


def _headings(words: Words) -> list[str]:
    names = ("actual", "counts", "status", "target", "gap", "verdict")
    return [words(f"page.column.{name}") for name in names]


def _facts(evaluation: Evaluation, words: Words) -> list[str | Markup]:
    gap, target = evaluation.verdict.gap_points, evaluation.target
    return [
        actual_text(evaluation, words),
        counts_text(evaluation, words),
        figure_status(evaluation, words),
        target_text(target, words) if target else "–",
        points(gap, words.language) if gap is not None else "–",
        verdict_badge(evaluation, words),
    ]
