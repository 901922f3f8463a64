"""Where the present trend ends: a projection, never a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from kpi.domain.actuals import Actual
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind, Target

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


def outlook(
    indicator: Indicator, period: Period, series: dict[Period, Actual], dated_targets: Sequence[Target]
) -> Outlook:
    """The least-squares line through the last three to five official years, carried to the next dated target."""
    target = next((t for t in dated_targets if t.year > period.year), None)
    if indicator.kind not in _PROJECTED or not period.is_year or target is None or target.value is None:
        return _UNKNOWN
    points = _official_years(series, period)[-MOST:]
    if len(points) < FEWEST:
        return _UNKNOWN
    projected = min(max(line_through(points, target.year), _LOWEST), _HIGHEST)
    meets = target.operator.holds(projected, Fraction(target.value))
    state = OutlookState.WILL_MEET if meets else OutlookState.WILL_MISS
    return Outlook(state, projected, Period(target.year))


def line_through(points: list[tuple[int, Fraction]], year: int) -> Fraction:
    """The least-squares line through the points, at `year`. Needs two different years.

    Exact; the heights are brought to one denominator first, so that whole numbers are added and not fractions.
    """
    shared = lcm(*(y.denominator for _, y in points))
    heights = [(x, y.numerator * (shared // y.denominator)) for x, y in points]
    n, sum_x, sum_y = len(points), sum(x for x, _ in heights), sum(y for _, y in heights)
    spread = n * sum(x * x for x, _ in heights) - sum_x * sum_x
    rise = n * sum(x * y for x, y in heights) - sum_x * sum_y
    return Fraction(sum_y * spread + rise * (n * year - sum_x), n * spread * shared)


def _official_years(series: dict[Period, Actual], until: Period) -> list[tuple[int, Fraction]]:
    return [
        (p.year, a.percent)
        for p, a in series.items()
        if p.is_year and p.year <= until.year and a.stage is Stage.OFFICIAL and a.percent is not None
    ]
