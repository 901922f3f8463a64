"""Is the pace enough? Where a value stands on the straight lines from the base through each dated target.

The lines are this program's, not the document's: a document names only the corners.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kpi.domain.actuals import Series
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind

ON_TRACK, SLOW = 95, 60  # percent of the way due
Corner = tuple[int, Fraction]
_PACED = (IndicatorKind.SHARE, IndicatorKind.INDEX)


class PaceState(StrEnum):
    ON_TRACK = "on-track"
    SLOW = "slow"
    OFF_TRACK = "off-track"
    REVERSING = "reversing"
    NOT_APPLICABLE = "not-applicable"


class Pace(NamedTuple):
    """`ratio` is progress made over progress due, None where the path asks for none. `path` is in percent."""

    state: PaceState
    ratio: Fraction | None = None
    base: Period | None = None
    path: Fraction | None = None


_NOT_APPLICABLE = Pace(PaceState.NOT_APPLICABLE)


def pace(
    indicator: Indicator,
    period: Period,
    series: Series,
    base_year: Period | None,
    corners: Sequence[Corner],
) -> Pace:
    """The pace of the series in `period`; not applicable without an earlier base or a target still to come.

    `corners` are the dated targets in order, in percent.
    """
    figure = series.figures.get(period)
    base = _base(series, base_year, period)
    if figure is None or figure.percent is None or base is None or indicator.kind not in _PACED:
        return _NOT_APPLICABLE
    start, base_period = base
    path = path_value((base_period.year, start), corners, period.year)
    return _NOT_APPLICABLE if path is None else _judge(figure.percent, start, path, base_period)


def path_value(base: Corner, corners: Sequence[Corner], year: int) -> Fraction | None:
    """The value on the lines from the base through the corners after it; None up to the base and past the last."""
    x0, y0 = base
    if year <= x0:
        return None
    for x1, y1 in corners:
        if year == x1:
            return y1
        if x0 < year < x1:
            return y0 + (y1 - y0) * Fraction(year - x0, x1 - x0)
        if x0 < x1:
            x0, y0 = x1, y1
    return None


def _base(series: Series, base_year: Period | None, period: Period) -> tuple[Fraction, Period] | None:
    """The value and year to measure from: the base year's, else the first there is; None if not before `period`."""
    planned = series.figures.get(base_year) if base_year else None
    base = planned if planned is not None and planned.percent is not None else series.first
    if base is None or base.percent is None or not period.is_year or not base.period < period:
        return None
    return base.percent, base.period


def _judge(actual: Fraction, start: Fraction, path: Fraction, base: Period) -> Pace:
    gone, due = _distances(actual, start, path)
    ratio = Fraction(gone, due) if due > 0 else None
    if gone >= due or (due > 0 and 100 * gone >= ON_TRACK * due):
        return Pace(PaceState.ON_TRACK, ratio, base, path)
    if gone < 0 or due <= 0:
        return Pace(PaceState.REVERSING, ratio, base, path)
    return Pace(PaceState.SLOW if 100 * gone >= SLOW * due else PaceState.OFF_TRACK, ratio, base, path)


def _distances(actual: Fraction, start: Fraction, path: Fraction) -> tuple[int, int]:
    """How far the value has come and how far it should have, from the start: whole numbers of the same small part."""
    n, d = actual.as_integer_ratio()
    s, e = start.as_integer_ratio()
    p, f = path.as_integer_ratio()
    return (n * e - s * d) * f, (p * e - s * f) * d
