"""Directions without a figure: better, worse or unchanged on the previous value, nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kpi.domain.actuals import Actual, Actuals
from kpi.domain.period import Period
from kpi.domain.plan import BetterWhen, Indicator, IndicatorKind
from kpi.domain.unit import ReportingUnit


class Direction(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Trend:
    """`direction` is None where there is no earlier value, or where more can be good or bad."""

    indicator: Indicator
    unit: ReportingUnit
    period: Period
    current: Fraction
    previous: Fraction | None
    previous_period: Period | None
    direction: Direction | None


def trend(actuals: Actuals, indicator: Indicator, unit: ReportingUnit, period: Period) -> Trend | None:
    """The value of the period against the last earlier one of the same kind; None without a value."""
    series = {
        p: _amount(indicator, a)
        for p, a in actuals.series(indicator, unit).figures.items()
        if p.part == period.part
    }
    current = series.get(period)
    if current is None:
        return None
    earlier = [(p, value) for p, value in series.items() if p < period and value is not None]
    previous_period, previous = earlier[-1] if earlier else (None, None)
    direction = _direction(indicator.better_when, current, previous)
    return Trend(indicator, unit, period, current, previous, previous_period, direction)


def _amount(indicator: Indicator, figure: Actual) -> Fraction | None:
    if not figure.complete:
        return None
    if indicator.kind is IndicatorKind.COUNT:
        return None if figure.numerator is None else Fraction(figure.numerator)
    return figure.percent


def _direction(better_when: BetterWhen, current: Fraction, previous: Fraction | None) -> Direction | None:
    if previous is None or better_when is BetterWhen.EITHER:
        return None
    if current == previous:
        return Direction.UNCHANGED
    rises_well = better_when is BetterWhen.HIGHER
    return Direction.BETTER if (current > previous) is rises_well else Direction.WORSE
