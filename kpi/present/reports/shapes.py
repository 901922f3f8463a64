"""The number formats of a report's figures: as many decimals as it takes never to round a miss onto the mark."""

from __future__ import annotations

from kpi.domain.evaluation import Evaluation
from kpi.present.formats import points
from kpi.present.sentences import actual_text, noun
from kpi.present.words import Words
from kpi.present.workbook_style import decimals, quoted


def actual_shape(evaluation: Evaluation, words: Words) -> str:
    """As many decimals as the sentence on the figure shows."""
    return decimals(max(2, _decimals_in(actual_text(evaluation, words))))


def points_shape(evaluation: Evaluation, words: Words) -> str:
    """A signed gap in percentage points; never a rounded nought for a real one."""
    gap = evaluation.verdict.gap_points
    places = 2 if gap is None else _decimals_in(points(gap, words.language))
    return decimals(places, signed=True)


def counted_shape(evaluation: Evaluation, words: Words) -> str:
    """A whole number with what it counts: «156 đơn vị»."""
    counted = noun(evaluation.indicator, words)
    return f"#,##0 {quoted(counted)}" if counted else "#,##0"


def _decimals_in(shown: str) -> int:
    digits = shown.rstrip("%")
    return len(digits) - len(digits.rstrip("0123456789"))
