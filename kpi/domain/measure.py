"""From a figure to the percentage that is judged, and the base it is judged against.

Growth (ha-tinh-157-2017, II.3) is measured on the official count of the year before; an increase
(nghe-an-2269, II.1) on its base year, else on the first earlier observation.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kpi.domain.actuals import Actual, Series
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind, Target


class Reason(StrEnum):
    """Why there is data and yet no verdict."""

    ZERO_DENOMINATOR = "zero-denominator"
    NO_BASE = "no-base"
    INCOMPLETE_COVERAGE = "incomplete-coverage"
    NO_TARGET = "no-target"


class Measure(NamedTuple):
    """The figure to judge, in percent, or the reason there is none. `base` is what growth is measured on."""

    percent: Fraction | None
    reason: Reason | None = None
    base: Actual | None = None


def measure(indicator: Indicator, actual: Actual, series: Series) -> Measure:
    """The percentage of `actual`: its own share, or its growth on the year before in `series`."""
    if not actual.complete:
        return Measure(None, Reason.INCOMPLETE_COVERAGE)
    if indicator.kind is IndicatorKind.GROWTH:
        return _growth(actual, series.figures.get(actual.period.a_year_before()))
    if actual.percent is None:
        return Measure(None, Reason.ZERO_DENOMINATOR)
    return Measure(actual.percent)


def _growth(actual: Actual, base: Actual | None) -> Measure:
    if base is None or base.numerator is None or actual.numerator is None:
        return Measure(None, Reason.NO_BASE)
    if not base.complete:
        return Measure(None, Reason.INCOMPLETE_COVERAGE, base)
    if base.numerator == 0:
        return Measure(None, Reason.ZERO_DENOMINATOR, base)
    return Measure(Fraction(100 * (actual.numerator - base.numerator), base.numerator), None, base)


def increase_base(target: Target, actual: Actual, series: Series) -> Measure:
    """The share an increase must exceed: of the target's base year, else of the first earlier year."""
    earlier = {p: a for p, a in series.figures.items() if p.is_year and p < actual.period}
    base = earlier.get(Period(target.base_year or 0)) or next(iter(earlier.values()), None)
    if base is None:
        return Measure(None, Reason.NO_BASE)
    if not base.complete:
        return Measure(None, Reason.INCOMPLETE_COVERAGE, base)
    return Measure(base.percent, None if base.percent is not None else Reason.ZERO_DENOMINATOR, base)
