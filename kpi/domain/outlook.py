"""Where the present trend ends: a projection, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kpi.domain.actuals import Actual
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind

FEWEST, MOST = 3, 5
_LOWEST, _HIGHEST = Fraction(0), Fraction(100)
_PROJECTED = (IndicatorKind.SHARE, IndicatorKind.INDEX)


class OutlookState(StrEnum):
    WILL_MEET = "will-meet"
    WILL_MISS = "will-miss"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlook:
    """`projected` is in percent for `period`, the year of the next dated target."""

    state: OutlookState
    projected: Fraction | None = None
    period: Period | None = None


_UNKNOWN = Outlook(OutlookState.UNKNOWN)


def outlook(indicator: Indicator, period: Period, series: dict[Period, Actual], as_of: date) -> Outlook:
    """The least-squares line through the last three to five official years, carried to the next target."""
    coming = [t for t in indicator.dated_targets(as_of) if t.year > period.year]
    points = _official_years(series, period)[-MOST:]
    if indicator.kind not in _PROJECTED or not coming or len(points) < FEWEST:
        return _UNKNOWN
    target = coming[0]
    assert target.value is not None
    projected = min(max(line_through(points, target.year), _LOWEST), _HIGHEST)
    meets = target.operator.holds(projected, Fraction(target.value))
    state = OutlookState.WILL_MEET if meets else OutlookState.WILL_MISS
    return Outlook(state, projected, Period(target.year))


def line_through(points: list[tuple[int, Fraction]], year: int) -> Fraction:
    """The least-squares line through the points, at `year`. Needs two different years."""
    n = len(points)
    mean_x = Fraction(sum(x for x, _ in points), n)
    mean_y = sum((y for _, y in points), Fraction(0)) / n
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum(((x - mean_x) * (y - mean_y) for x, y in points), Fraction(0)) / spread
    return mean_y + slope * (year - mean_x)


def _official_years(series: dict[Period, Actual], until: Period) -> list[tuple[int, Fraction]]:
    return [
        (p.year, a.percent)
        for p, a in series.items()
        if p.is_year and p.year <= until.year and a.stage is Stage.OFFICIAL and a.percent is not None
    ]
