"""Where the present trend ends: a projection, never a verdict."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from kpi.domain.actuals import Series
from kpi.domain.exact import Points
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind, Target

FEWEST, MOST = 3, 5
_LOWEST, _HIGHEST = 0, 100
_PROJECTED = (IndicatorKind.SHARE, IndicatorKind.INDEX)


class OutlookState(StrEnum):
    WILL_MEET = "will-meet"
    WILL_MISS = "will-miss"
    UNKNOWN = "unknown"


class Outlook(NamedTuple):
    """`projected` is in percent for `period`, the year of the next dated target."""

    state: OutlookState
    projected: Fraction | None = None
    period: Period | None = None


_UNKNOWN = Outlook(OutlookState.UNKNOWN)


def outlook(indicator: Indicator, period: Period, series: Series, target: Target | None) -> Outlook:
    """The least-squares line through the last three to five official years, carried to the next dated target."""
    if indicator.kind not in _PROJECTED or not period.is_year or target is None or target.demanded is None:
        return _UNKNOWN
    points = series.official.last(MOST, until=period.year)
    if len(points.years) < FEWEST:
        return _UNKNOWN
    projected = line_through(points, target.year)
    meets = target.operator.holds(projected, target.demanded)
    state = OutlookState.WILL_MEET if meets else OutlookState.WILL_MISS
    return Outlook(state, projected, Period(target.year))


def line_through(points: Points, year: int) -> Fraction:
    """The least-squares line through the points, at `year`: exact, in percent, never beyond what a share can be.

    Needs two different years.
    """
    weights, parts = _weights(points.years, year)
    whole = parts * points.parts
    height = sum(map(mul, weights, points.heights))
    return Fraction(min(max(height, _LOWEST * whole), _HIGHEST * whole), whole)


@lru_cache(maxsize=1024)
def _weights(years: tuple[int, ...], year: int) -> tuple[list[int], int]:
    """What the height of each point adds to the line at `year`, in so many parts; the same for every unit."""
    n, sum_x = len(years), sum(years)
    spread = n * sum(x * x for x in years) - sum_x * sum_x
    reach = n * year - sum_x
    return [spread + reach * (n * x - sum_x) for x in years], n * spread
