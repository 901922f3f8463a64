"""One indicator through the years and across units: drawn, and as tables that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.present.formats import points
from kpi.present.sentences import actual_text, figure_status, period_text, target_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.ui.counts import counts_text
from kpi.ui.marks import verdict_badge
from kpi.ui.markup import Markup, element, joined
from kpi.ui.tables import table

_COLUMNS = ("period", "actual", "counts", "status", "target", "gap", "verdict")


def years_table(evaluations: Sequence[Evaluation], remarks: Sequence[Markup], words: Words) -> Markup:
    """The same as the path above it, as a table, with the counts and a remark on those of each year."""
    rows = [
        [capitalised(period_text(e.period, words)), *_facts(e, remark, words)]
        for e, remark in zip(evaluations, remarks, strict=True)
    ]
    headings = [words(f"page.column.{name}") for name in _COLUMNS]
    return table(headings, rows, frozenset({1, 2, 5}), words("page.indicator.years"))


def fills_explained(words: Words) -> Markup:
    """What solid, hatched and hollow bars mean; the lines bear their own names."""
    shown = (
        joined(
            element("i", class_=f"k-swatch actual {fill}".strip(), aria_hidden="true"), words(f"chart.{key}")
        )
        for key, fill in (("final", ""), ("provisional", "hatched"), ("estimate", "hollow"))
    )
    return element("p", *(element("span", entry) for entry in shown), class_="k-fills")


def _facts(evaluation: Evaluation, remark: Markup, words: Words) -> list[str | Markup]:
    gap, target = evaluation.verdict.gap_points, evaluation.target
    return [
        actual_text(evaluation, words),
        joined(counts_text(evaluation, words), remark, by=" "),
        figure_status(evaluation, words),
        target_text(target, words) if target else "–",
        points(gap, words.language) if gap is not None else "–",
        verdict_badge(evaluation, words),
    ]
