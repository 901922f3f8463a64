"""Units in the order of their distance to the target, and the mark they are held against."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kpi.domain.evaluation import Evaluation


def worst_first(evaluations: Iterable[Evaluation]) -> list[Evaluation]:
    """The furthest below its target first; those that could not be measured last, by name."""
    return sorted(evaluations, key=lambda e: (*_distance(e), e.unit.name))


def mark_in(evaluation: Evaluation) -> Fraction | None:
    """The level the unit is held against, in percent; for an increase its base."""
    target, base = evaluation.target, evaluation.verdict.base
    if target is None:
        return None
    if target.value is not None:
        return Fraction(target.value)
    return base.percent if base else None


def _distance(evaluation: Evaluation) -> tuple[bool, Fraction]:
    gap = evaluation.verdict.gap_points
    return gap is None, gap if gap is not None else Fraction(0)
