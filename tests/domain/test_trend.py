"""Directions without a figure: better, worse or unchanged on the previous value, and nothing where more is neither."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import EAST, NORTH, PROVINCE, THREE_DISTRICTS, WEST, observed, share, shares

from kpi.domain.actuals import Actuals
from kpi.domain.observation import Observation
from kpi.domain.period import Period
from kpi.domain.plan import BetterWhen, Counted, Indicator, IndicatorKind
from kpi.domain.trend import Direction, Trend, trend
from kpi.domain.unit import UnitRegister

RATE = share()
ARREARS = Indicator(
    "no-dong",
    IndicatorKind.COUNT,
    "Số đơn vị nợ đóng",
    "Nợ đóng",
    "III.2",
    numerator=Counted("Đơn vị nợ"),
    better_when=BetterWhen.LOWER,
)


def seen(indicator: Indicator, period: str, *rows: Observation) -> Trend | None:
    actuals = Actuals(rows, UnitRegister.of(THREE_DISTRICTS))
    return trend(actuals, indicator, PROVINCE, Period.parse(period))


def counts(indicator: Indicator, figures: dict[int | str, int]) -> list[Observation]:
    return [observed(indicator, period, count) for period, count in figures.items()]


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [(124, 115, Direction.BETTER), (115, 124, Direction.WORSE), (115, 115, Direction.UNCHANGED)],
)
def test_fewer_arrears_are_better(before: int, now: int, direction: Direction) -> None:
    found = seen(ARREARS, "2018", *counts(ARREARS, {2017: before, 2018: now}))
    assert found is not None
    assert (found.direction, found.previous, found.current) == (direction, before, now)


@pytest.mark.parametrize(
    ("now", "direction"), [(13, Direction.BETTER), (12, Direction.UNCHANGED), (11, Direction.WORSE)]
)
def test_a_higher_share_is_better(now: int, direction: Direction) -> None:
    found = seen(RATE, "2018", *shares(RATE, {2017: 12, 2018: now}))
    assert found is not None
    assert found.direction is direction


def test_where_more_can_be_good_or_bad_no_direction_is_given() -> None:
    evasion = replace(ARREARS, better_when=BetterWhen.EITHER)
    found = seen(evasion, "2018", *counts(evasion, {2017: 3, 2018: 9}))
    assert found is not None
    assert (found.direction, found.previous) == (None, 3)


def test_the_first_value_has_no_direction() -> None:
    found = seen(ARREARS, "2018", *counts(ARREARS, {2018: 9, 2019: 1}))
    assert found is not None
    assert (found.direction, found.previous, found.previous_period) == (None, None, None)


def test_without_a_value_there_is_no_trend() -> None:
    assert seen(ARREARS, "2018", *counts(ARREARS, {2017: 9})) is None


def test_the_previous_value_is_the_last_one_known_and_is_named() -> None:
    found = seen(ARREARS, "2020", *counts(ARREARS, {2016: 1, 2018: 9, 2020: 5, 2021: 2}))
    assert found is not None
    assert (found.previous_period, found.direction) == (Period(2018), Direction.BETTER)


def test_a_half_year_is_compared_with_the_same_half_and_never_with_a_year() -> None:
    rows = counts(ARREARS, {"2017-H1": 4, "2017-H2": 1, 2017: 9, "2018-H1": 5})
    found = seen(ARREARS, "2018-H1", *rows)
    assert found is not None
    assert (found.previous, found.direction) == (4, Direction.WORSE)


def test_an_incomplete_total_has_no_trend_and_is_no_previous_value() -> None:
    complete = [observed(ARREARS, 2016, 10, unit=unit) for unit in (EAST, WEST, NORTH)]
    partial = [observed(ARREARS, 2017, 1, unit=unit) for unit in (EAST, WEST)]
    assert seen(ARREARS, "2017", *complete, *partial) is None
    found = seen(ARREARS, "2018", *complete, *partial, *counts(ARREARS, {2018: 31}))
    assert found is not None
    assert (found.previous, found.direction) == (30, Direction.WORSE)
