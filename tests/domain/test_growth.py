"""Growth on the previous year: on the count itself, of the year before, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import (
    EAST,
    NORTH,
    PROVINCE,
    WEST,
    estimated,
    from_year,
    growth,
    judged,
    observed,
)

from kpi.domain.evaluation import Compliance
from kpi.domain.measure import Reason
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.period import Period

VOLUNTARY = growth(from_year(2017, ">=", 30))


@pytest.mark.parametrize(
    ("before", "now", "met", "missing"),
    [
        (1000, 1300, True, 0),
        (1000, 1299, False, 1),
        (1001, 1301, False, 1),
        (1001, 1302, True, 0),
        (31_885, 49_447, True, 0),
        (49_447, 77_381, True, 0),
        (52_826, 58_852, False, 9822),
        (1500, 1900, False, 50),
        (5200, 4900, False, 1860),
        (2857, 3714, False, 1),
        (2857, 3715, True, 0),
        (1, 0, False, 2),
        (10 * 10**20, 13 * 10**20 - 1, False, 1),
    ],
)
def test_thirty_percent_more_than_the_year_before(before: int, now: int, met: bool, missing: int) -> None:
    rows = observed(VOLUNTARY, 2017, before), observed(VOLUNTARY, 2018, now)
    found = judged(VOLUNTARY, 2018, *rows)
    assert (found.compliance is Compliance.MET) is met
    assert found.verdict.gap_units == missing
    assert found.actual == Fraction(100 * (now - before), before)
    assert found.verdict.gap_points == found.actual - 30


def test_growth_says_which_count_it_was_measured_on() -> None:
    found = judged(VOLUNTARY, 2018, observed(VOLUNTARY, 2017, 1000), observed(VOLUNTARY, 2018, 1300))
    assert found.verdict.base is not None
    assert (found.verdict.base.period, found.verdict.base.numerator) == (Period(2017), 1000)
    assert found.figure is not None
    assert found.figure.numerator == 1300


def test_growth_without_the_year_before_has_no_base() -> None:
    rows = observed(VOLUNTARY, 2015, 900), observed(VOLUNTARY, 2017, 4100)
    found = judged(VOLUNTARY, 2017, *rows)
    assert (found.compliance, found.verdict.reason) == (Compliance.NOT_ASSESSABLE, Reason.NO_BASE)
    assert (found.actual, found.verdict.gap_points, found.verdict.gap_units) == (None, None, None)


def test_growth_on_nobody_is_no_percentage() -> None:
    found = judged(VOLUNTARY, 2017, observed(VOLUNTARY, 2016, 0), observed(VOLUNTARY, 2017, 250))
    assert found.verdict.reason is Reason.ZERO_DENOMINATOR
    assert (found.actual, found.verdict.gap_units) == (None, None)


def test_growth_down_to_nobody_is_a_fall_of_a_hundred_percent() -> None:
    found = judged(VOLUNTARY, 2017, observed(VOLUNTARY, 2016, 10), observed(VOLUNTARY, 2017, 0))
    assert (found.compliance, found.actual, found.verdict.gap_units) == (Compliance.MISSED, -100, 13)


def test_growth_on_an_incomplete_total_is_incomplete_coverage() -> None:
    before = [observed(VOLUNTARY, 2016, 100, unit=unit) for unit in (EAST, WEST)]
    now = [observed(VOLUNTARY, 2017, 200, unit=unit) for unit in (EAST, WEST, NORTH)]
    found = judged(VOLUNTARY, 2017, *before, *now)
    assert (found.compliance, found.verdict.reason) == (
        Compliance.NOT_ASSESSABLE,
        Reason.INCOMPLETE_COVERAGE,
    )
    assert str(found.coverage) == "3/3"


def test_growth_of_a_total_is_of_the_sums_not_of_the_rates() -> None:
    rows = [
        observed(VOLUNTARY, 2016, 1000, unit=EAST),
        observed(VOLUNTARY, 2016, 10, unit=WEST),
        observed(VOLUNTARY, 2016, 0, unit=NORTH),
        observed(VOLUNTARY, 2017, 1100, unit=EAST),
        observed(VOLUNTARY, 2017, 40, unit=WEST),
        observed(VOLUNTARY, 2017, 0, unit=NORTH),
    ]
    found = judged(VOLUNTARY, 2017, *rows)
    assert found.actual == Fraction(100 * 130, 1010)
    assert found.verdict.gap_units == 1313 - 1140


def test_the_provinces_own_count_may_grow_on_a_total_of_its_units() -> None:
    before = [observed(VOLUNTARY, 2016, 100, unit=unit) for unit in (EAST, WEST, NORTH)]
    found = judged(VOLUNTARY, 2017, *before, observed(VOLUNTARY, 2017, 390, unit=PROVINCE))
    assert (found.compliance, found.actual) == (Compliance.MET, 30)


def test_growth_on_an_estimate_is_judged_but_not_for_good() -> None:
    rows = estimated(VOLUNTARY, 2016, 1000), observed(VOLUNTARY, 2017, 1300)
    found = judged(VOLUNTARY, 2017, *rows, closed=[2016, 2017])
    assert (found.compliance, found.final) == (Compliance.MET, False)


def test_the_official_count_of_the_year_before_replaces_its_estimate_as_base() -> None:
    rows = [
        estimated(VOLUNTARY, 2016, 900),
        observed(VOLUNTARY, 2016, 1000),
        observed(VOLUNTARY, 2017, 1299),
    ]
    assert judged(VOLUNTARY, 2017, *rows).compliance is Compliance.MISSED


def test_each_year_grows_on_what_was_achieved_and_not_on_what_was_planned() -> None:
    counts = {2016: 1000, 2017: 1500, 2018: 1900}
    rows = [observed(VOLUNTARY, year, count) for year, count in counts.items()]
    assert judged(VOLUNTARY, 2017, *rows).compliance is Compliance.MET
    assert judged(VOLUNTARY, 2018, *rows).compliance is Compliance.MISSED


def test_growth_has_no_pace_and_no_outlook() -> None:
    rows = [observed(VOLUNTARY, year, 1000 + year) for year in range(2013, 2018)]
    found = judged(VOLUNTARY, 2017, *rows, base_year=2016)
    assert found.pace.state is PaceState.NOT_APPLICABLE
    assert found.outlook.state is OutlookState.UNKNOWN
